//! The page of the owner's vehicles.

use leptos::prelude::*;
use leptos_router::components::Redirect;

use super::{api::list_vehicles, empty::NoVehicles, model::Vehicle, table::VehicleTable};
use crate::{
    account::Leave,
    arrival::arrived_error,
    components::{Alert, ButtonLink, Heading, Weight, error_page, loaded},
    error::AppError,
    routes,
};

/// The vehicles of this session, or the way home for a visitor without one.
#[component]
pub fn VehiclesPage() -> AnyView {
    let vehicles = Resource::new(|| (), |()| list_vehicles());

    loaded(move || {
        Box::pin(async move {
            match vehicles.await {
                Ok(vehicles) => view! { <Vehicles vehicles /> }.into_any(),
                Err(AppError::SignedOut) => view! { <Redirect path=routes::HOME /> }.into_any(),
                Err(error) => error_page(&error),
            }
        })
    })
}

#[component]
fn Vehicles(vehicles: Vec<Vehicle>) -> AnyView {
    let content: Vec<AnyView> = if vehicles.is_empty() {
        vec![view! { <NoVehicles /> }.into_any()]
    } else {
        vec![
            view! { <VehicleTable vehicles /> }.into_any(),
            view! {
                <ButtonLink href=routes::LOGIN text="Connect another car" weight=Weight::Plain />
            }
            .into_any(),
        ]
    };

    view! {
        <Heading text="Your cars" />
        <Alert error=arrived_error() />
        {content}
        <Leave />
    }
    .into_any()
}
