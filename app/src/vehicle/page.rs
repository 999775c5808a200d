//! The pages of the cars, as the browser knows them.

use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map};

use super::{
    api::{read_garage, read_vehicle},
    model::VehicleId,
};
use crate::rendered::rendered_page;

/// The cars of this session, or the way home for a visitor without one.
#[component]
pub fn VehiclesPage() -> AnyView {
    let search = use_location().search;

    rendered_page(Resource::new_with_options(
        move || search.get(),
        |_| read_garage(),
        false,
    ))
}

/// One car of this session.
#[component]
pub fn VehiclePage() -> AnyView {
    let params = use_params_map();
    let search = use_location().search;

    rendered_page(Resource::new_with_options(
        move || (params.with(|params| params.get("id")), search.get()),
        |(id, _)| read_vehicle(VehicleId(id.unwrap_or_default())),
        false,
    ))
}
