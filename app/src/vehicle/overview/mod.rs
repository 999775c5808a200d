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

use super::car::CarView;
use crate::rendered::PageContent;

/// The page of one car, in the order in which a driver asks: how is it, what needs a hand, the car
/// itself, then everything else that it says.
pub(super) fn page(view: CarView) -> PageContent {
    let CarView { car, now, .. } = view;
    let has_values = car
        .readings
        .iter()
        .any(|reading| reading.last_good.is_some());
    let content = if car.readings.is_empty() {
        vec![empty::nothing_read(&car, now)]
    } else {
        vec![
            attention::attention(&car),
            has_values.then(|| instrument(&car, now)).into_any(),
            groups::groups(&car, now),
            untold::untold(&car),
            has_values.then(|| times::times(&car)).into_any(),
        ]
    };
    let parts = [identity::identity(&car, now)]
        .into_iter()
        .chain(content)
        .chain([permissions::permissions(&car), ways::ways(&car)]);
    PageContent::new(car.vehicle.name(), parts)
}

/// The car in the middle, and its gauges beside it.
fn instrument(car: &super::car::Car, now: time::OffsetDateTime) -> AnyView {
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
