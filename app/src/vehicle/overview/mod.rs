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
/// the car itself, then everything else that it says. The parts are always as many: an open page
/// exchanges them one by one.
pub(super) fn page(view: &CarView) -> PageContent {
    let (car, now) = (&view.car, view.now);
    let is_silent = car.readings.is_empty();
    let has_values = car
        .readings
        .iter()
        .any(|reading| reading.last_good.is_some());
    let parts = [
        command::alert(view.rejected.as_ref()),
        identity::identity(car, now),
        is_silent.then(|| empty::nothing_read(car, now)).into_any(),
        command::controls(view),
        command::destination(view),
        command::schedules(view),
        attention::attention(car, &view.notices),
        has_values.then(|| instrument(car, now)).into_any(),
        groups::groups(car, now),
        untold::untold(car),
        has_values.then(|| times::times(car)).into_any(),
        command::history(view),
        permissions::permissions(car),
        ways::ways(car),
    ];
    PageContent::new(car.vehicle.name(), command::strip(view), parts)
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

#[cfg(test)]
mod tests;
