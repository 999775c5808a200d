//! A page for every error that would reach the browser as an empty answer.

use axum::{
    body::{Body, HttpBody},
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::Response,
};

use crate::{pages, state::AppState};

/// Gives an error without a body a page, where a page is asked for. Limits, time-outs and wrong
/// methods answer with a bare status.
pub(crate) async fn fill(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let wants_page = request
        .headers()
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_none_or(|accept| accept.contains("text/html") || accept.contains("*/*"));
    let response = next.run(request).await;
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || !wants_page || has_page(&response) {
        return response;
    }
    let (mut parts, _) = response.into_parts();
    let (page, body): (_, Body) = pages::plain(status, &state.stylesheet).into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.extend(page.headers);
    Response::from_parts(parts, body)
}

/// Whether the answer says something already: an HTML page, or JSON for a script.
fn has_page(response: &Response) -> bool {
    let is_plain_text = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    !is_plain_text && response.body().size_hint().upper() != Some(0)
}
