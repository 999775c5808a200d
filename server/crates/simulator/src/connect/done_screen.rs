//! Connect's own last page, where there is nowhere to return to (reference 1.1, `redirect_uri`).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use super::ending::Ending;
use crate::page::notice;
use crate::simulation::Simulation;

pub(super) async fn show(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
) -> Response {
    let world = simulation.world();
    let session = world.sessions.get(&id);
    match session.and_then(|session| session.ending.as_ref()) {
        Some(Ending::Granted { .. }) => {
            let body = html! { p { "Your car is connected. You can close this window." } };
            notice(StatusCode::OK, "Done", &body)
        }
        Some(Ending::Reauthenticated { .. }) => {
            let body = html! { p { "Your car is connected again. You can close this window." } };
            notice(StatusCode::OK, "Done", &body)
        }
        Some(Ending::Failed(error)) => {
            let body = html! {
                p { (error.description()) }
                p { code { (error.code) } }
                p { "You can close this window." }
            };
            notice(StatusCode::OK, "Nothing was connected", &body)
        }
        None => {
            let body = html! { p { "There is no outcome to show yet." } };
            notice(
                StatusCode::NOT_FOUND,
                "This Connect session is not finished",
                &body,
            )
        }
    }
}
