//! Whether a signal could be had, and if not, why.

use std::fmt;

use http::StatusCode;
use serde_json::Value;

use crate::{Condition, ErrorKind, Resolution, decode::scalar, error};

/// Whether a signal could be had (reference 4.2).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum SignalStatus {
    /// It could. `SUCCESS`.
    Success,
    /// It could not, and this is why. `ERROR`.
    Error(SignalError),
    /// It could not, without a reason. `UNAVAILABLE`.
    Unavailable,
    /// A status this version of the crate does not know, as it was received; empty if there was
    /// neither a status nor a body.
    Unknown(String),
}

/// Why a signal could not be had (reference 4.2, 7.1).
///
/// `Debug` leaves out the prose, which may name a vehicle.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct SignalError {
    /// Smartcar's error type, such as `VEHICLE_STATE`.
    pub error_type: Option<String>,
    /// Smartcar's error code, such as `NOT_CHARGING`.
    pub code: Option<String>,
    /// The same in English.
    pub title: Option<String>,
    /// What exactly, in English.
    pub detail: Option<String>,
    /// What Smartcar advises.
    pub resolution: Option<Resolution>,
}

impl SignalError {
    /// What it means to the reader of a page (reference 7.2), as
    /// [`Error::condition`](crate::Error::condition) tells of a request.
    pub fn condition(&self) -> Condition {
        let capitals = |word: &Option<String>| word.as_deref().map(str::to_ascii_uppercase);
        // A signal has no HTTP status of its own, and `OK` stands for no kind.
        let kind = ErrorKind::of_answer(capitals(&self.error_type).as_deref(), StatusCode::OK);
        Condition::of(kind, capitals(&self.code).as_deref())
    }

    pub(crate) fn read(error: &Value) -> Self {
        let text = |name| error.get(name).and_then(scalar::text);
        Self {
            error_type: text("type"),
            code: text("code"),
            title: text("title"),
            detail: text("detail").or_else(|| text("description")),
            resolution: error.get("resolution").and_then(error::resolution),
        }
    }
}

impl SignalStatus {
    /// Reads `status`. Old deliveries leave it out of a good signal (reference 8.3).
    pub(super) fn read(status: Option<&Value>, has_body: bool) -> Self {
        let error = status.and_then(|status| status.get("error"));
        let error = error.filter(|error| error.is_object());
        let word = status.and_then(|status| status.get("value").or(Some(status))?.as_str());
        let is = |known: &str| word.is_some_and(|word| word.eq_ignore_ascii_case(known));
        if is("SUCCESS") {
            Self::Success
        } else if is("ERROR") || (word.is_none() && error.is_some()) {
            Self::Error(error.map(SignalError::read).unwrap_or_default())
        } else if is("UNAVAILABLE") {
            Self::Unavailable
        } else if word.is_none() && has_body {
            Self::Success
        } else {
            Self::Unknown(word.unwrap_or_default().to_owned())
        }
    }
}

impl fmt::Debug for SignalError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SignalError")
            .field("error_type", &self.error_type)
            .field("code", &self.code)
            .field("resolution", &self.resolution)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::SignalStatus;
    use crate::{Condition, ResolutionKind};

    fn read(status: &Value) -> SignalStatus {
        SignalStatus::read(Some(status), false)
    }

    #[test]
    fn the_words_in_any_case_wrapped_or_bare() {
        for success in [
            json!({"value": "SUCCESS"}),
            json!({"value": "success"}),
            json!("Success"),
        ] {
            assert_eq!(read(&success), SignalStatus::Success, "{success}");
        }
        assert_eq!(
            read(&json!({"value": "UNAVAILABLE"})),
            SignalStatus::Unavailable
        );
        let unknown = SignalStatus::Unknown("STALE".to_owned());
        assert_eq!(read(&json!({"value": "STALE"})), unknown);
    }

    #[test]
    fn without_a_status_the_body_decides() {
        let unknown = SignalStatus::Unknown(String::new());
        for nothing in [
            None,
            Some(&Value::Null),
            Some(&json!({})),
            Some(&json!({"value": 7})),
        ] {
            assert_eq!(SignalStatus::read(nothing, true), SignalStatus::Success);
            assert_eq!(SignalStatus::read(nothing, false), unknown);
        }
    }

    #[test]
    fn an_error_with_its_reason_or_without() {
        let SignalStatus::Error(error) = read(&json!({"value": "ERROR", "error": {
            "type": "VEHICLE_STATE", "code": "NOT_CHARGING", "title": "Not Charging",
            "detail": "Car 7 is not charging.", "resolution": {"type": "RETRY_LATER"},
        }})) else {
            panic!("it is an error");
        };
        assert_eq!(error.error_type.as_deref(), Some("VEHICLE_STATE"));
        assert_eq!(error.code.as_deref(), Some("NOT_CHARGING"));
        assert_eq!(error.title.as_deref(), Some("Not Charging"));
        assert_eq!(error.detail.as_deref(), Some("Car 7 is not charging."));
        let resolution = error.resolution.as_ref().unwrap();
        assert_eq!(resolution.kind(), Some(&ResolutionKind::RetryLater));
        assert_eq!(error.condition(), Condition::NotNow);
        assert!(!format!("{error:?}").contains("Car 7"));

        let SignalStatus::Error(error) = read(&json!({"value": "ERROR", "error": null})) else {
            panic!("it is an error");
        };
        assert_eq!(error.condition(), Condition::Broken);
    }

    #[test]
    fn an_error_without_a_code_is_told_by_its_type() {
        let status = json!({"error": {"type": "permission", "code": null}});
        let SignalStatus::Error(error) = read(&status) else {
            panic!("it is an error");
        };
        assert_eq!(error.condition(), Condition::NotPermitted);
    }
}
