//! The pages of the cars, as the browser knows them.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{
    api::{read_garage, read_vehicle},
    model::VehicleId,
};
use crate::rendered::rendered_page;

/// The cars of this session, or the way home for a visitor without one.
#[component]
pub fn VehiclesPage() -> AnyView {
    rendered_page(Memo::new(|_| String::new()), |_| Box::pin(read_garage()))
}

/// One car of this session.
#[component]
pub fn VehiclePage() -> AnyView {
    let params = use_params_map();
    let id = move |_: Option<&String>| params.with(|params| params.get("id")).unwrap_or_default();

    rendered_page(Memo::new(id), |id| {
        Box::pin(read_vehicle(VehicleId(id), None))
    })
}
