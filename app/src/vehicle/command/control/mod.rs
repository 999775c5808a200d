//! What can be asked of the car: a row a thing, with what the car says of it and the buttons.

mod charge_limit;
mod charging;
mod destination;
mod doors;
mod row;
mod schedules;

use leptos::prelude::*;

use super::press::BUSY;
use crate::vehicle::{
    car::CarView,
    wording::{age::ahead, plain::decapitalised},
};

/// What an owner opens this page for: the doors, and what charges.
pub(in crate::vehicle) fn controls(view: &CarView) -> AnyView {
    let rows = view! { {doors::row(view)} {can_charge(view).then(|| charging::rows(view))} };
    view! {
        <section class="console" aria-labelledby="ask">
            <div class="console-head">
                <h2 id="ask">"Ask the car"</h2>
                <p class="ask-cost">{cost(view)}</p>
            </div>
            {busy(view)}
            {rows}
        </section>
    }
    .into_any()
}

/// Where to, as a part of its own: what is filled in here stays while the rest is brought up to date.
pub(in crate::vehicle) fn destination(view: &CarView) -> AnyView {
    destination::row(view)
}

/// When to charge, as a part of its own too.
pub(in crate::vehicle) fn schedules(view: &CarView) -> AnyView {
    can_charge(view)
        .then(|| schedules::row(view))
        .flatten()
        .into_any()
}

/// Whether there is a plug: not where it is known that there is none.
fn can_charge(view: &CarView) -> bool {
    let powertrain = view.car.vehicle.powertrain_type.as_deref();
    !powertrain.is_some_and(|powertrain| {
        ["ICE", "MHEV"]
            .into_iter()
            .any(|without| powertrain.eq_ignore_ascii_case(without))
    })
}

/// Why the buttons cannot be pressed. Always there, so that nothing that names it names nothing.
fn busy(view: &CarView) -> AnyView {
    let words = view.under_way().map(|report| {
        format!(
            "The car is busy: {}. The buttons wait for its answer.",
            decapitalised(&report.action.asked())
        )
    });
    view! {
        <p class="ask-busy" id=BUSY>
            {words}
        </p>
    }
    .into_any()
}

fn cost(view: &CarView) -> String {
    const COST: &str =
        "Costs a request, as a Refresh does, and up to three more to look whether the car did it.";

    let later = view
        .car
        .allowance
        .possible_at
        .filter(|possible_at| *possible_at > view.now);
    later.map_or_else(
        || COST.to_owned(),
        |later| {
            format!(
                "{COST} The next request is possible {}.",
                ahead(later, view.now)
            )
        },
    )
}
