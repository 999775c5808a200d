//! Why an event was delivered.

use serde_json::Value;

use super::signal_code;
use crate::{SignalCode, open_enum::open_enum};

open_enum! {
    /// Why an event was delivered (reference 8.3).
    TriggerKind {
        /// A signal has changed.
        SignalUpdated = "SIGNAL_UPDATED",
        /// The vehicle was subscribed, or the webhook was enabled.
        FirstDelivery = "FIRST_DELIVERY",
    }
}

/// One reason why an event was delivered (reference 8.3).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Trigger {
    /// What has happened.
    pub kind: TriggerKind,
    /// To which signal.
    pub signal: Option<SignalCode>,
}

impl Trigger {
    /// `{type, signal}` as it is delivered, with the signal as an object or as `Group.Name`; or
    /// `{code, name, group}` as it is documented, where the code may be `FIRST_DELIVERY`.
    pub(super) fn read(value: &Value) -> Option<Self> {
        if let Some(kind) = value.get("type").and_then(Value::as_str) {
            return Some(Self {
                kind: TriggerKind::from(kind),
                signal: value.get("signal").and_then(signal_code),
            });
        }
        let code = value.get("code")?.as_str()?;
        Some(match TriggerKind::from(code) {
            TriggerKind::Other(code) => Self {
                kind: TriggerKind::SignalUpdated,
                signal: Some(SignalCode::new(code)),
            },
            kind => Self { kind, signal: None },
        })
    }
}
