//! What the page of a car knows of the ledger.

mod action;
mod schedules;

use app::vehicle::{
    command::model::{CommandReport, Commands, NotSentReason, Progress, Refusal},
    reading::Condition,
};
use serde::{Deserialize, Serialize};
use smartcar::commands::{Command, CommandOutcome, CommandStatus};
use time::OffsetDateTime;

use super::{confirmation::signal_of, form_key};
use crate::{
    entropy::Entropy,
    garage::readings,
    state::AppState,
    storage::{
        CommandHistory, CommandState, StoreError, StoredCommand, StoredSignal, StoredVehicle,
    },
};

/// How many commands a page shows.
const SHOWN: u32 = 50;

/// The ledger of one car, as far as its page shows it.
pub(in crate::garage) async fn ledger(
    state: &AppState,
    vehicle: &StoredVehicle,
) -> Result<CommandHistory, StoreError> {
    state
        .store
        .commands(&vehicle.owner, &vehicle.vehicle, SHOWN)
        .await
}

/// The commands of one car for its page.
pub(in crate::garage) fn commands(
    ledger: CommandHistory,
    signals: &[StoredSignal],
    entropy: &dyn Entropy,
    now: OffsetDateTime,
) -> Commands {
    Commands {
        schedules: schedules::deletable(signals, &ledger.newest),
        reports: ledger
            .newest
            .into_iter()
            .map(|stored| report(stored, now))
            .collect(),
        has_older: ledger.has_older,
        form_key: form_key::make(entropy, now),
    }
}

/// The ids of the schedules that can be deleted.
pub(super) async fn schedule_ids(
    state: &AppState,
    vehicle: &StoredVehicle,
) -> Result<Vec<String>, StoreError> {
    let store = &state.store;
    let ledger = ledger(state, vehicle).await?;
    let signals = store.signals(&vehicle.owner, &vehicle.vehicle).await?;
    Ok(schedules::deletable(&signals, &ledger.newest)
        .into_iter()
        .map(|schedule| schedule.id)
        .collect())
}

fn report(stored: StoredCommand, now: OffsetDateTime) -> CommandReport {
    let command: Option<Command> = serde_json::from_str(&stored.command).ok();
    CommandReport {
        progress: progress(&stored, command.as_ref(), now),
        action: action::of(command),
        id: stored.id,
        asked_at: stored.asked_at,
        request_id: stored.request_id,
    }
}

fn progress(stored: &StoredCommand, command: Option<&Command>, now: OffsetDateTime) -> Progress {
    let refusal = || {
        let refused: Refused = serde_json::from_str(stored.refusal.as_deref()?).ok()?;
        Some(Refusal {
            condition: refused.condition,
            error_type: refused.error_type,
            code: refused.code,
        })
    };
    let sent_at = stored.sent_at.unwrap_or(stored.asked_at);
    let answered_at = stored.answered_at.unwrap_or(sent_at);
    let is_held = stored.held_until.is_some_and(|until| until > now);
    match stored.state_at(now) {
        CommandState::Asked => Progress::Asked,
        CommandState::Sent => Progress::Sent { since: sent_at },
        CommandState::Accepted if command.is_some_and(|command| signal_of(command).is_none()) => {
            Progress::AcceptedUnseen { at: answered_at }
        }
        CommandState::Accepted if is_held => Progress::Accepted { since: answered_at },
        CommandState::Accepted => Progress::NotSeen {
            accepted_at: answered_at,
        },
        CommandState::Seen => Progress::Seen {
            at: stored.seen_at.unwrap_or(answered_at),
        },
        CommandState::Refused => Progress::Refused {
            at: answered_at,
            refusal: refusal().unwrap_or(Refusal {
                condition: Condition::Broken,
                error_type: None,
                code: None,
            }),
        },
        CommandState::Unknown => Progress::Unknown {
            sent_at,
            refusal: refusal(),
            is_looked_for: stored.state == CommandState::Unknown && is_held,
        },
        CommandState::Unsent => Progress::NotSent {
            reason: if stored.answered_at.is_some() {
                NotSentReason::TooEarly
            } else {
                NotSentReason::Interrupted
            },
        },
    }
}

/// Why a command was refused, as the ledger keeps it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Refused {
    condition: Condition,
    error_type: Option<String>,
    code: Option<String>,
}

impl Refused {
    /// What an outcome of Smartcar's comes to.
    pub(super) fn of_outcome(outcome: &CommandOutcome) -> (CommandState, Option<Self>) {
        let refused = |condition| Self {
            condition,
            error_type: None,
            code: Some(outcome.status.as_str().to_owned()),
        };
        match outcome.status {
            CommandStatus::Success => (CommandState::Accepted, None),
            CommandStatus::Failure | CommandStatus::Error => {
                (CommandState::Refused, Some(refused(Condition::Broken)))
            }
            _ => (CommandState::Unknown, Some(refused(Condition::NotNow))),
        }
    }

    /// What a failure comes to.
    pub(super) fn of_error(error: &smartcar::Error) -> (CommandState, Self) {
        let state = if error.outcome_is_unknown() {
            CommandState::Unknown
        } else {
            CommandState::Refused
        };
        let refused = Self {
            condition: readings::condition(error.condition()),
            error_type: error.error_type().map(str::to_owned),
            code: error.code().map(str::to_owned),
        };
        (state, refused)
    }
}

#[cfg(test)]
mod tests;
