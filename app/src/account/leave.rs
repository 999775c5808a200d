//! The quiet end of the vehicles' page.

use leptos::prelude::*;

use super::api::{Erase, SignOut};

/// Signing out and erasing everything.
#[component]
pub fn Leave(
    /// Ends the session.
    sign_out: ServerAction<SignOut>,
    /// Deletes everything.
    erase: ServerAction<Erase>,
) -> impl IntoView {
    view! {
        <section class="leave" aria-labelledby="leave">
            <h2 id="leave">"Leave"</h2>
            <div class="leave-ways">
                <div class="leave-way">
                    <p>
                        "Signing out ends this visit in this browser. Your cars stay connected, and "
                        "you see them again when you connect with the same account."
                    </p>
                    <ActionForm action=sign_out>
                        <button type="submit" class="button" disabled=sign_out.pending()>
                            "Sign out"
                        </button>
                    </ActionForm>
                </div>
                <div class="leave-way">
                    <p>
                        "Erasing takes every trace along, here and at Smartcar. There is no way "
                        "back, except to connect again."
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
                            <ActionForm action=erase>
                                <button
                                    type="submit"
                                    class="button button-danger"
                                    disabled=erase.pending()
                                >
                                    "Erase everything now"
                                </button>
                            </ActionForm>
                        </div>
                    </details>
                </div>
            </div>
        </section>
    }
}
