//! The gauge of the battery.

use leptos::prelude::*;
use time::OffsetDateTime;

use super::{fact, has, level, measured, scale::scale};
use crate::vehicle::{
    car::Car,
    charging::Charging,
    wording::{plain::capitalised, quantity},
};

const LEVEL: &str = "tractionbattery-stateofcharge";
const RANGE: &str = "tractionbattery-range";

/// How full the battery is, up to where it charges, and what it is doing.
pub(super) fn gauge(car: &Car, now: OffsetDateTime) -> Option<AnyView> {
    if !has(car, &[LEVEL, RANGE]) {
        return None;
    }
    let charging = Charging::of(car);
    let state = charging.map(|charging| capitalised(charging.words()).into_any());
    let flow = (charging == Some(Charging::Now)).then(|| {
        view! {
            {measured(car, "Power", "charge-wattage")}
            {measured(car, "Range gained", "charge-chargerate")}
            {measured(car, "Done in", "charge-timetocomplete")}
        }
    });
    let limit = car.charge_limit();

    Some(
        view! {
            <section class="gauge" aria-labelledby="gauge-battery">
                <h2 id="gauge-battery">"Battery"</h2>
                {level(car, LEVEL, now)}
                {scale(car.percent(LEVEL), limit)}
                <dl class="gauge-facts">
                    {measured(car, "Range", RANGE)}
                    {fact("Charge limit", limit.map(|limit| quantity::percent(limit).into_any()))}
                    {fact("State", state)}
                    {flow}
                </dl>
            </section>
        }
        .into_any(),
    )
}
