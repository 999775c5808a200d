//! Forms of other sites are refused. Leptos has no token of its own against them; `SameSite=Lax`
//! holds the cookie back, and this check does not even depend on it.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use url::Url;

use super::event::{SecurityEvent, report};
use crate::{pages, state::AppState};

/// Lets a request that changes something through only when it comes from a page of ours.
pub(crate) async fn refuse_cross_site_forms(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if safe || is_from_here(request.headers(), &state.config.public_url) {
        return next.run(request).await;
    }
    report(SecurityEvent::CrossSiteForm);
    pages::plain(StatusCode::FORBIDDEN, &state.stylesheet)
}

/// Whether the browser says that the request comes from a page of ours. A client that sends neither
/// header is no browser, and carries no cookie that it was not given.
fn is_from_here(headers: &HeaderMap, public_url: &Url) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let Some(origin) = headers.get(header::ORIGIN) else {
        return true;
    };
    let Some(origin) = origin
        .to_str()
        .ok()
        .and_then(|origin| Url::parse(origin).ok())
    else {
        return false;
    };
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .and_then(|host| Url::parse(&format!("{}://{host}", origin.scheme())).ok());
    origin.origin() == public_url.origin()
        || host.is_some_and(|host| host.origin() == origin.origin())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_here(headers: &[(&'static str, &'static str)]) -> bool {
        let headers = headers
            .iter()
            .map(|(name, value)| {
                (
                    header::HeaderName::from_static(name),
                    header::HeaderValue::from_static(value),
                )
            })
            .collect();
        is_from_here(&headers, &Url::parse("https://cars.example").unwrap())
    }

    #[test]
    fn pages_of_ours_may() {
        assert!(from_here(&[("sec-fetch-site", "same-origin")]));
        assert!(from_here(&[("origin", "https://cars.example")]));
        assert!(from_here(&[
            ("origin", "http://127.0.0.1:8000"),
            ("host", "127.0.0.1:8000")
        ]));
        assert!(from_here(&[]));
    }

    #[test]
    fn others_may_not() {
        assert!(!from_here(&[("sec-fetch-site", "cross-site")]));
        assert!(!from_here(&[("sec-fetch-site", "same-site")]));
        assert!(!from_here(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://cars.example")
        ]));
        assert!(!from_here(&[("origin", "null")]));
        assert!(!from_here(&[(
            "origin",
            "https://cars.example.evil.example"
        )]));
        assert!(!from_here(&[("origin", "http://cars.example")]));
        assert!(!from_here(&[
            ("origin", "https://evil.example"),
            ("host", "cars.example")
        ]));
    }
}
