//! The application's own limit (reference 7.3).

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::ApiError;
use crate::simulation::Simulation;

/// Lets a request pass while the application has some left.
pub(super) async fn count_request(
    State(simulation): State<Arc<Simulation>>,
    request: Request,
    next: Next,
) -> Response {
    let taken = {
        let mut world = simulation.world();
        let now = simulation.now(&world);
        let tells_when = world.quirks.general.application_retry_after;
        let taken = world.limit.take(now);
        taken.map_err(|seconds| tells_when.then_some(seconds))
    };
    match taken {
        Ok(()) => next.run(request).await,
        Err(retry_after) => ApiError::new(
            StatusCode::TOO_MANY_REQUESTS,
            "RATE_LIMIT",
            "SMARTCAR_API",
            "The application has sent too many requests.",
        )
        .retry_after(retry_after)
        .into_response(),
    }
}
