//! How full and how far: a gauge for the battery, one for the tank, as the car has them.

mod battery;
mod fuel;
mod scale;

use leptos::prelude::*;
use time::OffsetDateTime;

use super::reading_row::age_of;
use crate::vehicle::{
    car::Car,
    reading::Condition,
    wording::{condition::explanation, quantity},
};

/// The gauges of this car.
pub(super) fn gauges(car: &Car, now: OffsetDateTime) -> AnyView {
    view! { {battery::gauge(car, now)}{fuel::gauge(car, now)} }.into_any()
}

/// Whether the car has what this code measures: it told it, or it only does not tell it now.
fn has(car: &Car, codes: &[&str]) -> bool {
    codes
        .iter()
        .filter_map(|code| car.reading(code))
        .any(|reading| {
            reading.last_good.is_some()
                || reading
                    .trouble
                    .as_ref()
                    .is_some_and(|trouble| trouble.condition != Condition::Cannot)
        })
}

/// The number of a gauge, large, with its age; or why there is none.
fn level(car: &Car, code: &str, now: OffsetDateTime) -> AnyView {
    if let (Some(level), Some(good)) = (car.quantity(code), car.last_good(code)) {
        return view! {
            <p class="gauge-level">{quantity::view(level)}</p>
            <p class="reading-age">{age_of(code, good, now)}</p>
        }
        .into_any();
    }
    let reason = car
        .reading(code)
        .and_then(|reading| reading.trouble.as_ref())
        .map_or("The car has not told it yet.", |trouble| {
            explanation(trouble.condition).reason
        });
    view! {
        <p class="gauge-level gauge-unknown">"Not told"</p>
        <p class="reading-age">{reason}</p>
    }
    .into_any()
}

/// A line under a gauge.
fn fact(label: &'static str, value: Option<AnyView>) -> Option<AnyView> {
    let value = value?;
    Some(
        view! {
            <div>
                <dt>{label}</dt>
                <dd>{value}</dd>
            </div>
        }
        .into_any(),
    )
}

/// A line under a gauge, of the quantity of this code.
fn measured(car: &Car, label: &'static str, code: &str) -> Option<AnyView> {
    fact(label, car.quantity(code).map(quantity::view))
}
