//! The pages whose content the server renders ([`crate::rendered`]). The browser knows where to get
//! them, and nothing else of them: one server function reads them all, since each other one would be
//! compiled into what every visitor downloads.

mod api;
#[cfg(feature = "ssr")]
mod content;

use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map};

use crate::{
    rendered::{Reading, rendered_page},
    routes,
};

/// Every car of this session.
#[component]
pub fn GaragePage() -> AnyView {
    at(|| routes::VEHICLES.to_owned())
}

/// One car of this session.
#[component]
pub fn VehiclePage() -> AnyView {
    at(vehicle_of_address())
}

/// What one car of this session has said over time.
#[component]
pub fn HistoryPage() -> AnyView {
    let vehicle = vehicle_of_address();
    let search = use_location().search;
    at(move || format!("{}{}?{}", vehicle(), routes::HISTORY, search.get()))
}

/// What the owner wanted to be told, and what of.
#[component]
pub fn NoticesPage() -> AnyView {
    at(|| routes::NOTICES.to_owned())
}

/// Units, theme, and the names of the cars.
#[component]
pub fn SettingsPage() -> AnyView {
    at(|| routes::SETTINGS.to_owned())
}

fn at(address: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    rendered_page(Memo::new(move |_| address()), read)
}

fn read(page: String, known: String) -> Reading {
    Box::pin(api::read_page(page, known))
}

/// The page of the car that the address names, whatever else the address may be by now: on the way to
/// another page it is that one's already.
fn vehicle_of_address() -> impl Fn() -> String {
    let params = use_params_map();
    move || {
        let id = params.with(|params| params.get("id")).unwrap_or_default();
        format!("{}/{id}", routes::VEHICLES)
    }
}
