//! What Smartcar says of a car without being asked (reference 8.3, 8.4).

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
    for error in &event.errors {
        if error.state == ErrorState::Error {
            reports.extend(troubles(error, &stored, sent_at));
        }
    }
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

/// PostgreSQL cannot hold the character 0, and no identifier has it.
fn is_storable(identifier: &str) -> bool {
    !identifier.contains('\0')
}

/// An error as a report for each signal that it keeps away: those that it names, else all.
fn troubles(
    error: &VehicleError,
    stored: &[StoredSignal],
    sent_at: OffsetDateTime,
) -> Vec<SignalReport> {
    let codes: Vec<&str> = match &error.signals {
        Some(codes) => codes
            .iter()
            .map(SignalCode::as_str)
            .filter(|code| is_storable(code))
            .collect(),
        None => stored.iter().map(|signal| signal.code.as_str()).collect(),
    };
    codes
        .into_iter()
        .map(|code| SignalReport {
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
        })
        .collect()
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
    for error in &event.errors {
        if error.state != ErrorState::Resolved {
            continue;
        }
        let ended: Vec<&str> = stored
            .iter()
            .filter(|signal| {
                error
                    .signals
                    .as_ref()
                    .is_none_or(|codes| codes.iter().any(|code| code.as_str() == signal.code))
                    && is_in(signal, &error.error)
            })
            .map(|signal| signal.code.as_str())
            .collect();
        state
            .store
            .end_trouble(owner, vehicle, &ended, sent_at)
            .await?;
    }
    Ok(())
}

/// Whether the signal is in this very trouble.
fn is_in(signal: &StoredSignal, error: &SignalError) -> bool {
    let trouble = signal.trouble.as_ref().and_then(readings::decode);
    trouble.is_some_and(|trouble| match trouble.status {
        SignalStatus::Error(one) => {
            one.error_type == error.error_type && (error.code.is_none() || one.code == error.code)
        }
        _ => false,
    })
}
