//! Reading orders, and saying what is wrong with them.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use serde_json::json;

/// Why an order is not carried out: `{"error": "a sentence"}`.
#[derive(Debug)]
pub(super) struct Refusal {
    status: StatusCode,
    words: String,
}

impl Refusal {
    /// The order itself is wrong.
    pub(super) fn bad(words: impl Into<String>) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            words: words.into(),
        }
    }

    /// What the order names does not exist.
    pub(super) fn missing(words: impl Into<String>) -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            words: words.into(),
        }
    }

    /// What is to be made exists already.
    pub(super) fn conflict(words: impl Into<String>) -> Self {
        Self {
            status: StatusCode::CONFLICT,
            words: words.into(),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.status, Json(json!({ "error": self.words }))).into_response()
    }
}

/// A JSON order. Its content type does not matter; an unknown field does.
#[derive(Debug)]
pub(super) struct Order<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Order<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|_| Refusal::bad("The body cannot be read."))?;
        serde_json::from_slice(&bytes)
            .map(Self)
            .map_err(|error| Refusal::bad(format!("The order cannot be understood: {error}.")))
    }
}

/// The number behind `?await=`; zero where there is no query.
pub(super) fn awaited(query: Option<&str>) -> Result<usize, Refusal> {
    match query.unwrap_or_default() {
        "" => Ok(0),
        query => query
            .strip_prefix("await=")
            .and_then(|count| count.parse().ok())
            .ok_or_else(|| Refusal::bad("The query can be await= and a number.")),
    }
}
