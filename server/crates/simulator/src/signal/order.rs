//! Setting a signal by hand.

use serde::Deserialize;
use serde_json::Value;
use time::OffsetDateTime;

use super::reading::Hand;
use super::{Outcome, Reading, SignalError, SignalStore, Times};

/// What a signal is to be. At most one of `body`, `error` and `unavailable` says what; an error may
/// carry a body.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(crate) struct SignalOrder {
    pub(crate) body: Option<Value>,
    pub(crate) error: Option<SignalError>,
    pub(crate) unavailable: bool,
    /// The store does not have it.
    pub(crate) absent: bool,
    pub(crate) times: TimesOrder,
}

/// The three times, as far as they are to be other ones.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[expect(clippy::struct_field_names, reason = "the names of the API")]
pub(crate) struct TimesOrder {
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) oem_updated_at: Option<OffsetDateTime>,
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) retrieved_at: Option<OffsetDateTime>,
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) ingested_at: Option<OffsetDateTime>,
}

impl TimesOrder {
    fn is_empty(self) -> bool {
        self.oem_updated_at.is_none() && self.retrieved_at.is_none() && self.ingested_at.is_none()
    }
}

/// Why this is no code of a signal, if it is none.
pub(crate) fn problem_of_code(code: &str) -> Option<String> {
    let is_word = |word: &str| {
        (1..=64).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let is_code = code
        .split_once('-')
        .is_some_and(|(group, name)| is_word(group) && is_word(name));
    let shown: String = code.chars().take(100).collect();
    (!is_code).then(|| format!("{shown:?} is not a signal's code."))
}

impl SignalOrder {
    /// Why this cannot be, if it cannot.
    pub(crate) fn problem(&self, code: &str) -> Option<String> {
        let says_what = self.body.is_some() || self.error.is_some();
        if let Some(problem) = problem_of_code(code) {
            Some(problem)
        } else if self.body.as_ref().is_some_and(|body| !body.is_object()) {
            Some(format!("The body of {code} must be an object."))
        } else if (self.unavailable || self.absent)
            && (says_what || self.unavailable == self.absent)
        {
            Some(format!(
                "{code} is one of body, error, unavailable and absent."
            ))
        } else if !says_what && !self.unavailable && !self.absent && self.times.is_empty() {
            Some(format!("Nothing is said of {code}."))
        } else {
            None
        }
    }

    fn outcome(&self) -> Option<(Outcome, Hand)> {
        match (&self.error, &self.body) {
            (Some(error), body) => {
                let (error, body) = (error.clone(), body.clone());
                Some((Outcome::Error { error, body }, Hand::Kept))
            }
            (None, Some(body)) => Some((Outcome::Success(body.clone()), Hand::Body)),
            (None, None) if self.unavailable => Some((Outcome::Unavailable, Hand::Kept)),
            (None, None) => None,
        }
    }
}

impl SignalStore {
    /// Writes what a person wants a signal to be.
    pub(crate) fn set(&mut self, code: &str, order: &SignalOrder, now: OffsetDateTime) {
        if order.absent {
            self.forget(code);
            return;
        }
        let known = self.get(code).cloned();
        let outcome = order.outcome();
        let fresh = Times::of_change(now, now);
        let mut reading = known.unwrap_or(Reading {
            said: None,
            outcome: Outcome::Unavailable,
            times: fresh,
            hand: Hand::Body,
        });
        if let Some((outcome, hand)) = outcome {
            reading.times = match &outcome {
                // An error says nothing new of the car.
                Outcome::Error { .. } | Outcome::Unavailable => Times {
                    ingested: now,
                    ..reading.times
                },
                Outcome::Success(_) => fresh,
            };
            reading.outcome = outcome;
            reading.hand = hand;
        }
        let TimesOrder {
            oem_updated_at,
            retrieved_at,
            ingested_at,
        } = order.times;
        reading.times = Times {
            oem_updated: oem_updated_at.or(reading.times.oem_updated),
            retrieved: retrieved_at.or(reading.times.retrieved),
            ingested: ingested_at.unwrap_or(reading.times.ingested),
        };
        self.write(code, reading);
    }
}
