//! The inspector at `/`: the simulated world to look at, and to change by hand.

mod application;
mod clock;
mod connections;
mod deliveries;
mod faults;
mod form;
mod instant;
mod quirks;
mod requests;
mod signal;
mod vehicle;
mod vehicle_actions;
mod vehicle_commands;
mod vehicle_limits;
mod vehicle_signals;
mod vehicles;
mod webhook;
mod webhook_actions;
mod webhooks;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::simulation::Simulation;

/// The routes of the inspector.
pub(crate) fn router() -> Router<Arc<Simulation>> {
    Router::new()
        .route("/", get(connections::show))
        .route(
            "/inspector/connections/{id}/disconnect",
            post(connections::disconnect),
        )
        .route("/inspector/vehicles", get(vehicles::show))
        .route("/inspector/vehicles/{id}", get(vehicle::show))
        .route("/inspector/vehicles/{id}/act", post(vehicle_actions::act))
        .route("/inspector/vehicles/{id}/limits", post(vehicle_limits::set))
        .route(
            "/inspector/vehicles/{id}/signals/{code}",
            get(signal::show).post(signal::set),
        )
        .route(
            "/inspector/webhooks",
            get(webhooks::show).post(webhooks::add),
        )
        .route(
            "/inspector/webhooks/{id}",
            get(webhook::show).post(webhook_actions::change),
        )
        .route("/inspector/webhooks/{id}/act", post(webhook_actions::act))
        .route(
            "/inspector/deliveries/{id}/repeat",
            post(deliveries::repeat),
        )
        .route("/inspector/requests", get(requests::show))
        .route("/inspector/requests/clear", post(requests::clear))
        .route("/inspector/faults", get(faults::show).post(faults::add))
        .route("/inspector/faults/{id}/remove", post(faults::remove))
        .route("/inspector/faults/{id}/release", post(faults::release))
        .route("/inspector/quirks", get(quirks::show).post(quirks::set))
        .route("/inspector/clock", get(clock::show).post(clock::advance))
        .route("/inspector/application", get(application::show))
        .route("/inspector/reset", post(application::reset))
}
