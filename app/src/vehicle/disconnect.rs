//! Disconnecting one vehicle, after asking once more.

use leptos::{ev::SubmitEvent, prelude::*, server_fn::ServerFn};

use super::{api::Disconnect, model::VehicleId};

/// A fold that explains, with the button that does it. The fold is the question: it works without
/// JavaScript.
#[component]
pub fn DisconnectForm(
    /// The vehicle.
    id: VehicleId,
    /// What to call it.
    name: String,
    /// Disconnects it.
    disconnect: ServerAction<Disconnect>,
) -> AnyView {
    let vehicle = id.0.clone();
    // Not `disabled`: that would drop the keyboard's focus, and the order may yet fail.
    let busy = move || disconnect.pending().get().then_some("true");
    // What `ActionForm` does, without reading the form back: that alone is 10 kB of the download.
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if disconnect.pending().get_untracked() {
            return;
        }
        disconnect.dispatch(Disconnect {
            vehicle: id.clone(),
        });
    };

    view! {
        <details class="confirm confirm-aside" name="disconnect">
            <summary class="button button-quiet">"Disconnect"</summary>
            <div class="confirm-panel">
                <p>
                    "Carport will no longer read this car, and Smartcar drops the connection. Your other cars stay, and you can connect this one again at any time."
                </p>
                <form method="post" action=Disconnect::PATH on:submit=submit>
                    <input type="hidden" name="vehicle" value=vehicle />
                    <button
                        type="submit"
                        class="button button-danger"
                        aria-disabled=busy
                    >
                        "Disconnect "{name}
                    </button>
                </form>
            </div>
        </details>
    }
    .into_any()
}
