//! `VEHICLE_ERROR`: errors that begin and end (reference 8.4).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::definition::SignalName;
use crate::quirks::Quirks;
use crate::signal::SignalError;

/// The types of errors that webhooks tell of.
const KINDS: [&str; 4] = [
    "CONNECTED_SERVICES_ACCOUNT",
    "VEHICLE_STATE",
    "COMPATIBILITY",
    "PERMISSION",
];

/// Type and code of an error.
type Key = (String, Option<String>);

/// The errors of a car's signals: which signals each keeps away.
#[derive(Debug, Clone, Default)]
pub(super) struct Troubles(BTreeMap<Key, (SignalError, BTreeSet<String>)>);

/// An error that has begun or ended.
#[derive(Debug, Clone)]
pub(super) struct Trouble {
    error: SignalError,
    /// Those that it concerns; all, where there is no list.
    signals: Option<BTreeSet<String>>,
    has_ended: bool,
}

impl Troubles {
    /// Notes that a signal is in this error, if it is one that webhooks tell of.
    pub(super) fn add(&mut self, code: &str, error: &SignalError) {
        if !KINDS.contains(&error.kind.as_str()) {
            return;
        }
        let key = (error.kind.clone(), error.code.clone());
        let (_, signals) = self
            .0
            .entry(key)
            .or_insert_with(|| (error.clone(), BTreeSet::new()));
        signals.insert(code.to_owned());
    }

    /// What is in here and not in the others.
    fn beyond(&self, others: &Self, has_ended: bool) -> Vec<Trouble> {
        let mut found = Vec::new();
        for (key, (error, signals)) in &self.0 {
            let known = others.0.get(key).map(|(_, signals)| signals);
            let signals: BTreeSet<String> = signals
                .iter()
                .filter(|code| known.is_none_or(|known| !known.contains(*code)))
                .cloned()
                .collect();
            if !signals.is_empty() {
                found.push(Trouble {
                    error: error.clone(),
                    signals: Some(signals),
                    has_ended,
                });
            }
        }
        found
    }

    /// What has begun since these were the errors.
    pub(super) fn begun_since(&self, earlier: &Self) -> Vec<Trouble> {
        self.beyond(earlier, false)
    }

    /// What has ended since these were the errors.
    pub(super) fn ended_since(&self, earlier: &Self) -> Vec<Trouble> {
        earlier.beyond(self, true)
    }
}

impl Trouble {
    /// The owner has to log in at the maker's again, or has done so: an error for all signals.
    pub(super) fn of_log_in(has_ended: bool) -> Self {
        let detail = "The owner has to log in to the connected services account again.";
        let code = Some("AUTHENTICATION_FAILED");
        Self {
            error: SignalError::new("CONNECTED_SERVICES_ACCOUNT", code, detail),
            signals: None,
            has_ended,
        }
    }

    fn state(&self) -> &'static str {
        if self.has_ended { "RESOLVED" } else { "ERROR" }
    }

    /// `TYPE/CODE state`, for the log.
    pub(super) fn words(&self) -> String {
        let SignalError { kind, code, .. } = &self.error;
        match code {
            Some(code) => format!("{kind}/{code} {}", self.state()),
            None => format!("{kind} {}", self.state()),
        }
    }

    /// An element of `data.errors`.
    pub(super) fn json(&self, quirks: &Quirks) -> Value {
        let error = &self.error;
        let detail = error.json()["detail"].clone();
        let mut json = json!({
            "type": error.kind,
            "code": error.code,
            "description": detail,
            "docURL": "https://smartcar.com/docs/errors/",
            "resolution": { "type": self.resolution() },
            "suggestedUserMessage": "Please try again later.",
            "state": self.state(),
        });
        if let Some(signals) = &self.signals {
            let named = signals.iter().map(|code| {
                let name = SignalName::of(code);
                if quirks.webhook_signal_names {
                    name.text()
                } else {
                    name.json()
                }
            });
            json["signals"] = named.collect();
        }
        json
    }

    fn resolution(&self) -> Option<String> {
        let given = self.error.resolution.as_ref();
        if let Some(given) = given {
            return given.kind.clone();
        }
        let usual = match self.error.kind.as_str() {
            "PERMISSION" | "CONNECTED_SERVICES_ACCOUNT" => Some("REAUTHENTICATE"),
            "VEHICLE_STATE" => Some("RETRY_LATER"),
            _ => None,
        };
        usual.map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn troubles(entries: &[(&str, &str)]) -> Troubles {
        let mut troubles = Troubles::default();
        for (code, kind) in entries {
            troubles.add(code, &SignalError::new(kind, Some("X"), "It is."));
        }
        troubles
    }

    fn words(found: &[Trouble]) -> Vec<String> {
        let words = found.iter().map(|trouble| {
            let signals = trouble.signals.iter().flatten().cloned();
            format!(
                "{} {}",
                trouble.words(),
                signals.collect::<Vec<_>>().join(",")
            )
        });
        words.collect()
    }

    #[test]
    fn what_begins_and_ends_is_told_of_the_signals_that_it_concerns() {
        let earlier = troubles(&[("a-a", "VEHICLE_STATE"), ("a-b", "VEHICLE_STATE")]);
        let later = troubles(&[
            ("a-b", "VEHICLE_STATE"),
            ("a-c", "VEHICLE_STATE"),
            ("a-a", "PERMISSION"),
        ]);
        assert_eq!(
            words(&later.begun_since(&earlier)),
            ["PERMISSION/X ERROR a-a", "VEHICLE_STATE/X ERROR a-c"]
        );
        assert_eq!(
            words(&later.ended_since(&earlier)),
            ["VEHICLE_STATE/X RESOLVED a-a"]
        );
        assert!(words(&later.begun_since(&later.clone())).is_empty());
    }

    #[test]
    fn errors_of_other_types_are_nothing_to_tell() {
        let none = troubles(&[]);
        assert!(
            troubles(&[("a-a", "UPSTREAM")])
                .begun_since(&none)
                .is_empty()
        );
    }
}
