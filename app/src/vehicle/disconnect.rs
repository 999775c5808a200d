//! Disconnecting one vehicle, after asking once more.

use leptos::prelude::*;

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
) -> impl IntoView {
    view! {
        <details class="confirm confirm-aside" name="disconnect">
            <summary class="button button-quiet">"Disconnect"</summary>
            <div class="confirm-panel">
                <p>
                    "Carport will no longer read " {name.clone()} ", and Smartcar drops the "
                    "connection. Your other cars stay. You can connect it again at any time."
                </p>
                <ActionForm action=disconnect>
                    <input type="hidden" name="vehicle" value=id.0 />
                    <button
                        type="submit"
                        class="button button-danger"
                        disabled=disconnect.pending()
                    >
                        {format!("Disconnect {name}")}
                    </button>
                </ActionForm>
            </div>
        </details>
    }
}
