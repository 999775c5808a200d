//! The gauge of the tank.

use leptos::prelude::*;
use time::OffsetDateTime;

use super::{has, level, measured, scale::scale};
use crate::vehicle::car::Car;

const LEVEL: &str = "internalcombustionengine-fuellevel";
const AMOUNT: &str = "internalcombustionengine-amountremaining";
const RANGE: &str = "internalcombustionengine-range";

/// How full the tank is, and how far it goes.
pub(super) fn gauge(car: &Car, now: OffsetDateTime) -> Option<AnyView> {
    if !has(car, &[LEVEL, AMOUNT, RANGE]) {
        return None;
    }
    Some(
        view! {
            <section class="gauge" aria-labelledby="gauge-fuel">
                <h2 id="gauge-fuel">"Fuel"</h2>
                {level(car, LEVEL, now)}
                {scale(car.percent(LEVEL), None)}
                <dl class="gauge-facts">
                    {measured(car, "Range", RANGE)}
                    {measured(car, "In the tank", AMOUNT)}
                </dl>
            </section>
        }
        .into_any(),
    )
}
