//! From what is stored of a signal to what a page knows of it.

mod entries;
mod points;
mod quantity;
mod value;

use app::vehicle::{
    reading::{Condition, LastGood, Reading, Times, Trouble},
    units::Units,
};
use smartcar::signals::{Signal, SignalStatus};
use time::OffsetDateTime;

pub(super) use entries::charge_timer;
pub(super) use points::converted;

use crate::storage::{SignalReport, StoredReport, StoredSignal};

/// What Smartcar said of one signal at `sent_at`, as the store takes it in: it says so then, whenever it
/// took the value in. One that it had all along ends the trouble that hid it, and of two that are as old
/// the one that was sent later holds.
pub(super) fn report(
    signal: &Signal,
    sent_at: OffsetDateTime,
    now: OffsetDateTime,
) -> SignalReport {
    SignalReport {
        code: signal.code.as_str().to_owned(),
        is_good: signal.status == SignalStatus::Success && signal.body.is_some(),
        at: said_at(signal, sent_at, now),
        reported_at: reported_at(signal, sent_at).min(now).max(sent_at),
        json: signal.raw.to_string(),
    }
}

/// When what a signal says was so: without an instant of its own it is as old as its arrival. The clock
/// of a car may be wrong: a value of the future would keep away every one that comes after it, and no
/// database holds every year before 1970.
pub(super) fn said_at(
    signal: &Signal,
    sent_at: OffsetDateTime,
    now: OffsetDateTime,
) -> OffsetDateTime {
    let at = signal
        .oem_updated_at
        .unwrap_or_else(|| reported_at(signal, sent_at));
    at.clamp(OffsetDateTime::UNIX_EPOCH, now)
}

fn reported_at(signal: &Signal, sent_at: OffsetDateTime) -> OffsetDateTime {
    signal
        .ingested_at
        .or(signal.retrieved_at)
        .unwrap_or(sent_at)
}

/// What a page knows of a stored signal. `None` when neither report can be read any more.
pub(super) fn reading(stored: &StoredSignal, units: Units) -> Option<Reading> {
    let good = stored.good.as_ref().and_then(decode);
    let trouble = stored.trouble.as_ref().and_then(decode);
    let latest = trouble.as_ref().or(good.as_ref())?;
    let name = latest.name.clone();
    let group = latest.group.clone();

    Some(Reading {
        code: stored.code.clone(),
        name,
        group,
        last_good: good
            .zip(stored.good.as_ref())
            .and_then(|(signal, report)| last_good(signal, report, units)),
        trouble: trouble
            .zip(stored.trouble.as_ref())
            .map(|(signal, report)| why(&signal.status, report)),
    })
}

/// Reads a report again. It was read when it was stored, and a newer Carport may read more in it.
pub(super) fn decode(report: &StoredReport) -> Option<Signal> {
    decode_json(&report.json)
}

/// Reads the JSON of a signal again.
pub(crate) fn decode_json(json: &str) -> Option<Signal> {
    let signal = serde_json::from_str(json).ok().and_then(Signal::from_value);
    if signal.is_none() {
        tracing::error!("a stored signal cannot be read");
    }
    signal
}

fn last_good(signal: Signal, report: &StoredReport, units: Units) -> Option<LastGood> {
    Some(LastGood {
        times: Times {
            car: signal.oem_updated_at,
            smartcar: signal.retrieved_at.or(signal.ingested_at),
            carport: report.received_at,
        },
        value: value::shown(signal.body?, units),
    })
}

fn why(status: &SignalStatus, report: &StoredReport) -> Trouble {
    let (condition, code) = match status {
        SignalStatus::Error(error) => {
            let words: Vec<&str> = [&error.error_type, &error.code]
                .into_iter()
                .filter_map(Option::as_deref)
                .collect();
            (condition(error.condition()), Some(words.join(":")))
        }
        SignalStatus::Unavailable => (Condition::NotNow, Some("UNAVAILABLE".to_owned())),
        SignalStatus::Unknown(word) => (Condition::Broken, Some(word.clone())),
        // `SUCCESS` without a body, or a status that is newer than this program.
        _ => (Condition::Broken, None),
    };
    Trouble {
        condition,
        code: code.filter(|code| !code.is_empty()),
        since: report.received_at,
    }
}

/// What a condition of Smartcar's is to a reader.
pub(super) fn condition(condition: smartcar::Condition) -> Condition {
    match condition {
        smartcar::Condition::NotCapable => Condition::Cannot,
        smartcar::Condition::NotPermitted => Condition::NotAllowed,
        smartcar::Condition::NotNow => Condition::NotNow,
        smartcar::Condition::NeedsReauthentication => Condition::LogInLapsed,
        smartcar::Condition::NeedsOwnerInMakersApp => Condition::MakersApp,
        smartcar::Condition::VehicleGone => Condition::CarGone,
        smartcar::Condition::OperatorsProblem => Condition::OperatorsPlan,
        _ => Condition::Broken,
    }
}

#[cfg(test)]
mod tests;
