//! Who may talk to the simulator: only this machine, and no foreign page.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use url::{Host, Url};

use crate::settings::is_loopback;
use crate::simulation::Simulation;

/// Every page's policy. No `form-action`: Chromium holds redirects after a form post to it, and
/// Connect's last form leads to the application, which may redirect onwards to who knows where.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
     base-uri 'none'; frame-ancestors 'none'";

/// Refuses a request for another host name: a page whose name was rebound to this address could
/// otherwise read everything here.
pub(crate) async fn require_known_host(
    State(simulation): State<Arc<Simulation>>,
    request: Request,
    next: Next,
) -> Response {
    let host = requested_host(&request);
    let is_known = host.as_ref().is_some_and(|host| {
        is_loopback(host) || simulation.origin().host() == Some(as_borrowed(host))
    });
    if is_known {
        next.run(request).await
    } else {
        let words = "The simulator answers to loopback host names and to its public origin only.\n";
        (StatusCode::MISDIRECTED_REQUEST, words).into_response()
    }
}

fn requested_host(request: &Request) -> Option<Host> {
    let authority = match request.headers().get(header::HOST) {
        Some(value) => value.to_str().ok()?,
        None => request.uri().authority()?.as_str(),
    };
    if authority.contains(['@', '/', '\\', '?', '#']) {
        return None;
    }
    let host = Url::parse(&format!("http://{authority}/"))
        .ok()?
        .host()?
        .to_owned();
    Some(host)
}

fn as_borrowed(host: &Host) -> Host<&str> {
    match host {
        Host::Domain(name) => Host::Domain(name),
        Host::Ipv4(address) => Host::Ipv4(*address),
        Host::Ipv6(address) => Host::Ipv6(*address),
    }
}

/// Refuses a change that another site's page asks for.
pub(crate) async fn refuse_foreign_changes(request: Request, next: Next) -> Response {
    let is_reading = matches!(*request.method(), Method::GET | Method::HEAD);
    if is_reading || is_own(request.headers()) {
        next.run(request).await
    } else {
        let words = "Another site's page may not change the simulator.\n";
        (StatusCode::FORBIDDEN, words).into_response()
    }
}

/// Whether a request comes from a page of this simulator, or from no page at all.
fn is_own(headers: &HeaderMap) -> bool {
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &HeaderValue| value.to_str().ok())
    };
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = headers.get(header::ORIGIN) else {
        return true;
    };
    let host_of_origin = origin
        .to_str()
        .ok()
        .and_then(|origin| origin.split_once("://"));
    host_of_origin.is_some_and(|(_, host)| text("host") == Some(host))
}

/// Gives every page its security headers.
pub(crate) async fn harden(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
        (header::REFERRER_POLICY, "same-origin"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    response
}
