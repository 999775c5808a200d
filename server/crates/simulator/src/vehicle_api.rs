//! The vehicle API, `https://vehicle.api.smartcar.com/v3` (reference 3 to 7), and beside it the
//! management API, `https://management.api.smartcar.com/v3` (reference 8).

mod access;
mod api_error;
mod application_limit;
mod authentication;
mod commands;
mod connection_json;
mod connection_query;
mod connections;
mod execute;
mod identifier;
mod paging;
mod signal_json;
mod signals;
mod subscription_query;
mod subscriptions;
mod unit_system;
mod users;
mod vehicles;
mod webhooks;

use std::sync::Arc;

pub(crate) use access::MONTHLY_ALLOWANCE;
pub(crate) use api_error::ApiError;
use axum::Router;
use axum::extract::{Extension, State};
use axum::middleware::from_fn_with_state;
use axum::routing::{delete, get, post};

use crate::command::CommandKind;
use crate::fault::apply_faults;
use crate::simulation::Simulation;
use crate::traffic::observe;

/// The routes under `/v3`.
pub(crate) fn router(simulation: &Arc<Simulation>) -> Router<Arc<Simulation>> {
    let layer_state = || Arc::clone(simulation);
    command_routes()
        .route("/connections", get(connections::list))
        .route(
            "/connections/{id}",
            get(connections::read).delete(connections::remove),
        )
        .route("/vehicles/{id}", get(vehicles::read))
        .route("/vehicles/{id}/signals", get(signals::list))
        .route("/vehicles/{id}/signals/{code}", get(signals::read))
        .route("/users/{id}", delete(users::remove))
        .route("/webhooks", get(webhooks::list))
        .route("/webhooks/{id}", get(webhooks::read))
        .route(
            "/subscriptions",
            get(subscriptions::list).post(subscriptions::make),
        )
        .route(
            "/subscriptions/{id}",
            get(subscriptions::read).delete(subscriptions::remove),
        )
        .route_layer(from_fn_with_state(
            layer_state(),
            application_limit::count_request,
        ))
        .route_layer(from_fn_with_state(
            layer_state(),
            authentication::require_token,
        ))
        .method_not_allowed_fallback(async || ApiError::method_not_allowed())
        .fallback(async || ApiError::unknown_path())
        .layer(from_fn_with_state(layer_state(), apply_faults))
        .layer(from_fn_with_state(layer_state(), observe))
}

fn command_routes() -> Router<Arc<Simulation>> {
    let mut router = Router::new();
    for kind in CommandKind::ALL {
        let send = async move |State(simulation), Extension(observed), names, request| {
            commands::send(kind, simulation, observed, names, request).await
        };
        let path = kind.template().trim_start_matches("/v3");
        router = router.route(
            path,
            if kind == CommandKind::DeleteSchedule {
                delete(send).get(commands::read_schedule)
            } else {
                post(send)
            },
        );
    }
    router
}
