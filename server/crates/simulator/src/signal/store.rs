//! Smartcar's store of one car.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::body::outcome_of;
use super::partial_failure::failure_of;
use super::reading::Hand;
use super::{CATALOGUE, Outcome, Reading, SignalError, Times, is_capable};
use crate::car::Car;
use crate::fleet::PlannedVehicle;

/// What the store gives away (reference 12.5).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum StoreState {
    /// All it has.
    #[default]
    Filled,
    /// Nothing: no webhook ever made it ask.
    Empty,
    /// Some of it as errors.
    PartlyFailing,
}

impl StoreState {
    pub(crate) const ALL: [(Self, &'static str); 3] = [
        (Self::Filled, "filled"),
        (Self::Empty, "empty"),
        (Self::PartlyFailing, "partlyFailing"),
    ];

    pub(crate) fn name(self) -> &'static str {
        Self::ALL
            .into_iter()
            .find(|(state, _)| *state == self)
            .map_or("filled", |(_, name)| name)
    }
}

/// The readings of one car, by code.
#[derive(Debug, Clone)]
pub(crate) struct SignalStore {
    pub(crate) state: StoreState,
    readings: BTreeMap<String, Reading>,
}

/// How a change came about, for its times.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Publication<'a> {
    /// When the car changed.
    pub(crate) happened: OffsetDateTime,
    /// When the store learns of it.
    pub(crate) seen: OffsetDateTime,
    /// What is published even if it is what the car already said.
    pub(crate) anew: &'a [&'a str],
}

impl SignalStore {
    /// A store that was filled a little while ago.
    pub(crate) fn filled(details: &PlannedVehicle, car: &Car, now: OffsetDateTime) -> Self {
        let readings = CATALOGUE.iter().map(|entry| {
            let outcome = said(details, car, entry.code);
            let reading = Reading {
                times: first_times(&outcome, entry.group, now),
                said: Some(outcome.clone()),
                outcome,
                hand: Hand::Untouched,
            };
            (entry.code.to_owned(), reading)
        });
        Self {
            state: details.setup.store,
            readings: readings.collect(),
        }
    }

    /// Takes in what the car says now, where it is something new.
    pub(crate) fn publish(
        &mut self,
        details: &PlannedVehicle,
        car: &Car,
        publication: Publication<'_>,
    ) {
        for entry in CATALOGUE {
            let outcome = said(details, car, entry.code);
            let Some(reading) = self.readings.get_mut(entry.code) else {
                continue;
            };
            let is_news = reading.said.as_ref() != Some(&outcome);
            if !is_news && !publication.anew.contains(&entry.code) {
                continue;
            }
            reading.said = Some(outcome.clone());
            if reading.hand == Hand::Kept {
                continue;
            }
            let times = Times::of_change(publication.happened, publication.seen);
            // The store does not go back in time for a change that it learns of late.
            reading.times = Times {
                oem_updated: times.oem_updated.max(reading.times.oem_updated),
                retrieved: times.retrieved.max(reading.times.retrieved),
                ingested: times.ingested.max(reading.times.ingested),
            };
            reading.outcome = outcome;
            reading.hand = Hand::Untouched;
        }
    }

    /// What the store gives away of a signal.
    pub(crate) fn visible(&self, code: &str) -> Option<Reading> {
        if self.state == StoreState::Empty {
            return None;
        }
        self.readings
            .get(code)
            .map(|reading| self.shown(code, reading))
    }

    /// Everything that the store gives away, in the order of the codes.
    pub(crate) fn all_visible(&self) -> Vec<(&str, Reading)> {
        if self.state == StoreState::Empty {
            return Vec::new();
        }
        self.readings
            .iter()
            .map(|(code, reading)| (code.as_str(), self.shown(code, reading)))
            .collect()
    }

    fn shown(&self, code: &str, reading: &Reading) -> Reading {
        let mut shown = reading.clone();
        let is_failing = self.state == StoreState::PartlyFailing
            && reading.hand == Hand::Untouched
            && matches!(reading.outcome, Outcome::Success(_));
        if let Some(failure) = failure_of(code).filter(|_| is_failing) {
            shown.outcome = failure;
        }
        shown
    }

    /// What the store holds, given away or not.
    pub(crate) fn get(&self, code: &str) -> Option<&Reading> {
        self.readings.get(code)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &Reading)> {
        self.readings
            .iter()
            .map(|(code, reading)| (code.as_str(), reading))
    }

    /// The codes of the catalogue that the store was made to lack.
    pub(crate) fn absent(&self) -> Vec<&'static str> {
        let codes = CATALOGUE.iter().map(|entry| entry.code);
        codes
            .filter(|code| !self.readings.contains_key(*code))
            .collect()
    }

    pub(super) fn write(&mut self, code: &str, reading: Reading) {
        self.readings.insert(code.to_owned(), reading);
    }

    /// Makes the store lack a signal; whether it had it.
    pub(crate) fn forget(&mut self, code: &str) -> bool {
        self.readings.remove(code).is_some()
    }

    /// Undoes what was done to a signal by hand.
    pub(crate) fn restore(
        &mut self,
        details: &PlannedVehicle,
        car: &Car,
        code: &str,
        now: OffsetDateTime,
    ) {
        let Some(entry) = super::entry_of(code) else {
            self.readings.remove(code);
            return;
        };
        let outcome = said(details, car, code);
        let untouched = Reading {
            times: first_times(&outcome, entry.group, now),
            said: Some(outcome.clone()),
            outcome,
            hand: Hand::Untouched,
        };
        self.readings.insert(code.to_owned(), untouched);
    }
}

/// What a car says of a signal, or that it cannot.
fn said(details: &PlannedVehicle, car: &Car, code: &str) -> Outcome {
    let outcome = is_capable(details, code)
        .then(|| outcome_of(details, car, code))
        .flatten();
    outcome.unwrap_or_else(|| Outcome::Error {
        error: SignalError::not_capable(),
        body: None,
    })
}

/// What the car cannot do was never fetched (reference 4.2, `meta` on error).
fn first_times(outcome: &Outcome, group: &str, now: OffsetDateTime) -> Times {
    let times = Times::of_first_filling(group, now);
    match outcome {
        Outcome::Error { body: None, .. } => Times {
            oem_updated: None,
            retrieved: None,
            ..times
        },
        _ => times,
    }
}
