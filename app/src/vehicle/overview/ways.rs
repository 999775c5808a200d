//! The ways on from the page of a car.

use leptos::prelude::*;

use crate::{
    components::{ButtonLink, Weight},
    routes,
    vehicle::{car::Car, disconnect::DisconnectForm},
};

/// Back to all cars, and away from this one.
pub(super) fn ways(car: &Car) -> AnyView {
    let (id, name) = (car.vehicle.id.clone(), car.vehicle.name_in_sentence());
    view! {
        <div class="car-ways" id="disconnect">
            <ButtonLink href=routes::VEHICLES text="All your cars" weight=Weight::Plain />
            <DisconnectForm id name />
        </div>
    }
    .into_any()
}
