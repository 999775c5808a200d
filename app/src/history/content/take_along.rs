//! Everything about the car as files, and the way back to it.

use leptos::prelude::*;

use crate::{routes, vehicle::model::Vehicle};

/// The downloads. The server answers them.
pub(super) fn downloads(vehicle: &Vehicle) -> AnyView {
    let id = &vehicle.id;
    let link = |href: String, words: &'static str| {
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
                {link(routes::vehicle_export(id, "csv"), "Readings as CSV")}
                {link(routes::vehicle_export(id, "json"), "Readings as JSON")}
                {link(routes::vehicle_commands(id, "csv"), "Commands as CSV")}
                {link(routes::vehicle_commands(id, "json"), "Commands as JSON")}
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
