//! Events of a vehicle: `VEHICLE_STATE` and `VEHICLE_ERROR` (reference 8.3 and 8.4).

use serde_json::{Value, json};
use uuid::Uuid;

use super::definition::{SignalName, Webhook};
use super::event::{Event, EventKind, Times};
use super::trouble::Trouble;
use crate::quirks::Quirks;

/// Why a state is delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reason {
    FirstDelivery,
    Updated(String),
}

impl Reason {
    fn words(&self) -> String {
        match self {
            Self::FirstDelivery => "FIRST_DELIVERY".to_owned(),
            Self::Updated(code) => code.clone(),
        }
    }

    fn json(&self, quirks: &Quirks) -> Value {
        match self {
            Self::FirstDelivery if quirks.documented_webhooks => {
                json!({ "code": "FIRST_DELIVERY" })
            }
            Self::FirstDelivery => json!({ "type": "FIRST_DELIVERY" }),
            Self::Updated(code) => {
                let name = SignalName::of(code);
                if quirks.documented_webhooks {
                    name.json()
                } else if quirks.webhook_signal_names {
                    json!({ "type": "SIGNAL_UPDATED", "signal": name.text() })
                } else {
                    json!({ "type": "SIGNAL_UPDATED", "signal": name.json() })
                }
            }
        }
    }
}

/// What all events of a vehicle have around what they tell.
pub(super) struct Envelope<'a> {
    pub(super) event_id: Uuid,
    pub(super) application_id: &'a str,
    pub(super) webhook: &'a Webhook,
    pub(super) vehicle_id: Uuid,
    /// `data.user`
    pub(super) user: Value,
    /// `data.vehicle`
    pub(super) vehicle: Value,
    /// `meta.mode`
    pub(super) mode: String,
    pub(super) sequence: i64,
    pub(super) quirks: &'a Quirks,
}

impl Envelope<'_> {
    /// What the car says, and why it is told now.
    pub(super) fn state(self, signals: Vec<Value>, reasons: &[Reason]) -> Event {
        let triggers: Vec<Value> = reasons
            .iter()
            .map(|reason| reason.json(self.quirks))
            .collect();
        let mut body = self.body(EventKind::VehicleState);
        body["meta"]["signalCount"] = signals.len().into();
        body["data"]["signals"] = signals.into();
        if self.quirks.documented_webhooks {
            body["data"]["triggers"] = triggers.into();
        } else {
            body["triggers"] = triggers.into();
        }
        let reasons = reasons.iter().map(Reason::words).collect();
        self.event(EventKind::VehicleState, body, reasons)
    }

    /// What is wrong with the car, or not any more.
    pub(super) fn errors(self, troubles: &[Trouble]) -> Event {
        let mut body = self.body(EventKind::VehicleError);
        let errors = troubles.iter().map(|trouble| trouble.json(self.quirks));
        body["data"]["errors"] = errors.collect();
        let reasons = troubles.iter().map(Trouble::words).collect();
        self.event(EventKind::VehicleError, body, reasons)
    }

    fn body(&self, kind: EventKind) -> Value {
        let mut body = json!({
            "eventId": self.event_id,
            "eventType": kind.name(),
            "data": { "user": self.user, "vehicle": self.vehicle },
            "meta": {
                "version": "4.0",
                "applicationId": self.application_id,
                "webhookId": self.webhook.id,
                "webhookName": self.webhook.name,
                "mode": self.mode,
                "sequence": self.sequence,
            },
        });
        if self.quirks.documented_webhooks {
            body["vehicleId"] = self.vehicle_id.to_string().into();
        }
        body
    }

    fn event(self, kind: EventKind, template: Value, reasons: Vec<String>) -> Event {
        Event {
            id: self.event_id,
            kind,
            template,
            reasons,
            sequence: Some(self.sequence),
            times: if self.quirks.webhook_other_times {
                Times::Text
            } else {
                Times::Numbers
            },
            names_delivery_time: self.quirks.webhook_delivery_time,
            is_signed: true,
        }
    }
}
