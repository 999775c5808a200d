//! The three ways to send a client id and a secret (reference 2).

use axum::http::{HeaderMap, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::TokenError;
use crate::settings::Settings;
use crate::strict_query::StrictQuery;

/// What a token request carries.
#[derive(Debug, Default, Deserialize)]
pub(super) struct TokenRequest {
    pub(super) grant_type: Option<String>,
    client_id: Option<String>,
    client_secret: Option<String>,
}

impl TokenRequest {
    /// Reads a form or a JSON body, and Basic credentials beside it.
    pub(super) fn read(headers: &HeaderMap, body: &[u8]) -> Result<Self, TokenError> {
        let content_type = headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let media_type = content_type.split(';').next().unwrap_or_default().trim();
        let mut request = match media_type.to_ascii_lowercase().as_str() {
            "application/json" => serde_json::from_slice(body)
                .map_err(|_| TokenError::invalid_request("the body is no JSON object"))?,
            "application/x-www-form-urlencoded" => Self::read_form(body)?,
            _ => {
                return Err(TokenError::invalid_request(
                    "the body must be a form or JSON",
                ));
            }
        };
        if let Some((id, secret)) = basic_credentials(headers)? {
            if request.client_id.is_some() || request.client_secret.is_some() {
                return Err(TokenError::invalid_request(
                    "credentials are sent in two ways",
                ));
            }
            request.client_id = Some(id);
            request.client_secret = Some(secret);
        }
        Ok(request)
    }

    fn read_form(body: &[u8]) -> Result<Self, TokenError> {
        let form = StrictQuery::parse(body)
            .map_err(|doubled| TokenError::invalid_request(doubled.to_string()))?;
        let field = |name| form.get(name).map(str::to_owned);
        Ok(Self {
            grant_type: field("grant_type"),
            client_id: field("client_id"),
            client_secret: field("client_secret"),
        })
    }

    /// Whether the credentials are the application's.
    pub(super) fn check(&self, settings: &Settings) -> Result<(), TokenError> {
        let present = |field: &Option<String>, name: &str| {
            field
                .clone()
                .filter(|value| !value.is_empty())
                .ok_or_else(|| TokenError::invalid_request(format!("{name} is missing")))
        };
        let id = present(&self.client_id, "client_id")?;
        let secret = present(&self.client_secret, "client_secret")?;
        // Digests are compared, so that the time taken tells nothing about the secret.
        let digest = Sha256::digest(secret);
        let mut is_secret = false;
        for known in &settings.client_secrets {
            is_secret |= Sha256::digest(known) == digest;
        }
        if is_secret && id == settings.client_id {
            Ok(())
        } else {
            Err(TokenError::invalid_client())
        }
    }
}

fn basic_credentials(headers: &HeaderMap) -> Result<Option<(String, String)>, TokenError> {
    let Some(value) = headers.get(header::AUTHORIZATION) else {
        return Ok(None);
    };
    let decoded = || {
        let (scheme, encoded) = value.to_str().ok()?.split_once(' ')?;
        let bytes = STANDARD.decode(encoded.trim()).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        let (id, secret) = text.split_once(':')?;
        scheme
            .eq_ignore_ascii_case("basic")
            .then(|| (id.to_owned(), secret.to_owned()))
    };
    decoded()
        .map(Some)
        .ok_or_else(|| TokenError::invalid_request("the Authorization header is malformed"))
}
