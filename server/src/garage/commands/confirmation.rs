//! Whether a vehicle's own signals show what it was asked for.

use smartcar::{
    UserId, VehicleId,
    commands::Command,
    signals::{Body, Signal, SignalStatus},
};
use time::{Duration, OffsetDateTime};

use crate::{
    state::AppState,
    storage::{CommandState, StoreError, StoredCommand},
};

/// How many of the newest commands are looked for in a reading.
const LOOKED_FOR: u32 = 20;
/// How long after it was sent a command can still be recognised in a reading.
const MEMORY: Duration = Duration::DAY;

/// The signal that shows whether a command was carried out; `None`: no signal does.
pub(super) fn signal_of(command: &Command) -> Option<&'static str> {
    match command {
        Command::Lock | Command::Unlock => Some("closure-islocked"),
        Command::StartCharging | Command::StopCharging => Some("charge-ischarging"),
        Command::SetChargeLimit(_) => Some("charge-chargelimits"),
        Command::OpenChargePort | Command::CloseChargePort => Some("charge-ischargingportflapopen"),
        Command::CreateChargeSchedule(_) | Command::DeleteChargeSchedule(_) => {
            Some("charge-chargetimers")
        }
        _ => None,
    }
}

/// Whether these signals, fresh from Smartcar, show that the command was carried out after it was
/// sent. A value that is older than the command proves nothing, whatever it says.
pub(super) fn is_shown(
    command: &Command,
    schedule_id: Option<&str>,
    sent_at: OffsetDateTime,
    signals: &[Signal],
) -> bool {
    let Some(code) = signal_of(command) else {
        return false;
    };
    signals
        .iter()
        .filter(|signal| signal.code.as_str() == code && signal.status == SignalStatus::Success)
        .filter(|signal| is_newer(signal, sent_at))
        .filter_map(|signal| signal.body.as_ref())
        .any(|body| says_so(command, schedule_id, body))
}

/// Some makers' instants have whole seconds: one within the second of the command counts as after
/// it. The clock of a car may be ahead: Smartcar cannot have taken in what was not said yet.
fn is_newer(signal: &Signal, sent_at: OffsetDateTime) -> bool {
    [
        signal.oem_updated_at,
        signal.ingested_at.or(signal.retrieved_at),
    ]
    .into_iter()
    .flatten()
    .min()
    .is_some_and(|at| at.unix_timestamp() >= sent_at.unix_timestamp())
}

fn says_so(command: &Command, schedule_id: Option<&str>, body: &Body) -> bool {
    match (command, body) {
        (Command::Lock | Command::StartCharging | Command::OpenChargePort, Body::Flag(is)) => *is,
        (Command::Unlock | Command::StopCharging | Command::CloseChargePort, Body::Flag(is)) => !is,
        (Command::SetChargeLimit(limit), Body::ChargeLimits(limits)) => {
            let wanted = f64::from(limit.percent());
            limits
                .active
                .iter()
                .chain(
                    limits
                        .limits
                        .iter()
                        .filter_map(|entry| entry.limit.as_ref()),
                )
                .any(|shown| (shown.value - wanted).abs() < 0.5)
        }
        (Command::CreateChargeSchedule(_), Body::ChargeTimers(timers)) => {
            schedule_id.is_some_and(|id| has(timers, id))
        }
        (Command::DeleteChargeSchedule(id), Body::ChargeTimers(timers)) => {
            !has(timers, id.as_str())
        }
        _ => false,
    }
}

fn has(timers: &[smartcar::signals::ChargeTimer], id: &str) -> bool {
    timers
        .iter()
        .any(|timer| timer.schedule_id.as_deref() == Some(id))
}

/// Looks for the newest commands of a vehicle in its signals, fresh from Smartcar, and writes down
/// those that show. Of several for one signal only the last can show.
pub(in crate::garage) async fn settle(
    state: &AppState,
    owner: &UserId,
    vehicle: &VehicleId,
    signals: &[Signal],
) -> Result<(), StoreError> {
    let now = state.clock.now();
    let history = state.store.commands(owner, vehicle, LOOKED_FOR).await?;
    let mut decided = Vec::new();
    for stored in history.newest {
        let Some((command, sent_at)) = awaited(&stored, now) else {
            continue;
        };
        let Some(code) = signal_of(&command) else {
            continue;
        };
        if decided.contains(&code) {
            continue;
        }
        decided.push(code);
        if stored.state != CommandState::Seen
            && is_shown(&command, stored.schedule_id.as_deref(), sent_at, signals)
        {
            state
                .store
                .save_command(&StoredCommand {
                    state: CommandState::Seen,
                    seen_at: Some(now),
                    held_until: None,
                    ..stored
                })
                .await?;
        }
    }
    Ok(())
}

/// A command that the vehicle may have carried out, and when it was sent.
fn awaited(stored: &StoredCommand, now: OffsetDateTime) -> Option<(Command, OffsetDateTime)> {
    let may_be_done = matches!(
        stored.state_at(now),
        CommandState::Accepted | CommandState::Unknown | CommandState::Seen
    );
    let sent_at = stored.sent_at.filter(|sent_at| now - *sent_at < MEMORY)?;
    let command = may_be_done.then(|| serde_json::from_str(&stored.command).ok())??;
    Some((command, sent_at))
}

#[cfg(test)]
mod tests;
