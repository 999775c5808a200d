//! The card of a car: the essentials at a glance, and the way to its page. A garage of fifty is one
//! page, so a card is lean.

use leptos::prelude::*;
use time::OffsetDateTime;

use crate::{
    routes,
    vehicle::{
        car::Car,
        charging::Charging,
        lookup::lasts,
        powertrain::display_powertrain,
        wording::{
            age,
            condition::{NEEDS_A_HAND, explanation},
            plain::capitalised,
            quantity,
        },
    },
};

const BATTERY: [&str; 2] = ["tractionbattery-stateofcharge", "tractionbattery-range"];
const FUEL: [&str; 2] = [
    "internalcombustionengine-fuellevel",
    "internalcombustionengine-range",
];

/// The card of this car.
pub(super) fn card(car: &Car, now: OffsetDateTime) -> AnyView {
    let vehicle = &car.vehicle;
    let facts: Vec<String> = [
        vehicle.smartcar_name_beside(),
        vehicle.year.map(|year| year.to_string()),
        vehicle
            .powertrain_type
            .as_deref()
            .map(|kind| display_powertrain(kind).to_owned()),
        car.quantity("odometer-traveleddistance")
            .map(quantity::text),
    ]
    .into_iter()
    .flatten()
    .collect();
    let heard = match car.last_spoke() {
        Some(then) => view! { "Last heard "{age::view(then, now)} }.into_any(),
        None => "Nothing heard yet".into_any(),
    };

    view! {
        <li class="card">
            <h2>
                <a href=routes::vehicle(&vehicle.id)>{vehicle.name()}</a>
            </h2>
            <p class="card-facts">{facts.join(" · ")}</p>
            {energy(car, "Battery", BATTERY)}
            {energy(car, "Fuel", FUEL)}
            <p class="card-state">{state(car, now)}</p>
            {trouble(car)}
            <p class="card-heard">{heard}</p>
        </li>
    }
    .into_any()
}

/// What needs a hand; the page of the car says what to do.
fn trouble(car: &Car) -> Option<AnyView> {
    let condition = NEEDS_A_HAND.into_iter().find(|condition| {
        car.readings
            .iter()
            .filter_map(|reading| reading.trouble.as_ref())
            .any(|trouble| trouble.condition == *condition)
    })?;
    Some(view! { <p class="card-trouble">{explanation(condition).name}</p> }.into_any())
}

/// How full, and how far.
fn energy(car: &Car, label: &'static str, [level, range]: [&str; 2]) -> Option<AnyView> {
    let (percent, range) = (car.percent(level), car.quantity(range));
    if percent.is_none() && range.is_none() {
        return None;
    }
    let bar = percent.map(|percent| {
        let width = format!("{percent:.0}%");
        view! {
            <svg class="bar" width="100%" height="8" aria-hidden="true">
                <rect class="scale-track" width="100%" height="8" />
                <rect class="scale-level" width=width height="8" />
            </svg>
        }
    });
    let number = car.quantity(level).map(quantity::view);
    let range =
        range.map(|range| view! { <span class="card-range">{quantity::view(range)}</span> });

    Some(
        view! {
            <p class="card-energy">
                <span class="card-label">{label}</span>" "<b>{number}</b>" "{range}
            </p>
            {bar}
        }
        .into_any(),
    )
}

/// The lock and the cable, as far as they are told; what is old says so.
fn state(car: &Car, now: OffsetDateTime) -> String {
    let mark = |code: &str, words: &str| {
        let is_old = car
            .last_good(code)
            .is_some_and(|good| lasts(code).is_old(good.times.true_at(), now));
        let words = capitalised(words);
        if is_old {
            format!("{words} (old)")
        } else {
            words
        }
    };
    let lock = car.flag("closure-islocked").map(|is_locked| {
        mark(
            "closure-islocked",
            if is_locked { "locked" } else { "unlocked" },
        )
    });
    let charging = Charging::of(car).map(|charging| mark(Charging::told_by(car), charging.words()));
    let parts: Vec<String> = [lock, charging].into_iter().flatten().collect();
    if parts.is_empty() {
        "Lock and charging not told".to_owned()
    } else {
        parts.join(" · ")
    }
}
