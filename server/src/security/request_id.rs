//! An id for every request, in the log and in the answer, so that a reader can name to the operator
//! what went wrong. A client's own id is not taken over: it could forge the log.

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use tracing::Instrument;

use crate::state::AppState;

/// The header that carries the id.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Runs the request in a span with its id, and logs its end. The route is logged, never the query
/// and never the path: they may hold what only their owner may see.
pub(crate) async fn trace(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let id = state.entropy.uuid().to_string();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("(none)", MatchedPath::as_str)
        .to_owned();
    let span = tracing::info_span!("request", id, method = %request.method(), route);
    async move {
        let mut response = next.run(request).await;
        let status = response.status();
        if status.is_server_error() {
            tracing::warn!(status = status.as_u16(), "answered");
        } else {
            tracing::debug!(status = status.as_u16(), "answered");
        }
        if let Ok(value) = HeaderValue::from_str(&id) {
            response.headers_mut().insert(REQUEST_ID, value);
        }
        response
    }
    .instrument(span)
    .await
}
