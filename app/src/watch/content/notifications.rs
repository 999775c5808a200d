//! Notifications of the browser: what can be done about them here. A script says on `<html>` how it
//! is, and the style shows the words for that; without it there is nothing to show.

use leptos::prelude::*;

/// The words for each state, of which at most one is shown.
pub(super) fn notifications() -> AnyView {
    view! {
        <section class="settings notifications" aria-labelledby="notifications">
            <h2 id="notifications">"Notifications in this browser"</h2>
            <div role="status">
                <div class="notifications-off">
                    <p class="settings-aside">
                        "A new notice can appear as a notification of this browser, also while Carport lies in a hidden tab. It has to be open in some tab."
                    </p>
                    <button type="button" class="button" data-notify="on">
                        "Show notifications"
                    </button>
                </div>
                <div class="notifications-on">
                    <p class="settings-aside">
                        "New notices appear as notifications while Carport is open in a tab. One tab listens for all of them, and until you sign out."
                    </p>
                    <button type="button" class="button" data-notify="off">
                        "Stop notifications"
                    </button>
                </div>
                <p class="settings-aside notifications-denied">
                    "This browser does not let Carport show notifications. To allow it, open the site’s settings beside the address, set notifications to “Allow”, and load this page again."
                </p>
                <p class="settings-aside notifications-unable">
                    "This browser shows no notifications of a page. The list here has them all."
                </p>
            </div>
        </section>
    }
    .into_any()
}
