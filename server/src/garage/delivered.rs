//! What Smartcar says of a car without being asked (reference 8.3, 8.4).

use std::collections::HashMap;

use serde_json::json;
use smartcar::{
    SignalCode, UserId, VehicleId,
    signals::{SignalError, SignalStatus},
    webhooks::{ErrorState, Event, VehicleError},
};
use time::OffsetDateTime;

use super::{commands, readings};
use crate::{
    state::AppState,
    storage::{SignalReport, StoreError, StoredSignal},
};

/// The longest identifier that is taken, in bytes. Smartcar's have at most some fifty.
const LONGEST_IDENTIFIER: usize = 255;

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
    let sent_at = event
        .delivered_at
        .map_or(received_at, |at| at.min(received_at));
    let mut reports: Vec<SignalReport> = event
        .signals
        .iter()
        .filter(|signal| is_storable(signal.code.as_str()))
        .map(|signal| readings::report_at(signal, sent_at, received_at))
        .collect();
    let stored = if event.errors.is_empty() {
        Vec::new()
    } else {
        state.store.signals(owner, &vehicle.id).await?
    };
    reports.extend(troubles(event, &stored, sent_at));
    let is_known = state
        .store
        .take_in_delivered(owner, &vehicle.id, &reports, received_at)
        .await?;
    if is_known {
        end_troubles(state, owner, &vehicle.id, event, &stored, sent_at).await?;
        commands::settle(state, owner, &vehicle.id, &event.signals).await?;
    }
    Ok(is_known)
}

/// PostgreSQL cannot hold the character 0, nor a key of thousands of bytes. No identifier has either.
fn is_storable(identifier: &str) -> bool {
    !identifier.contains('\0') && identifier.len() <= LONGEST_IDENTIFIER
}

/// The errors as a report for each signal that they keep away: those that an error names, else all. Of
/// two for one signal the later holds, however many there are.
fn troubles(event: &Event, stored: &[StoredSignal], sent_at: OffsetDateTime) -> Vec<SignalReport> {
    let mut reports: HashMap<&str, SignalReport> = HashMap::new();
    for error in event.errors.iter().rev() {
        if error.state != ErrorState::Error {
            continue;
        }
        let codes: Vec<&str> = match &error.signals {
            Some(codes) => codes.iter().map(SignalCode::as_str).collect(),
            None => stored.iter().map(|signal| signal.code.as_str()).collect(),
        };
        for code in codes.into_iter().filter(|code| is_storable(code)) {
            reports
                .entry(code)
                .or_insert_with(|| trouble(code, error, sent_at));
        }
    }
    reports.into_values().collect()
}

fn trouble(code: &str, error: &VehicleError, sent_at: OffsetDateTime) -> SignalReport {
    SignalReport {
        code: code.to_owned(),
        is_good: false,
        at: sent_at,
        reported_at: sent_at,
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

/// Ends the troubles that the event calls resolved. Another trouble of the same signal stays.
async fn end_troubles(
    state: &AppState,
    owner: &UserId,
    vehicle: &VehicleId,
    event: &Event,
    stored: &[StoredSignal],
    sent_at: OffsetDateTime,
) -> Result<(), StoreError> {
    let known: Vec<(&str, SignalError)> = stored
        .iter()
        .filter_map(|signal| Some((signal.code.as_str(), known_trouble(signal)?)))
        .collect();
    let resolved = |error: &&VehicleError| error.state == ErrorState::Resolved;
    let ended: Vec<&str> = known
        .iter()
        .filter(|(code, trouble)| {
            event.errors.iter().filter(resolved).any(|error| {
                let names = |codes: &Vec<SignalCode>| codes.iter().any(|one| one.as_str() == *code);
                is_same(trouble, &error.error) && error.signals.as_ref().is_none_or(names)
            })
        })
        .map(|(code, _)| *code)
        .collect();
    if ended.is_empty() {
        return Ok(());
    }
    state
        .store
        .end_trouble(owner, vehicle, &ended, sent_at)
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
