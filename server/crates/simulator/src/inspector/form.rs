//! Forms of the inspector.

use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::html;

use crate::page::inspector_page;

/// Back to a page after a change.
pub(super) fn back_to(path: &str) -> Response {
    Redirect::to(path).into_response()
}

/// What is wrong with a form, and the way back to it.
pub(super) fn refused(words: &str, path: &str) -> Response {
    let content = html! {
        p.problem role="alert" { (words) }
        p { a href=(path) { "Back to the form" } }
    };
    let page = inspector_page("That cannot be done", path, &content);
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}
