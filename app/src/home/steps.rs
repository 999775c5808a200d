//! What happens after the button.

use leptos::prelude::*;

/// The three steps of connecting a car.
#[component]
pub fn Steps() -> impl IntoView {
    view! {
        <ol class="steps">
            <li>
                <h3>"Choose the make"</h3>
                <p>"Smartcar opens and asks for your country and who made your car."</p>
            </li>
            <li>
                <h3>"Sign in with the maker"</h3>
                <p>
                    "Use the account of the maker’s own app. The password goes to Smartcar and the "
                    "maker, never to Carport."
                </p>
            </li>
            <li>
                <h3>"Allow, and come back"</h3>
                <p>"You see what is shared, you allow it, and your car is here."</p>
            </li>
        </ol>
    }
}
