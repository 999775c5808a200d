//! Errors of the vehicle API (reference 7.1 and 7.2).

use std::borrow::Cow;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::command::ErrorShape;
use crate::quirks::Quirks;

/// An error in the API's envelope. It travels in the response's extensions, since only the layer
/// that logs the request knows the request id.
#[derive(Debug, Clone)]
pub(crate) struct ApiError {
    status: StatusCode,
    kind: Cow<'static, str>,
    code: Option<Cow<'static, str>>,
    detail: String,
    retry_after_seconds: Option<u64>,
    resolution_url: Option<String>,
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
            code: Some(code).filter(|code| !code.is_empty()),
            detail,
            retry_after_seconds: None,
            resolution_url: None,
        }
    }

    /// The owner has not granted what this needs. No code, unless the table of version 3 is right
    /// (reference 6).
    pub(crate) fn not_permitted(detail: impl Into<String>, quirks: &Quirks) -> Self {
        if quirks.permission_as_access_denied {
            Self::access_denied(detail)
        } else {
            Self::new(StatusCode::FORBIDDEN, "PERMISSION", "", detail)
        }
    }

    pub(crate) fn missing_parameter(detail: impl Into<String>) -> Self {
        let code = "MISSING_PARAMETER";
        Self::new(StatusCode::BAD_REQUEST, "VALIDATION", code, detail)
    }

    /// The car is not in the state for it.
    pub(crate) fn vehicle_state(code: &'static str) -> Self {
        let detail = "The vehicle is not in a state in which it can do this.";
        Self::new(StatusCode::CONFLICT, "VEHICLE_STATE", code, detail)
    }

    pub(crate) fn not_capable() -> Self {
        let detail = "The vehicle is not capable of this.";
        Self::new(
            StatusCode::NOT_IMPLEMENTED,
            "COMPATIBILITY",
            "VEHICLE_NOT_CAPABLE",
            detail,
        )
    }

    /// The owner has to log in at the car's maker again; `url` is the beginning of the way there.
    pub(crate) fn authentication_failed(url: String) -> Self {
        let mut error = Self::new(
            StatusCode::BAD_REQUEST,
            "CONNECTED_SERVICES_ACCOUNT",
            "AUTHENTICATION_FAILED",
            "The owner has to log in to the car's connected services account again.",
        );
        error.resolution_url = Some(url);
        error
    }

    /// `TYPE/CODE`, for the inspector.
    pub(crate) fn words(&self) -> String {
        match &self.code {
            Some(code) => format!("{} {}/{code}", self.status.as_u16(), self.kind),
            None => format!("{} {}", self.status.as_u16(), self.kind),
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
        json!({ "errors": [self.object(request_id)] })
    }

    /// The body in one of the shapes that it may have inside a `202`.
    pub(crate) fn body_in_shape(&self, request_id: Uuid, shape: ErrorShape) -> Value {
        match shape {
            ErrorShape::Errors => self.body(request_id),
            ErrorShape::Error => json!({ "error": self.old_object(request_id) }),
            ErrorShape::Bare => self.old_object(request_id),
        }
    }

    /// The error in the words of version 2 and of the webhooks.
    fn old_object(&self, request_id: Uuid) -> Value {
        json!({
            "type": self.kind,
            "code": self.code,
            "description": self.detail,
            "docURL": "https://smartcar.com/docs/errors/",
            "statusCode": self.status.as_u16(),
            "requestId": request_id,
            "resolution": self.resolution_json(),
            "suggestedUserMessage": "Please try again later.",
        })
    }

    fn resolution_json(&self) -> Value {
        let mut resolution = json!({ "type": self.resolution() });
        if let Some(url) = &self.resolution_url {
            resolution["url"] = url.as_str().into();
        }
        resolution
    }

    fn object(&self, request_id: Uuid) -> Value {
        json!({
            "status": self.status.as_u16().to_string(),
            "type": self.kind,
            "code": self.code,
            "title": title(self.code.as_ref().unwrap_or(&self.kind)),
            "detail": self.detail,
            "resolution": self.resolution_json(),
            "links": { "about": "https://smartcar.com/docs/errors/" },
            "meta": { "requestId": request_id },
        })
    }

    fn resolution(&self) -> &'static str {
        match (self.kind.as_ref(), self.code.as_deref()) {
            ("RATE_LIMIT" | "UPSTREAM" | "SERVER" | "VEHICLE_STATE", _) => "RETRY_LATER",
            ("PERMISSION", _) | ("CONNECTED_SERVICES_ACCOUNT", Some("AUTHENTICATION_FAILED")) => {
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
