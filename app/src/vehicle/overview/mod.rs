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
    command::{self, form::RejectedForm},
    model::VehicleId,
};
use crate::{error::AppError, ports::Garage, rendered::PageContent, status};

/// The page of one car of this session, with what was wrong with the form just posted.
///
/// # Errors
///
/// Those of [`Garage::car`].
pub(crate) async fn content(
    garage: &dyn Garage,
    vehicle: VehicleId,
) -> Result<PageContent, AppError> {
    let mut view = garage.car(vehicle).await?;
    view.rejected = use_context::<RejectedForm>();
    if let Some(rejected) = &view.rejected {
        status::set(rejected.mistake.status());
    }
    Ok(page(&view))
}

/// The page of one car, in the order in which a driver asks: how is it, do this, what needs a hand,
/// the car itself, then everything else that it says. The parts are always as many: an open page
/// exchanges them one by one.
fn page(view: &CarView) -> PageContent {
    let (car, now) = (&view.car, view.now);
    let is_silent = car.readings.is_empty();
    let has_values = car
        .readings
        .iter()
        .any(|reading| reading.last_good.is_some());
    let first = [
        command::alert(view.rejected.as_ref()),
        identity::identity(car, now),
        is_silent.then(|| empty::nothing_read(car, now)).into_any(),
        command::controls(view),
        command::destination(view),
        command::schedules(view),
        attention::attention(car, &view.notices),
        has_values.then(|| instrument(car, now)).into_any(),
    ];
    let last = [
        untold::untold(car),
        has_values.then(|| times::times(car)).into_any(),
        command::history(view),
        permissions::permissions(car),
        ways::ways(car),
    ];
    let parts = first
        .into_iter()
        .chain(groups::groups(car, now))
        .chain(last);
    PageContent::new(car.vehicle.name(), command::strip(view), parts)
        .with_token(&view.commands.form_key, &view.commands.era(now))
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
