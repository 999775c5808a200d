//! The vehicle API, `https://vehicle.api.smartcar.com/v3` (reference 3, 4.1 and 7).

mod api_error;
mod authentication;
mod connection_json;
mod connection_query;
mod connections;
mod identifier;
mod paging;
mod users;
mod vehicles;

use std::sync::Arc;

pub(crate) use api_error::ApiError;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{delete, get};

use crate::fault::apply_faults;
use crate::simulation::Simulation;
use crate::traffic::observe;

/// The routes under `/v3`.
pub(crate) fn router(simulation: &Arc<Simulation>) -> Router<Arc<Simulation>> {
    let layer_state = || Arc::clone(simulation);
    Router::new()
        .route("/connections", get(connections::list))
        .route(
            "/connections/{id}",
            get(connections::read).delete(connections::remove),
        )
        .route("/vehicles/{id}", get(vehicles::read))
        .route("/users/{id}", delete(users::remove))
        .route_layer(from_fn_with_state(
            layer_state(),
            authentication::require_token,
        ))
        .method_not_allowed_fallback(async || ApiError::method_not_allowed())
        .fallback(async || ApiError::unknown_path())
        .layer(from_fn_with_state(layer_state(), apply_faults))
        .layer(from_fn_with_state(layer_state(), observe))
}
