//! Pages outside Leptos' own routes: those of the handlers for `/login` and `/exchange`, and the
//! plain ones for when no page can be rendered.

use std::{error::Error, sync::Arc};

use app::{
    ports::Garage,
    settings::model::{Preferences, Reader, Theme},
    vehicle::units::Units,
};
use axum::{
    body::Body,
    extract::Request,
    http::{StatusCode, header, request::Parts},
    response::{Html, IntoResponse, Response},
};
use leptos::prelude::{provide_context, use_context};
use tower_sessions::Session;

use crate::{garage::SessionGarage, settings, state::AppState, telemetry};

/// What every page and server function finds in Leptos' context: who looks at it, and the garage of
/// the request's own session.
pub fn context(state: AppState) -> impl Fn() + Clone + Send + Sync + 'static {
    move || {
        let request = use_context::<Parts>();
        let (reader, garage) = (
            reader(&state, request.as_ref()),
            garage(&state, request.as_ref()),
        );
        let garage: Arc<dyn Garage> = Arc::new(garage);
        provide_context(reader);
        provide_context(garage);
    }
}

/// Who looks at a page. Nobody does outside a request, as when the routes are listed.
fn reader(state: &AppState, request: Option<&Parts>) -> Reader {
    const NOBODY: Reader = Reader {
        preferences: Preferences {
            theme: Theme::System,
            units: None,
        },
        suggested: Units::METRIC,
    };

    request.map_or(NOBODY, |parts| {
        settings::reader(&parts.headers, state.config.secure_cookies())
    })
}

/// The garage of this request's own session.
pub(crate) fn garage(state: &AppState, request: Option<&Parts>) -> SessionGarage {
    let session = request.and_then(|parts| parts.extensions.get::<Session>().cloned());
    SessionGarage::new(state.clone(), session, reader(state, request).units())
}

/// The page that Leptos has for the address of this request.
pub async fn render(state: &AppState, request: Request<Body>) -> Response {
    render_with(state, request, || {}).await
}

/// The page that Leptos has for the address of this request, with more in its context.
pub(crate) async fn render_with(
    state: &AppState,
    request: Request<Body>,
    more: impl Fn() + Clone + Send + Sync + 'static,
) -> Response {
    let options = state.leptos_options.clone();
    let context = context(state.clone());
    let context = move || {
        context();
        more();
    };
    let render = leptos_axum::render_app_async_with_context(context, move || {
        app::shell::shell(options.clone())
    });
    render(request).await.into_response()
}

/// The page for our own faults; the detail goes to the log.
pub fn internal_error(state: &AppState, error: &(dyn Error + 'static)) -> Response {
    telemetry::log_internal(error);
    plain(StatusCode::INTERNAL_SERVER_ERROR, &state.stylesheet)
}

/// A page without Leptos, for when there is no other: complete, in the same look, without a script.
pub fn plain(status: StatusCode, stylesheet: &str) -> Response {
    (
        status,
        [(header::CONTENT_SECURITY_POLICY, PLAIN_POLICY)],
        Html(plain_document(status, stylesheet)),
    )
        .into_response()
}

/// The document of a plain page.
pub(crate) fn plain_document(status: StatusCode, stylesheet: &str) -> String {
    let (title, text) = words(status);
    app::shell::error_document(status.as_u16(), title, text, stylesheet)
}

/// A plain page has no script at all.
pub(crate) const PLAIN_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; \
    manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

fn words(status: StatusCode) -> (&'static str, &'static str) {
    match status {
        StatusCode::BAD_REQUEST => ("This request could not be read", "Go back and try again."),
        StatusCode::FORBIDDEN => (
            "This came from another site",
            "Carport only acts on its own forms. Open the page here and press the button again.",
        ),
        StatusCode::NOT_FOUND => (
            "There is no page here",
            "Check the address, or start again from the first page.",
        ),
        StatusCode::METHOD_NOT_ALLOWED => (
            "This address works differently",
            "Go back and use the buttons of the page.",
        ),
        StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => (
            "This took too long",
            "Nothing may have been changed. Look at your cars, then try again.",
        ),
        StatusCode::PAYLOAD_TOO_LARGE
        | StatusCode::URI_TOO_LONG
        | StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE => (
            "This request is too large",
            "No form or link of Carport is that long. Go back and try again.",
        ),
        _ => (
            "Something went wrong here",
            "It is our fault, and it has been written down. Please try again in a minute.",
        ),
    }
}
