//! The frames of all pages, and what they look like.

mod layout;
mod styles;

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
pub(crate) use layout::{connect_page, inspector_page};
use maud::{Markup, html};

use crate::simulation::Simulation;

/// The style sheet and the icon.
pub(crate) fn router() -> Router<Arc<Simulation>> {
    Router::new()
        .route(styles::PATH, get(styles::serve))
        .route("/favicon.ico", get(styles::serve_icon))
}

/// A page with a heading and a few words.
pub(crate) fn notice(status: StatusCode, heading: &str, body: &Markup) -> Response {
    let content = html! { main { h1 { (heading) } (body) } };
    (status, connect_page(heading, &content)).into_response()
}

/// The answer to a path that leads nowhere.
pub(crate) fn nothing_here() -> Response {
    let body = html! { p { a href="/" { "The simulator's inspector" } } };
    notice(StatusCode::NOT_FOUND, "There is nothing here", &body)
}
