//! Every route of Carport, and the layers around them in their order.

use std::{any::Any, path::Path, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderValue, Response, StatusCode, header},
    middleware::{from_fn, from_fn_with_state},
    routing::{get, post},
};
use leptos_axum::{LeptosRoutes, generate_route_list};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, CompressionLevel},
    limit::RequestBodyLimitLayer,
    services::ServeDir,
    set_header::SetResponseHeaderLayer,
    timeout::TimeoutLayer,
};

use crate::{
    auth, events, garage, health, pages,
    security::{
        cross_site, error_page, headers,
        oversized_body::{self, BODY_LIMIT},
        request_id,
    },
    settings,
    site_folder::PACKAGE_FOLDER,
    state::AppState,
    unattended, watch, webhook,
};

/// The longest that a request may take. `/exchange` is the slowest: it waits for Smartcar.
const TIME_LIMIT: Duration = Duration::from_mins(1);

/// Every route of Carport.
pub fn router(state: &AppState) -> Router {
    let site = Path::new(state.leptos_options.site_root.as_ref()).to_owned();
    let options = state.leptos_options.clone();
    let pages = Router::new()
        .merge(auth::router())
        .route(app::routes::VEHICLE_PATTERN, post(garage::ask))
        .merge(garage::export::router())
        .merge(settings::router())
        .merge(watch::router())
        // Before those addresses of Leptos, which are their pages for nonsense.
        .leptos_routes_with_context(
            state,
            generate_route_list(app::app::App)
                .into_iter()
                .filter(|route| !app::routes::ANSWERED_BY_THE_SERVER.contains(&route.path()))
                .collect(),
            pages::context(state.clone()),
            move || app::shell::shell(options.clone()),
        )
        .fallback_service(public_files(&site, state))
        .layer(
            ServiceBuilder::new()
                // Around the session too, which is saved after the handler.
                .layer(from_fn_with_state(state.clone(), unattended::finish))
                // Before the session, which a form of another site must not even load.
                .layer(from_fn_with_state(
                    state.clone(),
                    cross_site::refuse_cross_site_forms,
                ))
                .layer(auth::session_layer(state)),
        );
    // Outside of the compression, of which each open stream would hold 5 kB for nothing.
    let streams = events::router().layer(
        ServiceBuilder::new()
            .layer(CatchPanicLayer::custom(page_for_panic(state)))
            .layer(auth::session_layer(state)),
    );

    Router::new()
        .merge(pages)
        // Without a session: nothing in them is anybody's.
        .nest_service(&format!("/{PACKAGE_FOLDER}"), package_files(&site))
        .merge(webhook::router())
        .route(health::ALIVE, get(health::alive))
        .route(health::READY, get(health::ready))
        .layer(
            ServiceBuilder::new()
                .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
                .layer(TimeoutLayer::with_status_code(
                    StatusCode::GATEWAY_TIMEOUT,
                    TIME_LIMIT,
                ))
                .layer(CatchPanicLayer::custom(page_for_panic(state)))
                .layer(from_fn(oversized_body::refuse))
                // For a body that does not say how large it is.
                .layer(RequestBodyLimitLayer::new(BODY_LIMIT)),
        )
        .merge(streams)
        .layer(
            ServiceBuilder::new()
                // Outermost, so that the log has every answer, whoever gave it.
                .layer(from_fn_with_state(state.clone(), request_id::trace))
                .layer(from_fn_with_state(state.clone(), headers::add))
                // Around all that answers with a bare status.
                .layer(from_fn_with_state(state.clone(), error_page::fill)),
        )
        .with_state(state.clone())
}

/// The built script, WebAssembly and style. Their names change with their content, so they are kept
/// for ever; they are compressed beforehand.
fn package_files(site: &Path) -> Router {
    Router::new().fallback_service(
        ServiceBuilder::new()
            .layer(vary_by_encoding())
            .layer(SetResponseHeaderLayer::if_not_present(
                header::CACHE_CONTROL,
                |response: &Response<_>| {
                    let found = response.status().is_success()
                        || response.status() == StatusCode::NOT_MODIFIED;
                    found.then_some(HeaderValue::from_static(
                        "public, max-age=31536000, immutable",
                    ))
                },
            ))
            .service(
                ServeDir::new(site.join(PACKAGE_FOLDER))
                    .append_index_html_on_directories(false)
                    .precompressed_br()
                    .precompressed_gzip(),
            ),
    )
}

/// Icons and the like, and behind them Leptos' page for an address that nobody has.
fn public_files(site: &Path, state: &AppState) -> Router {
    let state = state.clone();
    let not_found = tower::service_fn(move |request: Request<Body>| {
        let state = state.clone();
        async move { Ok::<_, std::convert::Infallible>(pages::render(&state, request).await) }
    });
    Router::new().fallback_service(
        ServiceBuilder::new()
            .layer(vary_by_encoding())
            .layer(SetResponseHeaderLayer::if_not_present(
                header::CACHE_CONTROL,
                |response: &Response<_>| {
                    let is_page = response
                        .headers()
                        .get(header::CONTENT_TYPE)
                        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
                    (!is_page).then_some(HeaderValue::from_static("public, max-age=3600"))
                },
            ))
            .service(
                ServeDir::new(site)
                    .append_index_html_on_directories(false)
                    .precompressed_br()
                    .precompressed_gzip()
                    .call_fallback_on_method_not_allowed(true)
                    .fallback(not_found),
            ),
    )
}

/// A file has one answer for each encoding, which a cache must tell apart.
fn vary_by_encoding() -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(
        header::VARY,
        HeaderValue::from_static("accept-encoding"),
    )
}

fn page_for_panic(
    state: &AppState,
) -> impl Fn(Box<dyn Any + Send + 'static>) -> Response<Body> + Clone + use<> {
    let stylesheet = Arc::clone(&state.stylesheet);
    move |panic| {
        let detail = panic
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| panic.downcast_ref::<&str>().copied())
            .unwrap_or("no message");
        tracing::error!(detail, "a handler panicked");
        pages::plain(StatusCode::INTERNAL_SERVER_ERROR, &stylesheet)
    }
}
