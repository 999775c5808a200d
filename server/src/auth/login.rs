//! `GET /login`: writes a log-in attempt and sends the owner to Connect.

use axum::{
    extract::{RawQuery, Request, State},
    http::{HeaderMap, Uri, header},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use smartcar::{
    ExternalId,
    connect::{AuthorizeUrl, ResponseType},
};
use url::Url;

use super::{ATTEMPT_LIFETIME, browser, query::Query};
use crate::{
    config::is_loopback,
    pages,
    state::AppState,
    storage::{Digest, LoginAttempt},
};

/// The one parameter of `/login`: the page to return to, one of Carport's own.
const RETURN_TO: &str = "return_to";

/// Begins a log-in attempt: 303 to Connect, or the page for an address that makes no sense.
pub async fn login(
    State(state): State<AppState>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    jar: CookieJar,
    request: Request,
) -> Response {
    let parsed = Query::parse(query.as_deref().unwrap_or_default(), &[RETURN_TO]);
    let return_to = match parsed
        .as_ref()
        .map(|query| query.get(RETURN_TO).unwrap_or(app::routes::VEHICLES))
    {
        Ok(path) if app::routes::is_return_target(path) => path.to_owned(),
        _ => {
            tracing::info!("an address of /login that makes no sense was refused");
            return pages::render(&state, request).await;
        }
    };
    if let Some(elsewhere) = canonical_address(&state.config.public_url, &headers, request.uri()) {
        return Redirect::temporary(elsewhere.as_str()).into_response();
    }

    let now = state.clock.now();
    let attempt_state = state.entropy.token();
    let external_id = ExternalId::new(state.entropy.token());
    let (jar, browser) = browser::bind(jar, state.config.secure_cookies(), state.entropy.as_ref());
    let attempt = LoginAttempt {
        state: Digest::of(&attempt_state),
        browser,
        external_id: external_id.clone(),
        reauthenticates: None,
        return_to,
        started_at: now,
        expires_at: now + ATTEMPT_LIFETIME,
    };
    if let Err(error) = state.store.add_login_attempt(&attempt).await {
        return pages::internal_error(&state, &error);
    }
    match connect_address(&state, &attempt_state, &external_id) {
        Ok(address) => (jar, Redirect::to(address.as_str())).into_response(),
        Err(error) => pages::internal_error(&state, &error),
    }
}

fn connect_address(
    state: &AppState,
    attempt_state: &str,
    external_id: &ExternalId,
) -> Result<Url, smartcar::Error> {
    let smartcar = &state.config.smartcar;
    let address = AuthorizeUrl::new(&smartcar.credentials.application_id)
        // Version 3 has no use for an authorization code.
        .response_type(ResponseType::None)
        .redirect_uri(smartcar.redirect_uri.as_str())
        .mode(smartcar.mode.clone())
        .state(attempt_state)
        .external_id(external_id);
    match &smartcar.scope {
        Some(scope) => address.scope(scope.clone()),
        None => address,
    }
    .build(&smartcar.origins)
}

/// Where the same page is under the public URL's host, when the visitor came by another name of this
/// machine: a cookie set for `127.0.0.1` would be missing at `localhost`, where Connect sends the
/// owner back. Other hosts are left alone, since a proxy may rightly change them.
fn canonical_address(public_url: &Url, headers: &HeaderMap, uri: &Uri) -> Option<Url> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let mut came_to = Url::parse(&format!("{}://{host}", public_url.scheme())).ok()?;
    let same_port = came_to.port_or_known_default() == public_url.port_or_known_default();
    if !same_port
        || came_to.host() == public_url.host()
        || !is_loopback(&came_to)
        || !is_loopback(public_url)
    {
        return None;
    }
    came_to.clone_from(public_url);
    came_to.set_path(uri.path());
    came_to.set_query(uri.query());
    Some(came_to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(public_url: &str, host: &'static str) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, header::HeaderValue::from_static(host));
        canonical_address(
            &public_url.parse().unwrap(),
            &headers,
            &Uri::from_static("/login?return_to=/vehicle"),
        )
        .map(Into::into)
    }

    #[test]
    fn another_name_of_this_machine_leads_to_the_public_one() {
        assert_eq!(
            canonical("http://localhost:8000", "127.0.0.1:8000").as_deref(),
            Some("http://localhost:8000/login?return_to=/vehicle")
        );
    }

    #[test]
    fn the_right_name_another_port_and_a_proxy_stay() {
        assert_eq!(canonical("http://localhost:8000", "localhost:8000"), None);
        assert_eq!(canonical("http://localhost:8000", "127.0.0.1:9000"), None);
        assert_eq!(canonical("https://cars.example", "127.0.0.1:8000"), None);
        assert_eq!(
            canonical("http://localhost:8000", "evil.example:8000"),
            None
        );
        assert_eq!(canonical("http://localhost:8000", "@@@"), None);
    }
}
