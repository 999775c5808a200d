//! Leaving a session before its end.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use super::ending::{ConnectError, Ending};
use super::sessions::at_step;
use super::step::Step;
use crate::page::notice;
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;

/// "Back to application".
pub(super) async fn return_manually(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
) -> Response {
    at_step(&simulation, &id, Step::Country, |_, session| {
        let error = ConnectError::plain("user_manually_returned_to_application");
        session.finish(Ending::Failed(error))
    })
}

/// The simulator's own way to each error.
pub(super) async fn end_with_error(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
    RawForm(form): RawForm,
) -> Response {
    at_step(&simulation, &id, Step::Country, |_, session| {
        let form = StrictQuery::parse(&form).unwrap_or_default();
        if let Some(error) = ConnectError::from_form(&form) {
            return session.finish(Ending::Failed(error));
        }
        let body = html! { p { "Choose one of the errors on a Connect screen." } };
        notice(StatusCode::BAD_REQUEST, "There is no such error", &body)
    })
}
