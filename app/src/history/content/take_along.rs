//! Everything about the car as files, and the way back to it.

use leptos::prelude::*;

use crate::{routes, vehicle::model::Vehicle};

/// The downloads. The server answers them.
pub(super) fn downloads(vehicle: &Vehicle) -> AnyView {
    let link = |pattern: &str, words: &'static str| {
        let href = routes::of_vehicle(pattern, &vehicle.id);
        view! {
            <li>
                <a href=href rel="external" download>
                    {words}
                </a>
            </li>
        }
    };
    view! {
        <section class="take-along" aria-labelledby="take-along">
            <h2 id="take-along">"Take it along"</h2>
            <p>
                "Everything that Carport has kept of this car, of all times, and everything that was asked of it."
            </p>
            <ul>
                {link(routes::EXPORT_CSV, "Readings as CSV")}
                {link(routes::EXPORT_JSON, "Readings as JSON")}
                {link(routes::COMMANDS_CSV, "Commands as CSV")}
                {link(routes::COMMANDS_JSON, "Commands as JSON")}
            </ul>
        </section>
    }
    .into_any()
}

/// Back to the car.
pub(super) fn back(vehicle: &Vehicle) -> AnyView {
    let words = format!("Back to {}", vehicle.name_in_sentence());
    view! {
        <p class="history-back">
            <a href=routes::vehicle(&vehicle.id)>{words}</a>
        </p>
    }
    .into_any()
}
