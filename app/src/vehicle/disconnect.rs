//! Disconnecting one vehicle, after asking once more.

use leptos::{prelude::*, server_fn::ServerFn};

use super::{api::Disconnect, model::VehicleId};

/// A fold that explains, with the button that does it. The fold is the question: it works without
/// JavaScript.
///
/// The form is a plain one with JavaScript too. It is sent once in a car's life, and sending it from
/// a script would cost every visitor a tenth of the download.
#[component]
pub fn DisconnectForm(
    /// The vehicle.
    id: VehicleId,
    /// What to call it.
    name: String,
) -> AnyView {
    view! {
        <details class="confirm confirm-aside" name="disconnect">
            <summary class="button button-quiet">"Disconnect"</summary>
            <div class="confirm-panel">
                <p>
                    "Carport will no longer read this car, and Smartcar drops the connection. Your other cars stay, and you can connect this one again at any time."
                </p>
                <form method="post" action=Disconnect::PATH>
                    <input type="hidden" name="vehicle" value=id.0 />
                    <button type="submit" class="button button-danger">
                        "Disconnect "{name}
                    </button>
                </form>
            </div>
        </details>
    }
    .into_any()
}
