//! The page of the owner's vehicles.

use leptos::{either::EitherOf3, prelude::*};
use leptos_router::components::Redirect;

use super::{
    api::{Disconnect, list_vehicles},
    empty::NoVehicles,
    model::Vehicle,
    table::VehicleTable,
};
use crate::{
    account::{
        Leave,
        api::{Erase, SignOut},
    },
    components::{Alert, ErrorPage, Heading, focus_heading},
    error::AppError,
    routes,
    site::use_site,
};

/// The vehicles of this session, or the way home for a visitor without one.
#[component]
pub fn VehiclesPage() -> impl IntoView {
    let disconnect = ServerAction::<Disconnect>::new();
    let vehicles = Resource::new(move || disconnect.version().get(), |_| list_vehicles());
    let site = use_site().site;

    // The button that was pressed is gone with its row: the focus would fall off the page.
    Effect::new(move |previous: Option<usize>| {
        let version = disconnect.version().get();
        if previous.is_some_and(|previous| previous != version)
            && disconnect
                .value()
                .with_untracked(|value| matches!(value, Some(Ok(()))))
        {
            site.refetch();
            focus_heading();
        }
        version
    });

    view! {
        <Transition>
            {move || Suspend::new(async move {
                match vehicles.await {
                    Ok(vehicles) => {
                        EitherOf3::A(view! { <Vehicles vehicles disconnect /> })
                    }
                    Err(AppError::SignedOut) => {
                        EitherOf3::B(view! { <Redirect path=routes::HOME /> })
                    }
                    Err(error) => EitherOf3::C(view! { <ErrorPage error /> }),
                }
            })}
        </Transition>
    }
}

#[component]
fn Vehicles(vehicles: Vec<Vehicle>, disconnect: ServerAction<Disconnect>) -> impl IntoView {
    let sign_out = ServerAction::<SignOut>::new();
    let erase = ServerAction::<Erase>::new();
    let error = Signal::derive(move || {
        [disconnect.value(), sign_out.value(), erase.value()]
            .into_iter()
            .find_map(|value| value.get().and_then(Result::err))
    });
    let content = if vehicles.is_empty() {
        view! { <NoVehicles /> }.into_any()
    } else {
        view! {
            <VehicleTable vehicles disconnect />
            <p class="after-table">
                <a class="button" href=routes::LOGIN rel="external">
                    "Connect another car"
                </a>
            </p>
        }
        .into_any()
    };

    view! {
        <Heading text="Your cars" />
            <Alert error />
            {content}
            <Leave sign_out erase />

    }
}
