//! The page of the owner's vehicles.

use leptos::prelude::*;
use leptos_router::components::Redirect;

use super::{
    api::{Disconnect, list_vehicles},
    empty::NoVehicles,
    model::Vehicle,
    table::VehicleTable,
};
use crate::{
    account::Leave,
    arrival::arrived_error,
    components::{Alert, ButtonLink, Heading, Weight, error_page, focus_heading, loaded},
    error::AppError,
    routes,
    site::use_site,
};

/// The vehicles of this session, or the way home for a visitor without one.
#[component]
pub fn VehiclesPage() -> AnyView {
    let disconnect = ServerAction::<Disconnect>::new();
    let (changes, set_changes) = signal(0_u32);
    let vehicles = Resource::new(move || changes.get(), |_| list_vehicles());
    let site = use_site().site;

    // Only what was done changes anything; after an error the page stays as it is, and the focus
    // where it was.
    Effect::new(move || {
        if matches!(*disconnect.value().read(), Some(Ok(()))) {
            set_changes.update(|changes| *changes += 1);
            site.refetch();
        }
    });

    loaded(move || {
        Box::pin(async move {
            match vehicles.await {
                Ok(vehicles) => {
                    if changes.get_untracked() > 0 {
                        // The button that was pressed is gone with its row.
                        request_animation_frame(focus_heading);
                    }
                    view! { <Vehicles vehicles disconnect /> }.into_any()
                }
                Err(AppError::SignedOut) => view! { <Redirect path=routes::HOME /> }.into_any(),
                Err(error) => error_page(&error),
            }
        })
    })
}

#[component]
fn Vehicles(vehicles: Vec<Vehicle>, disconnect: ServerAction<Disconnect>) -> AnyView {
    // Of the forms in `Leave` too: their errors come back to this page in its address.
    let arrived = arrived_error();
    let error = Signal::derive(move || {
        if disconnect.version().get() == 0 {
            arrived.clone()
        } else {
            disconnect.value().get().and_then(Result::err)
        }
    });
    let content: Vec<AnyView> = if vehicles.is_empty() {
        vec![view! { <NoVehicles /> }.into_any()]
    } else {
        vec![
            view! { <VehicleTable vehicles disconnect /> }.into_any(),
            view! {
                <ButtonLink href=routes::LOGIN text="Connect another car" weight=Weight::Plain />
            }
            .into_any(),
        ]
    };

    view! {
        <Heading text="Your cars" />
        <Alert error />
        {content}
        <Leave />
    }
    .into_any()
}
