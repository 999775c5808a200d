//! A signal as JSON (reference 4.2).

use serde_json::{Map, Value, json};
use time::OffsetDateTime;
use url::Url;

use super::access::Access;
use super::connection_json::year_as_text;
use super::unit_system::UnitSystem;
use crate::instant::timestamp;
use crate::signal::{Outcome, Reading, Resolution, SignalError, entry_of, mistake_unit};
use crate::world::Vehicle;

/// How a user sees the signals of a car.
pub(super) struct SignalView<'a> {
    pub(super) access: &'a Access,
    pub(super) vehicle: &'a Vehicle,
    pub(super) units: UnitSystem,
    pub(super) now: OffsetDateTime,
    pub(super) origin: &'a Url,
}

impl SignalView<'_> {
    /// Where a signal is, or all of them.
    pub(super) fn link(&self, code: &str) -> String {
        let path = format!("{}v3/vehicles/{}/signals", self.origin, self.vehicle.id);
        if code.is_empty() {
            path
        } else {
            format!("{path}/{code}")
        }
    }

    /// Whether the user has not granted what a signal tells. What the car cannot do is no secret.
    pub(super) fn is_hidden(&self, code: &str, reading: &Reading) -> bool {
        let is_incapable = matches!(
            &reading.outcome,
            Outcome::Error { error, .. } if error.kind == "COMPATIBILITY"
        );
        !is_incapable && entry_of(code).is_some_and(|entry| !self.access.has(entry.permission))
    }

    /// The signal resource.
    pub(super) fn resource(&self, code: &str, reading: &Reading) -> Value {
        let quirks = &self.access.quirks;
        let entry = entry_of(code);
        let (group, name) = code.split_once('-').unwrap_or((code, code));
        let (group, name) = entry.map_or((group, name), |entry| (entry.group, entry.name));
        let outcome = self.outcome(code, reading);
        let mut status = json!({ "value": outcome.status() });
        if let Outcome::Error { error, .. } = &outcome {
            status["error"] = error.json();
        }
        let mut attributes = json!({
            "code": code,
            "name": name,
            "group": group,
            "status": status,
        });
        if let Some(body) = outcome.body() {
            let mut body = body.clone();
            if quirks.wrong_tire_unit && code == "wheel-tires" {
                mistake_unit(&mut body);
            }
            attributes["body"] = self.units.convert(body);
        }
        json!({
            "id": code,
            "type": "signal",
            "attributes": attributes,
            "meta": self.meta(&outcome, reading),
            "links": { "self": self.link(code) },
        })
    }

    fn outcome(&self, code: &str, reading: &Reading) -> Outcome {
        if self.is_hidden(code, reading) {
            let permission = entry_of(code).map_or("", |entry| entry.permission);
            return Outcome::Error {
                error: SignalError::not_granted(permission),
                body: None,
            };
        }
        match (&self.access.reauthentication_url, &reading.outcome) {
            (Some(url), Outcome::Success(_) | Outcome::Unavailable) => {
                let detail = "The owner has to log in to the connected services account again.";
                let mut error = SignalError::new(
                    "CONNECTED_SERVICES_ACCOUNT",
                    Some("AUTHENTICATION_FAILED"),
                    detail,
                );
                error.resolution = Some(Resolution {
                    kind: Some("REAUTHENTICATE".to_owned()),
                    url: Some(url.clone()),
                });
                Outcome::Error { error, body: None }
            }
            (_, outcome) => outcome.clone(),
        }
    }

    /// The three times; what carries no body was not read (reference 4.2, `meta` on error).
    fn meta(&self, outcome: &Outcome, reading: &Reading) -> Value {
        let quirks = &self.access.quirks;
        let times = reading.times.refreshed(self.now);
        let mut meta = Map::new();
        let mut put = |name: &str, instant: Option<OffsetDateTime>| {
            if let Some(instant) = instant {
                meta.insert(name.to_owned(), timestamp(instant, quirks));
            }
        };
        put("ingestedAt", Some(times.ingested));
        if outcome.body().is_some() {
            let oem_updated = times.oem_updated.map(|instant| {
                if quirks.whole_second_oem_times {
                    instant.replace_nanosecond(0).unwrap_or(instant)
                } else {
                    instant
                }
            });
            put("retrievedAt", times.retrieved);
            put("oemUpdatedAt", oem_updated);
        }
        Value::Object(meta)
    }
}

/// The vehicle beside its signals.
pub(super) fn included_vehicle(view: &SignalView<'_>) -> Value {
    let details = &view.vehicle.details;
    let mut year = Value::from(details.year);
    if view.access.quirks.string_year {
        year = year_as_text(&year);
    }
    json!({ "vehicle": {
        "id": view.vehicle.id,
        "type": "vehicle",
        "attributes": {
            "make": details.brand.make,
            "model": details.model,
            "year": year,
            "powertrainType": details.powertrain.name(),
        },
        "links": { "self": format!("{}v3/vehicles/{}", view.origin, view.vehicle.id) },
    } })
}
