//! What Smartcar says of a car without being asked (reference 8.3, 8.4).

use std::collections::HashMap;

use serde_json::json;
use smartcar::{
    SignalCode, UserId, VehicleId,
    signals::{SignalError, SignalStatus},
    webhooks::{ErrorState, Event, VehicleError},
};
use time::{Duration, OffsetDateTime};

use super::{commands, readings};
use crate::{
    state::AppState,
    storage::{SignalReport, StoreError, StoredSignal},
    watch,
};

/// The longest identifier that is taken, in bytes. Smartcar's have at most some fifty.
const LONGEST_IDENTIFIER: usize = 255;
/// The longest time from the making of an event to its last delivery, and then some.
const LONGEST_WAY: Duration = Duration::DAY;

/// Takes in what an event says of its vehicle. `false` when no owner here has that vehicle: the event
/// names both, and one of them alone is not enough.
///
/// # Errors
///
/// [`StoreError`]; the event can be taken in again, as often as need be.
pub(crate) async fn take_in(
    state: &AppState,
    event: &Event,
    received_at: OffsetDateTime,
) -> Result<bool, StoreError> {
    let Some((owner, vehicle)) = event.user.as_ref().zip(event.vehicle.as_ref()) else {
        return Ok(false);
    };
    if ![owner.as_str(), vehicle.id.as_str()]
        .into_iter()
        .all(is_storable)
    {
        return Ok(false);
    }
    let made_at = made_at(event, received_at);
    let mut reports: Vec<SignalReport> = event
        .signals
        .iter()
        .filter(|signal| is_storable(signal.code.as_str()))
        .map(|signal| readings::report(signal, made_at, received_at))
        .collect();
    let stored = if event.errors.is_empty() {
        Vec::new()
    } else {
        state.store.signals(owner, &vehicle.id).await?
    };
    // Before those that begin: an event may say that one trouble has taken the place of another.
    end_troubles(state, owner, &vehicle.id, event, &stored, made_at).await?;
    reports.extend(troubles(event, &stored, made_at));
    let is_known = state
        .store
        .take_in_delivered(owner, &vehicle.id, &reports, received_at)
        .await?;
    if is_known {
        commands::settle(state, owner, &vehicle.id, &event.signals).await?;
        let said_at = |signal| (signal, readings::said_at(signal, made_at, received_at));
        let heard: Vec<_> = event.signals.iter().map(said_at).collect();
        watch::look(state, owner, &vehicle.id, &heard).await?;
    }
    Ok(is_known)
}

/// When an event was made, for the order of two. Its sequence is the same in every delivery of it, and
/// was milliseconds since 1970 wherever it was seen; when it is something else, the time of the delivery
/// has to do, which is later in one that is repeated.
fn made_at(event: &Event, received_at: OffsetDateTime) -> OffsetDateTime {
    event
        .sequence
        .and_then(|sequence| {
            OffsetDateTime::from_unix_timestamp_nanos(i128::from(sequence) * 1_000_000).ok()
        })
        .filter(|at| (received_at - *at).abs() <= LONGEST_WAY)
        .or(event.delivered_at)
        .unwrap_or(received_at)
        .clamp(OffsetDateTime::UNIX_EPOCH, received_at)
}

/// PostgreSQL cannot hold the character 0, nor a key of thousands of bytes. No identifier has either.
fn is_storable(identifier: &str) -> bool {
    !identifier.contains('\0') && identifier.len() <= LONGEST_IDENTIFIER
}

/// The errors as a report for each signal that they keep away: those that an error names, else all. Of
/// two for one signal the later holds, however many there are.
fn troubles(event: &Event, stored: &[StoredSignal], made_at: OffsetDateTime) -> Vec<SignalReport> {
    let mut reports: HashMap<&str, SignalReport> = HashMap::new();
    for error in event.errors.iter().rev() {
        let is_told = error.error.error_type.is_some() || error.error.code.is_some();
        if error.state != ErrorState::Error || !is_told {
            continue;
        }
        let codes: Vec<&str> = match &error.signals {
            Some(codes) => codes.iter().map(SignalCode::as_str).collect(),
            None => stored.iter().map(|signal| signal.code.as_str()).collect(),
        };
        for code in codes.into_iter().filter(|code| is_storable(code)) {
            reports
                .entry(code)
                .or_insert_with(|| trouble(code, error, made_at));
        }
    }
    reports.into_values().collect()
}

fn trouble(code: &str, error: &VehicleError, made_at: OffsetDateTime) -> SignalReport {
    SignalReport {
        code: code.to_owned(),
        is_good: false,
        at: made_at,
        reported_at: made_at,
        json: json!({
            "code": code,
            "status": {
                "value": "ERROR",
                "error": {"type": error.error.error_type, "code": error.error.code},
            },
        })
        .to_string(),
    }
}

/// Ends the troubles that the event calls resolved, those too whose beginning is still on its way.
/// Another trouble of the same signal stays.
async fn end_troubles(
    state: &AppState,
    owner: &UserId,
    vehicle: &VehicleId,
    event: &Event,
    stored: &[StoredSignal],
    made_at: OffsetDateTime,
) -> Result<(), StoreError> {
    let resolved: Vec<&VehicleError> = event
        .errors
        .iter()
        .filter(|error| error.state == ErrorState::Resolved)
        .collect();
    let has_ended = |signal: &StoredSignal| {
        let trouble = known_trouble(signal);
        if trouble.is_none() && signal.trouble.is_some() {
            return false;
        }
        resolved.iter().any(|error| {
            let names = |codes: &Vec<SignalCode>| {
                let code = signal.code.as_str();
                codes.iter().any(|one| one.as_str() == code)
            };
            let is_it = |trouble| is_same(trouble, &error.error);
            trouble.as_ref().is_none_or(is_it) && error.signals.as_ref().is_none_or(names)
        })
    };
    let ended: Vec<&str> = stored
        .iter()
        .filter(|signal| has_ended(signal))
        .map(|signal| signal.code.as_str())
        .collect();
    if ended.is_empty() {
        return Ok(());
    }
    state
        .store
        .end_trouble(owner, vehicle, &ended, made_at)
        .await
}

/// What is stored to be wrong with the signal.
fn known_trouble(signal: &StoredSignal) -> Option<SignalError> {
    match signal.trouble.as_ref().and_then(readings::decode)?.status {
        SignalStatus::Error(error) => Some(error),
        _ => None,
    }
}

/// Whether what has ended is this very trouble.
fn is_same(trouble: &SignalError, ended: &SignalError) -> bool {
    trouble.error_type == ended.error_type && (ended.code.is_none() || trouble.code == ended.code)
}
