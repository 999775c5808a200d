//! The quiet end of the vehicles' page.

use leptos::prelude::*;

/// Signing out and erasing everything.
///
/// Both are plain forms, with JavaScript too: they end the session, and the page that follows is
/// loaded anew, so that nothing of the old one stays in the browser's memory.
#[component]
pub fn Leave() -> AnyView {
    view! {
        <section class="leave" aria-labelledby="leave">
            <h2 id="leave">"Leave"</h2>
            <div class="leave-ways">
                <div class="leave-way">
                    <p>
                        "Signing out ends this visit in this browser. Your cars stay connected: connect again with the same account to see them."
                    </p>
                    <form method="post" action="/api/account/sign-out">
                        <button type="submit" class="button">"Sign out"</button>
                    </form>
                </div>
                <div class="leave-way">
                    <p>
                        "Erasing takes every trace along, here and at Smartcar. There is no way back, except to connect again."
                    </p>
                    <details class="confirm">
                        <summary class="button">"Erase everything"</summary>
                        <div class="confirm-panel">
                            <p>"This happens at once:"</p>
                            <ul>
                                <li>"at Smartcar, every car is disconnected and your user is deleted;"</li>
                                <li>"here, every car, every value and this session are deleted;"</li>
                                <li>"your account with the car’s maker stays as it is."</li>
                            </ul>
                            <form method="post" action="/api/account/erase">
                                <button type="submit" class="button button-danger">
                                    "Erase everything now"
                                </button>
                            </form>
                        </div>
                    </details>
                </div>
            </div>
        </section>
    }
    .into_any()
}
