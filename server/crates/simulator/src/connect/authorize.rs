//! `GET /oauth/authorize` (reference 1.1).

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::html;

use super::authorize_request::{AuthorizeProblem, AuthorizeRequest};
use super::session::ConnectSession;
use super::step::Step;
use crate::entropy::unguessable;
use crate::page::notice;
use crate::simulation::Simulation;

/// Begins a Connect session, or shows why it cannot.
pub(super) async fn begin(
    State(simulation): State<Arc<Simulation>>,
    RawQuery(query): RawQuery,
) -> Response {
    let mut world = simulation.world();
    let request =
        match AuthorizeRequest::read(query.as_deref().unwrap_or_default(), &simulation, &world) {
            Ok(request) => request,
            Err(problem) => return problem_page(&problem),
        };
    let now = simulation.now(&world);
    let id = unguessable(simulation.entropy());
    let session = ConnectSession::new(id, request, now);
    let first_screen = Redirect::to(&session.path(Step::Country));
    world.sessions.store(session, now);
    first_screen.into_response()
}

pub(super) fn problem_page(problem: &AuthorizeProblem) -> Response {
    let body = html! {
        p { code { (problem) } }
        p {
            "The owner is not sent back: an address that is not registered cannot be trusted. "
            a href="/inspector/application" { "What this simulator expects" }
        }
    };
    notice(
        StatusCode::BAD_REQUEST,
        "This link cannot be followed",
        &body,
    )
}
