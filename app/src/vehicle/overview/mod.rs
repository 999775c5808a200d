//! The page of one car.

mod attention;
mod diagnostics;
mod empty;
mod gauges;
mod groups;
mod identity;
mod permissions;
mod picture;
mod reading_row;
mod refresh;
mod times;
mod trouble;
mod untold;
mod value;
mod ways;

use leptos::prelude::*;
use time::OffsetDateTime;

use super::{
    car::{Car, CarView},
    command,
};
use crate::rendered::PageContent;

/// The page of one car, in the order in which a driver asks: how is it, do this, what needs a hand,
/// the car itself, then everything else that it says.
pub(super) fn page(view: &CarView) -> PageContent {
    let CarView { car, now, .. } = view;
    let now = *now;
    let controls = [
        command::controls(view),
        command::destination(view),
        command::schedules(view),
    ];
    let parts: Vec<AnyView> = [
        command::alert(view.rejected.as_ref()),
        identity::identity(car, now),
    ]
    .into_iter()
    .chain(if car.readings.is_empty() {
        [empty::nothing_read(car, now)]
            .into_iter()
            .chain(controls)
            .collect::<Vec<_>>()
    } else {
        controls.into_iter().chain(told(car, now)).collect()
    })
    .chain([
        command::history(view),
        permissions::permissions(car),
        ways::ways(car),
    ])
    .collect();
    PageContent::new(car.vehicle.name(), parts).with_status(command::strip(view))
}

/// What the car tells.
fn told(car: &Car, now: OffsetDateTime) -> [AnyView; 5] {
    let has_values = car
        .readings
        .iter()
        .any(|reading| reading.last_good.is_some());
    [
        attention::attention(car),
        has_values.then(|| instrument(car, now)).into_any(),
        groups::groups(car, now),
        untold::untold(car),
        has_values.then(|| times::times(car)).into_any(),
    ]
}

/// The car in the middle, and its gauges beside it.
fn instrument(car: &Car, now: OffsetDateTime) -> AnyView {
    view! {
        <div class="instrument">
            {picture::picture(car)}
            <div class="instrument-side">
                {gauges::gauges(car, now)}
                {picture::legend(car, now)}
            </div>
        </div>
    }
    .into_any()
}
