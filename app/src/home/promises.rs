//! What is kept of an owner, and how to take it along.

use leptos::prelude::*;

/// The promises of privacy.
#[component]
pub fn Promises() -> impl IntoView {
    view! {
        <dl class="promises">
            <div>
                <dt>"What is kept"</dt>
                <dd>
                    "The cars you connect and what they report, on the server that runs this page, "
                    "and one cookie to know you by. There is no Carport password to lose."
                </dd>
            </div>
            <div>
                <dt>"What is not"</dt>
                <dd>
                    "Your password with the maker, and anything you did not allow. Nothing is loaded "
                    "from elsewhere, and nobody is told that you were here."
                </dd>
            </div>
            <div>
                <dt>"How it ends"</dt>
                <dd>
                    "Disconnect one car, or erase everything: at Smartcar and here, at once, from "
                    "the page of your cars."
                </dd>
            </div>
        </dl>
    }
}
