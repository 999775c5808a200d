//! The settings: what a reader chooses for a browser, kept in a cookie there, and the forms that
//! change it or name a car.

mod cookie;
mod form;
mod language;
mod preference_text;
mod save;

use app::settings::model::Reader;
use axum::{Router, http::HeaderMap, routing::post};

use crate::state::AppState;

/// The forms of the settings. Their page is one of Leptos' own.
pub(crate) fn router() -> Router<AppState> {
    Router::new().route(app::routes::SETTINGS, post(save::save))
}

/// Who looks at a page, as far as the request tells.
pub(crate) fn reader(headers: &HeaderMap, secure: bool) -> Reader {
    Reader {
        preferences: cookie::preferences(headers, secure),
        suggested: language::suggested_units(headers),
    }
}
