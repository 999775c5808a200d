//! The chapters of the home page that are the same for every visitor.

use leptos::prelude::*;

/// What happens after the button, and what becomes of the data.
#[component]
pub fn Chapters() -> AnyView {
    view! {
        <section class="chapter" aria-labelledby="steps">
            <h2 id="steps">"What happens next"</h2>
            <ol class="steps">
                <li>
                    <h3>"Choose the make"</h3>
                    <p>"Smartcar opens and asks for your country and who made your car."</p>
                </li>
                <li>
                    <h3>"Sign in with the maker"</h3>
                    <p>
                        "Use the account of the maker’s own app. The password goes to Smartcar and the maker, never to Carport."
                    </p>
                </li>
                <li>
                    <h3>"Allow, and come back"</h3>
                    <p>"You see what is shared, you allow it, and your car is here."</p>
                </li>
            </ol>
        </section>
        <section class="chapter" aria-labelledby="promises">
            <h2 id="promises">"What becomes of your data"</h2>
            <dl class="promises">
                <div>
                    <dt>"What is kept"</dt>
                    <dd>
                        "The cars you connect, your names for them, what they report and what you want to be told, on the server that runs this page; in your browser, a cookie to know you by, one for your settings and, if you ask for notifications, which were shown. There is no Carport password to lose."
                    </dd>
                </div>
                <div>
                    <dt>"What is not"</dt>
                    <dd>
                        "Your password with the maker, and anything you did not allow. Nothing is loaded from elsewhere, and nobody is told that you were here."
                    </dd>
                </div>
                <div>
                    <dt>"How it ends"</dt>
                    <dd>
                        "Disconnect one car, or erase everything: at Smartcar and here, at once, from the page of your cars."
                    </dd>
                </div>
            </dl>
        </section>
    }
    .into_any()
}
