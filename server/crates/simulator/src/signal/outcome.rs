//! What the store has to say of a signal (reference 4.2).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The status of a signal, with its body.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    /// `SUCCESS`
    Success(Value),
    /// `ERROR`; errors of the vehicle's state carry a body without a value.
    Error {
        error: SignalError,
        body: Option<Value>,
    },
    /// `UNAVAILABLE`
    Unavailable,
}

/// The error of one signal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SignalError {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) code: Option<String>,
    /// Made of the code, where left out.
    #[serde(default)]
    pub(crate) title: Option<String>,
    #[serde(default)]
    pub(crate) detail: Option<String>,
    #[serde(default)]
    pub(crate) resolution: Option<Resolution>,
}

/// What is to be done about an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Resolution {
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
}

impl SignalError {
    pub(crate) fn new(kind: &str, code: Option<&str>, detail: &str) -> Self {
        Self {
            kind: kind.to_owned(),
            code: code.map(str::to_owned),
            title: None,
            detail: Some(detail.to_owned()),
            resolution: None,
        }
    }

    /// The car has no such thing.
    pub(crate) fn not_capable() -> Self {
        let detail = "The vehicle is not capable of providing this signal.";
        Self::new("COMPATIBILITY", Some("VEHICLE_NOT_CAPABLE"), detail)
    }

    /// The owner has not granted it. No code, as in recorded webhooks (reference 6).
    pub(crate) fn not_granted(permission: &str) -> Self {
        let detail = format!("The application lacks the permission {permission}.");
        Self::new("PERMISSION", None, &detail)
    }

    /// The error as the API shows it.
    pub(crate) fn json(&self) -> Value {
        let words = self.code.as_ref().unwrap_or(&self.kind);
        let title = self.title.clone().unwrap_or_else(|| title_of(words));
        let resolution = self.resolution.clone().unwrap_or(Resolution {
            kind: Some("UNKNOWN_RESOLUTION_TYPE".to_owned()),
            url: None,
        });
        json!({
            "type": self.kind,
            "code": self.code,
            "title": title,
            "detail": self.detail.clone().unwrap_or_else(|| format!("{title}.")),
            "resolution": resolution,
        })
    }
}

/// `NOT_CHARGING` as `Not Charging`.
fn title_of(code: &str) -> String {
    let words = code.split('_').map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| {
            format!("{first}{}", letters.as_str().to_lowercase())
        })
    });
    words.collect::<Vec<_>>().join(" ")
}

impl Outcome {
    /// An error of the car's state, with the body that it leaves.
    pub(crate) fn not_now(code: &str, detail: &str, body: Option<Value>) -> Self {
        Self::Error {
            error: SignalError::new("VEHICLE_STATE", Some(code), detail),
            body,
        }
    }

    /// `SUCCESS`, `ERROR` or `UNAVAILABLE`.
    pub(crate) fn status(&self) -> &'static str {
        match self {
            Self::Success(_) => "SUCCESS",
            Self::Error { .. } => "ERROR",
            Self::Unavailable => "UNAVAILABLE",
        }
    }

    pub(crate) fn body(&self) -> Option<&Value> {
        match self {
            Self::Success(body) => Some(body),
            Self::Error { body, .. } => body.as_ref(),
            Self::Unavailable => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_made_of_codes() {
        let error = SignalError::new("VEHICLE_STATE", Some("NOT_CHARGING"), "It is not.");
        assert_eq!(error.json()["title"], "Not Charging");
        let permission = SignalError::not_granted("read_vin").json();
        assert_eq!(permission["title"], "Permission");
        assert_eq!(permission["code"], Value::Null);
    }
}
