//! What a webhook sees of a car.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use time::OffsetDateTime;

use super::definition::{SignalName, Webhook};
use super::event::Times;
use super::trouble::Troubles;
use crate::quirks::Quirks;
use crate::signal::{Outcome, Reading, SignalError, entry_of, mistake_unit};
use crate::world::{Connection, Vehicle};

/// A car at an instant, as far as its owner lets an application see it.
pub(super) struct Observation {
    readings: BTreeMap<String, Reading>,
    now: OffsetDateTime,
}

impl Observation {
    pub(super) fn of(
        webhook: &Webhook,
        connection: &Connection,
        vehicle: &Vehicle,
        now: OffsetDateTime,
    ) -> Self {
        let readings = webhook.codes().into_iter().filter_map(|code| {
            let mut reading = vehicle.store.visible(code)?;
            if let Some(permission) = missing_permission(connection, code, &reading.outcome) {
                reading.outcome = Outcome::Error {
                    error: SignalError::not_granted(permission),
                    body: None,
                };
            }
            Some((code.to_owned(), reading))
        });
        Self {
            readings: readings.collect(),
            now,
        }
    }

    /// Of a car that nobody hides anything of.
    pub(super) fn of_everything(readings: BTreeMap<String, Reading>, now: OffsetDateTime) -> Self {
        Self { readings, now }
    }

    /// The body of a good signal.
    fn good_body(&self, code: &str) -> Option<&Value> {
        match &self.readings.get(code)?.outcome {
            Outcome::Success(body) => Some(body),
            _ => None,
        }
    }

    /// The good bodies of the webhook's triggers.
    pub(super) fn trigger_bodies(&self, webhook: &Webhook) -> BTreeMap<String, Value> {
        let bodies = webhook
            .triggers
            .iter()
            .filter_map(|code| Some((code.clone(), self.good_body(code)?.clone())));
        bodies.collect()
    }

    /// The errors of all its signals.
    pub(super) fn troubles(&self) -> Troubles {
        let mut troubles = Troubles::default();
        for (code, reading) in &self.readings {
            if let Outcome::Error { error, .. } = &reading.outcome {
                troubles.add(code, error);
            }
        }
        troubles
    }

    /// `data.signals`: every signal that is configured (reference 8.3).
    pub(super) fn signals(&self, webhook: &Webhook, quirks: &Quirks) -> Vec<Value> {
        let signals = webhook
            .signals
            .iter()
            .filter_map(|code| Some(self.signal(code, self.readings.get(code)?, quirks)));
        signals.collect()
    }

    fn signal(&self, code: &str, reading: &Reading, quirks: &Quirks) -> Value {
        let outcome = &reading.outcome;
        let mut signal = SignalName::of(code).json();
        let is_good = matches!(outcome, Outcome::Success(_));
        if !(is_good && quirks.webhook_without_status) {
            signal["status"] = json!({ "value": outcome.status() });
        }
        if let Outcome::Error { error, .. } = outcome {
            signal["status"]["error"] = json!({ "type": error.kind, "code": error.code });
        }
        if let Some(body) = outcome.body() {
            let mut body = body.clone();
            if quirks.wrong_tire_unit && code == "wheel-tires" {
                mistake_unit(&mut body);
            }
            signal["body"] = body;
            signal["meta"] = self.meta(reading, quirks);
        }
        signal
    }

    fn meta(&self, reading: &Reading, quirks: &Quirks) -> Value {
        let times = reading.times.refreshed(self.now);
        let form = if quirks.webhook_other_times {
            Times::Text
        } else {
            Times::Numbers
        };
        // 0 is unknown (reference 8.3).
        let write = |instant: Option<OffsetDateTime>| {
            form.write(instant.unwrap_or(OffsetDateTime::UNIX_EPOCH))
        };
        let retrieved = if quirks.documented_webhooks {
            "fetchedAt"
        } else {
            "retrievedAt"
        };
        json!({ "oemUpdatedAt": write(times.oem_updated), retrieved: write(times.retrieved) })
    }
}

/// The permission that the owner has not granted. What the car cannot do is no secret.
fn missing_permission(
    connection: &Connection,
    code: &str,
    outcome: &Outcome,
) -> Option<&'static str> {
    let is_incapable =
        matches!(outcome, Outcome::Error { error, .. } if error.kind == "COMPATIBILITY");
    let permission = entry_of(code)?.permission;
    let is_granted = connection
        .permissions
        .iter()
        .any(|granted| granted == permission);
    (!is_incapable && !is_granted).then_some(permission)
}
