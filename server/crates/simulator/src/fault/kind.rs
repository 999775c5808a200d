//! What can go wrong.

use axum::http::StatusCode;
use serde::{Deserialize, Serialize};

use crate::vehicle_api::ApiError;

/// A way in which an answer goes wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) enum FaultKind {
    /// An error of the API (reference 7.2), or of the token endpoint, instead of the answer.
    Status(StatusFault),
    /// A gateway's HTML page with this status instead of the answer (reference 7.1).
    Html(u16),
    /// The answer ends in the middle, with its connection.
    Truncated,
    /// The answer is complete, and is no JSON.
    MalformedJson,
    /// The answer lacks fields that it must have.
    MissingFields,
    /// The answer has numbers for texts, and texts for numbers.
    WrongTypes,
    /// The answer has no body.
    Empty,
    /// The connection is closed without an answer.
    Drop,
    /// The answer comes late.
    DelayMilliseconds(u64),
    /// The answer waits until it is released.
    Hold,
}

/// The parts of an error answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct StatusFault {
    /// The HTTP status, 400 to 599.
    pub(crate) code: u16,
    /// `RATE_LIMIT`; at the token endpoint it is not shown.
    #[serde(rename = "type", default)]
    pub(crate) error_type: String,
    /// `VEHICLE`; at the token endpoint the OAuth error, `invalid_client`.
    #[serde(default)]
    pub(crate) error_code: String,
    /// The `Retry-After` header.
    #[serde(default)]
    pub(crate) retry_after_seconds: Option<u64>,
}

impl StatusFault {
    /// The error that it stands for.
    pub(crate) fn api_error(self, detail: &str) -> ApiError {
        let status = StatusCode::from_u16(self.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        ApiError::new(status, self.error_type, self.error_code, detail)
            .retry_after(self.retry_after_seconds)
    }
}

impl FaultKind {
    /// Why this fault cannot be applied, if it cannot.
    pub(crate) fn problem(&self) -> Option<&'static str> {
        match self {
            Self::Status(StatusFault { code, .. }) | Self::Html(code)
                if !(400..=599).contains(code) =>
            {
                Some("the status of a fault must be 400 to 599")
            }
            Self::DelayMilliseconds(delay) if *delay > 60_000 => {
                Some("a delay is a minute at most")
            }
            _ => None,
        }
    }

    /// A few words for the inspector.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Status(fault) => {
                let StatusFault {
                    code,
                    error_type,
                    error_code,
                    ..
                } = fault;
                format!("Answer {code} {error_type} {error_code}")
            }
            Self::Html(status) => format!("Answer {status} with an HTML page"),
            Self::Truncated => "Cut the answer in the middle".to_owned(),
            Self::MalformedJson => "Answer with broken JSON".to_owned(),
            Self::MissingFields => "Leave out fields".to_owned(),
            Self::WrongTypes => "Swap numbers and texts".to_owned(),
            Self::Empty => "Answer without a body".to_owned(),
            Self::Drop => "Close the connection without an answer".to_owned(),
            Self::DelayMilliseconds(delay) => format!("Answer {delay} ms late"),
            Self::Hold => "Hold the answer until it is released".to_owned(),
        }
    }
}
