//! Which car it is, how it is, and when it last spoke.

use leptos::prelude::*;
use time::OffsetDateTime;

use super::refresh;
use crate::{
    routes,
    vehicle::{
        car::Car,
        made_at::made_at,
        powertrain::{display_mode, display_powertrain},
        sentence::sentence,
        wording::age,
    },
};

/// The opening of the page.
pub(super) fn identity(car: &Car, now: OffsetDateTime) -> AnyView {
    let vehicle = &car.vehicle;
    let facts: Vec<String> = [
        vehicle.smartcar_name_beside(),
        vehicle.year.map(|year| year.to_string()),
        vehicle
            .powertrain_type
            .as_deref()
            .map(|kind| display_powertrain(kind).to_owned()),
        vehicle
            .mode
            .as_deref()
            .filter(|mode| !mode.eq_ignore_ascii_case("live"))
            .map(|mode| display_mode(mode).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let facts = (!facts.is_empty()).then(|| view! { <p class="car-facts">{facts.join(" · ")}</p> });
    let made_at = made_at(now, routes::vehicle(&vehicle.id));
    if car.readings.is_empty() {
        return view! { {facts}{made_at} }.into_any();
    }

    view! {
        {facts}
        <p class="lead car-state">{sentence(car, now)}</p>
        <div class="car-contact">
            <p class="car-spoke">{spoke(car, now)}</p>
            {refresh::form(car, now, false)}
        </div>
        {made_at}
    }
    .into_any()
}

fn spoke(car: &Car, now: OffsetDateTime) -> AnyView {
    let spoke = match car.last_spoke() {
        Some(then) => view! { "The car last spoke "{age::view(then, now)}"." }.into_any(),
        None => "The car has not said when its values were true.".into_any(),
    };
    let asked = car.refreshed_at.map(|then| {
        view! { " Carport last asked "{age::view(then, now)}"." }
    });
    let history = routes::vehicle_history(&car.vehicle.id);
    view! { {spoke}{asked}" "<a href=history rel="external">"What it said before"</a> }.into_any()
}
