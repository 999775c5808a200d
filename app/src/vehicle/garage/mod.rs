//! The garage: every car of the session.

mod card;

use leptos::prelude::*;

use super::{car::CarsView, empty::NoVehicles, made_at::made_at, table::VehicleTable};
use crate::{
    account::Leave,
    components::{ButtonLink, Weight},
    error::AppError,
    ports::Garage,
    rendered::PageContent,
    routes,
};

/// The page of every car of this session.
///
/// # Errors
///
/// Those of [`Garage::cars`].
pub(crate) async fn content(garage: &dyn Garage) -> Result<PageContent, AppError> {
    Ok(page(garage.cars().await?))
}

/// The page of all cars. The parts are always as many: an open page exchanges them one by one.
fn page(view: CarsView) -> PageContent {
    let CarsView { cars, now } = view;
    let leave = view! { <Leave /> }.into_any();
    if cars.is_empty() {
        return PageContent::new(
            "Your cars",
            ().into_any(),
            [view! { <NoVehicles /> }.into_any(), ().into_any(), leave],
        );
    }
    let cards: Vec<AnyView> = cars.iter().map(|car| card::card(car, now)).collect();
    let cards = view! {
        <ul class="garage">{cards}</ul>
        <ButtonLink href=routes::LOGIN text="Connect another car" weight=Weight::Plain />
        {made_at(now, routes::VEHICLES.to_owned())}
    }
    .into_any();
    let vehicles: Vec<_> = cars.into_iter().map(|car| car.vehicle).collect();
    let table = view! {
        <section class="attributes" aria-labelledby="attributes">
            <h2 id="attributes">"All attributes"</h2>
            <VehicleTable vehicles />
        </section>
    }
    .into_any();
    PageContent::new("Your cars", ().into_any(), [cards, table, leave])
}
