//! Errors of the vehicle API (reference 7.1 and 7.2).

use std::borrow::Cow;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use uuid::Uuid;

/// An error in the API's envelope. It travels in the response's extensions, since only the layer
/// that logs the request knows the request id.
#[derive(Debug, Clone)]
pub(crate) struct ApiError {
    status: StatusCode,
    kind: Cow<'static, str>,
    code: Cow<'static, str>,
    detail: String,
    retry_after_seconds: Option<u64>,
}

impl ApiError {
    pub(crate) fn new(
        status: StatusCode,
        kind: impl Into<Cow<'static, str>>,
        code: impl Into<Cow<'static, str>>,
        detail: impl Into<String>,
    ) -> Self {
        let (kind, code, detail) = (kind.into(), code.into(), detail.into());
        Self {
            status,
            kind,
            code,
            detail,
            retry_after_seconds: None,
        }
    }

    pub(crate) fn retry_after(mut self, seconds: Option<u64>) -> Self {
        self.retry_after_seconds = seconds;
        self
    }

    /// No token, or one that is unknown or expired.
    pub(crate) fn unauthorized() -> Self {
        let detail = "The access token is missing, unknown or expired.";
        Self::new(
            StatusCode::UNAUTHORIZED,
            "AUTHENTICATION",
            "UNAUTHORIZED",
            detail,
        )
    }

    pub(crate) fn access_denied(detail: impl Into<String>) -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "AUTHENTICATION",
            "ACCESS_DENIED",
            detail,
        )
    }

    pub(crate) fn invalid_input(detail: impl Into<String>) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "VALIDATION",
            "INVALID_INPUT_FORMAT",
            detail,
        )
    }

    /// There is no such connection, vehicle or user.
    pub(crate) fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "RESOURCE_NOT_FOUND", "PATH", detail)
    }

    /// The path leads nowhere.
    pub(crate) fn unknown_path() -> Self {
        let detail = "The API has no such path.";
        Self::new(
            StatusCode::NOT_FOUND,
            "RESOURCE_NOT_FOUND",
            "INVALID_PATH",
            detail,
        )
    }

    pub(crate) fn method_not_allowed() -> Self {
        let detail = "The path does not take this method.";
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "VALIDATION",
            "INVALID_INPUT_FORMAT",
            detail,
        )
    }

    /// The envelope of reference 7.1.
    pub(crate) fn body(&self, request_id: Uuid) -> Value {
        json!({ "errors": [{
            "status": self.status.as_u16().to_string(),
            "type": self.kind,
            "code": self.code,
            "title": title(&self.code),
            "detail": self.detail,
            "resolution": { "type": self.resolution() },
            "links": { "about": "https://smartcar.com/docs/errors/" },
            "meta": { "requestId": request_id },
        }] })
    }

    fn resolution(&self) -> &'static str {
        match (self.kind.as_ref(), self.code.as_ref()) {
            ("RATE_LIMIT" | "UPSTREAM" | "SERVER", _) => "RETRY_LATER",
            ("PERMISSION", _) | ("CONNECTED_SERVICES_ACCOUNT", "AUTHENTICATION_FAILED") => {
                "REAUTHENTICATE"
            }
            _ => "UNKNOWN_RESOLUTION_TYPE",
        }
    }
}

/// `INVALID_INPUT_FORMAT` in words.
fn title(code: &str) -> String {
    let words = code.to_lowercase().replace('_', " ");
    let mut characters = words.chars();
    characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default()
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        if let Some(seconds) = self.retry_after_seconds {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            let scheme = HeaderValue::from_static("Bearer");
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, scheme);
        }
        response.extensions_mut().insert(self);
        response
    }
}
