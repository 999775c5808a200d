//! One signal.

use std::fmt;

use serde::Deserialize;
use serde_json::Value;
use time::OffsetDateTime;

use super::{Body, SignalCode, SignalStatus};
use crate::decode::scalar;

/// A signal of a vehicle: what it says, and how old that is (reference 4.2).
///
/// `Debug` does not show what it says, which may be a place or a person's name.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Signal {
    /// Which signal it is.
    pub code: SignalCode,
    /// Smartcar's name of it, such as `StateOfCharge`.
    pub name: Option<String>,
    /// Smartcar's name of its group, such as `TractionBattery`.
    pub group: Option<String>,
    /// Whether it could be had.
    pub status: SignalStatus,
    /// What it says. `None` if it says nothing, as mostly where it could not be had.
    pub body: Option<Body>,
    /// When the vehicle recorded it: its true age.
    pub oem_updated_at: Option<OffsetDateTime>,
    /// When Smartcar fetched it.
    pub retrieved_at: Option<OffsetDateTime>,
    /// When Smartcar's store took it in.
    pub ingested_at: Option<OffsetDateTime>,
    /// The whole element as it was received, of which [`from_value`](Self::from_value) makes this
    /// signal again.
    pub raw: Value,
}

impl Signal {
    /// Reads a signal: a resource of the API (reference 4.2), or an element of a webhook's
    /// `signals`, which has no `attributes` around its fields (reference 8.3).
    ///
    /// `None` only if it has no code. Whatever else is missing or of another shape is left as
    /// unknown as it is.
    ///
    /// ```
    /// use smartcar::signals::{Body, Signal};
    ///
    /// let signal = Signal::from_value(serde_json::json!({
    ///     "code": "closure-islocked",
    ///     "status": {"value": "SUCCESS"},
    ///     "body": {"value": true},
    ///     "meta": {"oemUpdatedAt": 1_790_080_005_073_u64},
    /// }));
    /// assert_eq!(signal.and_then(|signal| signal.body), Some(Body::Flag(true)));
    /// ```
    pub fn from_value(raw: Value) -> Option<Self> {
        let attributes = raw.get("attributes").filter(|part| part.is_object());
        let attributes = attributes.unwrap_or(&raw);
        let text = |part: &Value, name: &str| {
            let text = part.get(name)?.as_str()?;
            (!text.is_empty()).then(|| text.to_owned())
        };
        // In the API the identifier of the resource is the code once more.
        let code = text(attributes, "code").or_else(|| text(&raw, "id"))?;
        let code = SignalCode::new(code);
        let body = attributes
            .get("body")
            .and_then(|body| Body::decode(&code, body));
        let instant = |name: &str| {
            let instant = scalar::instant(raw.get("meta")?.get(name)?)?;
            scalar::is_known(&instant).then_some(instant)
        };
        Some(Self {
            status: SignalStatus::read(attributes.get("status"), body.is_some()),
            name: text(attributes, "name"),
            group: text(attributes, "group"),
            oem_updated_at: instant("oemUpdatedAt"),
            // Webhooks had another word for it once.
            retrieved_at: instant("retrievedAt").or_else(|| instant("fetchedAt")),
            ingested_at: instant("ingestedAt"),
            code,
            body,
            raw,
        })
    }

    /// The body as it was received.
    pub fn raw_body(&self) -> Option<&Value> {
        let attributes = self.raw.get("attributes").filter(|part| part.is_object());
        attributes.unwrap_or(&self.raw).get("body")
    }
}

impl fmt::Debug for Signal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Signal")
            .field("code", &self.code)
            .field("status", &self.status)
            .field("oem_updated_at", &self.oem_updated_at)
            .field("retrieved_at", &self.retrieved_at)
            .field("ingested_at", &self.ingested_at)
            .finish_non_exhaustive()
    }
}

/// A signal as the answer to one request, which is an error if it is none.
#[derive(Deserialize)]
#[serde(try_from = "Value")]
pub(super) struct SignalRecord(Signal);

impl TryFrom<Value> for SignalRecord {
    type Error = &'static str;

    fn try_from(value: Value) -> Result<Self, Self::Error> {
        let is_signal = value.get("attributes").is_some_and(Value::is_object)
            || value.get("code").is_some_and(Value::is_string);
        let signal = is_signal.then(|| Signal::from_value(value)).flatten();
        signal.map(Self).ok_or("no signal")
    }
}

impl From<SignalRecord> for Signal {
    fn from(record: SignalRecord) -> Self {
        record.0
    }
}

#[cfg(test)]
mod tests;
