//! Issuing tokens.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;
use serde_json::json;

use super::TokenError;
use super::credentials::TokenRequest;
use crate::entropy::unguessable;
use crate::simulation::Simulation;

/// `POST /oauth2/token`, grant `client_credentials`.
pub(super) async fn issue(
    State(simulation): State<Arc<Simulation>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<impl IntoResponse, TokenError> {
    let request = TokenRequest::read(&headers, &body)?;
    match request.grant_type.as_deref() {
        None | Some("") => return Err(TokenError::invalid_request("grant_type is missing")),
        Some("client_credentials") => {}
        Some(_) => return Err(TokenError::unsupported_grant_type()),
    }
    request.check(simulation.settings())?;

    let token = unguessable(simulation.entropy());
    let lifetime = simulation.token_lifetime();
    let mut world = simulation.world();
    let expires_at = simulation.now(&world) + lifetime;
    world.tokens.add(token.clone(), expires_at);
    let body = json!({
        "access_token": token,
        "token_type": "Bearer",
        "expires_in": lifetime.as_secs(),
    });
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(body)))
}
