//! The control plane under `/_simulator/`: JSON in, JSON out, for tests.

mod accounts;
mod application;
mod clock;
mod exchange;
mod faults;
mod grants;
mod quirks;
mod requests;
mod world;

use std::sync::Arc;

use axum::Router;
use axum::routing::{delete, get, post};
pub(crate) use clock::advance_clock;

use crate::simulation::Simulation;

/// The routes of the control plane.
pub(crate) fn router() -> Router<Arc<Simulation>> {
    Router::new()
        .route("/_simulator/health", get(world::health))
        .route("/_simulator/reset", post(world::reset))
        .route("/_simulator/accounts", post(accounts::prepare))
        .route("/_simulator/grants", post(grants::make))
        .route(
            "/_simulator/application",
            get(application::read).post(application::register),
        )
        .route("/_simulator/clock", get(clock::read).post(clock::advance))
        .route(
            "/_simulator/requests",
            get(requests::list).delete(requests::clear),
        )
        .route("/_simulator/quirks", get(quirks::read).post(quirks::set))
        .route("/_simulator/faults", get(faults::list).post(faults::add))
        .route("/_simulator/faults/{id}", get(faults::read))
        .route("/_simulator/faults/{id}", delete(faults::remove))
        .route("/_simulator/faults/{id}/release", post(faults::release))
}
