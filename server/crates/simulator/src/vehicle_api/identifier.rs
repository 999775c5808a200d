//! Ids in paths, headers and filters.

use axum::http::HeaderMap;
use uuid::Uuid;

use super::ApiError;

/// Reads an id, or says which one is malformed.
pub(super) fn identifier(name: &str, text: &str) -> Result<Uuid, ApiError> {
    Uuid::parse_str(text).map_err(|_| ApiError::invalid_input(format!("{name} must be a UUID")))
}

/// The user id in the `sc-user-id` header (reference 7.4).
pub(super) fn user_of(headers: &HeaderMap) -> Result<Option<Uuid>, ApiError> {
    headers
        .get("sc-user-id")
        .map(|value| identifier("sc-user-id", value.to_str().unwrap_or_default()))
        .transpose()
}
