//! The charge port with its flap, the cable and the current. Where on the car it is nobody tells: it
//! is drawn at the rear left.

use leptos::prelude::*;

use super::state::Port;

/// The port of this state.
pub(super) fn charge_port(port: Port) -> AnyView {
    let flap = match port.flap {
        Some(true) => view! {
            <path class="gap" d="M-66.5 146V163" />
            <path class="part part-open" d="M-67 146-83 136-85 140-69 150Z" />
        }
        .into_any(),
        Some(false) => view! { <path class="part part-closed" d="M-67.5 146-65 162" /> }.into_any(),
        None => view! {
            <path class="gap" d="M-67.5 146-65 162" />
            <path class="part part-untold" d="M-67.5 146-65 162" />
        }
        .into_any(),
    };
    let (class, dashed) = match (port.is_charging, port.cable) {
        (true, _) => ("cable cable-charging", false),
        (false, Some(true)) => ("cable", false),
        (false, None) => ("cable cable-untold", true),
        (false, Some(false)) => return flap,
    };
    let bolt = (!dashed).then(|| view! { <path class="bolt" d="M2-13-8 3H-1L-3 13 8-4H1Z" transform="translate(-130 188)" /> });

    view! {
        <g class=class>
            <path d="M-67 155C-94 154-96 188-110 188" />
            <circle cx="-130" cy="188" r="20" />
            {bolt}
        </g>
        {flap}
    }
    .into_any()
}
