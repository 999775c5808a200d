//! The control plane under `/_simulator/`: JSON in, JSON out, for tests.

mod accounts;
mod application;
mod clock;
mod commands;
mod deliveries;
mod exchange;
mod faults;
mod grants;
mod limits;
mod mishaps;
mod profile;
mod quirks;
mod reauthentication;
mod requests;
mod signals;
mod subscriptions;
mod vehicle_json;
mod vehicles;
mod webhooks;
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
        .route(
            "/_simulator/limits",
            get(limits::read_application).post(limits::set_application),
        )
        .route(
            "/_simulator/reauthentication",
            post(reauthentication::demand),
        )
        .merge(vehicle_routes())
        .merge(webhook_routes())
}

/// The routes that concern webhooks.
fn webhook_routes() -> Router<Arc<Simulation>> {
    const WEBHOOK: &str = "/_simulator/webhooks/{id}";
    let below = |path: &str| format!("{WEBHOOK}/{path}");
    Router::new()
        .route(
            "/_simulator/webhooks",
            get(webhooks::list).post(webhooks::make),
        )
        .route(
            WEBHOOK,
            get(webhooks::read)
                .patch(webhooks::change)
                .delete(webhooks::remove),
        )
        .route(&below("verify"), post(webhooks::verify))
        .route(&below("test"), post(mishaps::test))
        .route(
            &below("next"),
            get(mishaps::list)
                .post(mishaps::plan)
                .delete(mishaps::forget),
        )
        .route(&below("deliveries"), post(mishaps::deliver))
        .route(
            "/_simulator/subscriptions",
            get(subscriptions::list).post(subscriptions::make),
        )
        .route(
            "/_simulator/subscriptions/{id}",
            delete(subscriptions::remove),
        )
        .route(
            "/_simulator/deliveries",
            get(deliveries::list).delete(deliveries::forget),
        )
        .route(
            "/_simulator/deliveries/{id}/repeat",
            post(deliveries::repeat),
        )
}

/// The routes that concern one vehicle.
fn vehicle_routes() -> Router<Arc<Simulation>> {
    const VEHICLE: &str = "/_simulator/vehicles/{id}";
    let below = |path: &str| format!("{VEHICLE}/{path}");
    Router::new()
        .route("/_simulator/vehicles", get(vehicles::list))
        .route(VEHICLE, get(vehicles::read).patch(vehicles::change))
        .route(&below("profile"), post(profile::follow))
        .route(
            &below("signals"),
            get(signals::list)
                .put(signals::replace_all)
                .patch(signals::set_several),
        )
        .route(
            &below("signals/{code}"),
            get(signals::read)
                .put(signals::replace)
                .patch(signals::set)
                .delete(signals::restore),
        )
        .route(
            &below("commands"),
            get(commands::list)
                .post(commands::plan)
                .delete(commands::forget),
        )
        .route(&below("commands/release"), post(commands::release))
        .route(
            &below("limits"),
            get(limits::read_vehicle).put(limits::set_vehicle),
        )
}
