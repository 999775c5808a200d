//! The bearer token of the application (reference 0.3 and 7.4).

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::ApiError;
use crate::simulation::Simulation;

/// Lets a request pass that carries a token which was issued and has not expired.
pub(super) async fn require_token(
    State(simulation): State<Arc<Simulation>>,
    request: Request,
    next: Next,
) -> Response {
    let is_valid = bearer_token(request.headers()).is_some_and(|token| {
        let world = simulation.world();
        world.tokens.is_valid(token, simulation.now(&world))
    });
    if is_valid {
        next.run(request).await
    } else {
        ApiError::unauthorized().into_response()
    }
}

fn bearer_token(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
