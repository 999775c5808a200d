//! The style sheet and the icon, compiled in.

use axum::http::header;
use axum::response::IntoResponse;

/// Where the style sheet is.
pub(super) const PATH: &str = "/_simulator/style.css";

const STYLES: &str = concat!(
    include_str!("styles/tokens.css"),
    include_str!("styles/elements.css"),
    include_str!("styles/connect.css"),
    include_str!("styles/inspector.css"),
);

pub(super) async fn serve() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLES)
}

pub(super) async fn serve_icon() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "image/svg+xml")],
        include_str!("styles/icon.svg"),
    )
}
