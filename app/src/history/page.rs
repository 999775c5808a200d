//! The page of the history, as the browser knows it.

use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map};

use crate::{
    rendered::rendered_page,
    vehicle::{api::read_vehicle, model::VehicleId},
};

/// Between the query and the id of the car; an address holds none.
const BETWEEN: char = '\n';

/// What one car of this session has said over time.
#[component]
pub fn HistoryPage() -> AnyView {
    let params = use_params_map();
    let search = use_location().search;
    let which = move |_: Option<&String>| {
        let id = params.with(|params| params.get("id")).unwrap_or_default();
        format!("{}{BETWEEN}{id}", search.get())
    };

    rendered_page(Memo::new(which), |which| {
        let (query, id) = which.split_once(BETWEEN).unwrap_or_default();
        Box::pin(read_vehicle(
            VehicleId(id.to_owned()),
            Some(query.to_owned()),
        ))
    })
}
