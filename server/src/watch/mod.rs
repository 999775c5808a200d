//! What owners want to be told of: a rule is looked at whenever its car has said something, and once a
//! minute for what only time brings about. What is so becomes a notice, once however many replicas
//! look, and ends by itself.

mod charging;
mod episode;
mod facts;
mod form;
mod handler;
mod judge;
mod look;
mod news;
mod tyres;

use axum::{
    Router,
    routing::{get, post},
};

pub(crate) use look::look;
pub use look::look_at_due;

use crate::state::AppState;

/// How long a notice is kept after it is over.
pub const MEMORY: time::Duration = time::Duration::days(90);

/// The forms of the notices, and what a browser asks to show a notification. The page is one of
/// Leptos' own.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .route(app::routes::NOTICES, post(handler::take))
        .route(app::routes::NEW_NOTICES, get(news::tell))
}
