//! From the ledger to Smartcar, once.

use std::{sync::Arc, time::Duration};

use smartcar::{UserId, VehicleId, commands::Command};

use super::looking;
use crate::{
    budget::Limit,
    garage::commands::views::Refused,
    smartcar_log,
    state::AppState,
    storage::{CommandState, StoreError, StoredCommand},
    telemetry,
};

/// How long a command is certainly worked on after its row said so the last time.
pub(super) const HOLD: time::Duration = time::Duration::seconds(20);
/// How often the row says so anew while an answer is awaited.
const RENEWAL: Duration = Duration::from_secs(5);

/// A command on its way.
pub(super) struct Flight {
    pub(super) state: AppState,
    pub(super) owner: UserId,
    pub(super) vehicle: VehicleId,
    pub(super) command: Command,
    pub(super) stored: StoredCommand,
}

/// Sends a command that is written down as sent, and follows it to its end.
pub(super) fn depart(flight: Flight) {
    let unattended = Arc::clone(&flight.state.unattended);
    unattended.spawn(async move {
        if let Err(error) = follow(flight).await {
            telemetry::log_internal(&error);
        }
    });
}

async fn follow(mut flight: Flight) -> Result<(), StoreError> {
    let outcome = {
        let client = flight.state.smartcar.clone();
        let execution = client.execute(&flight.owner, &flight.vehicle, &flight.command);
        tokio::pin!(execution);
        let mut renewal = tokio::time::interval(RENEWAL);
        renewal.tick().await;
        loop {
            tokio::select! {
                outcome = &mut execution => break outcome,
                _ = renewal.tick() => flight.hold(time::Duration::ZERO).await?,
            }
        }
    };
    flight.take_down(&outcome).await?;
    if matches!(
        flight.stored.state,
        CommandState::Accepted | CommandState::Unknown
    ) {
        looking::look(&mut flight).await?;
    }
    Ok(())
}

impl Flight {
    /// Says that it is worked on for a while after the next pause.
    pub(super) async fn hold(&self, pause: time::Duration) -> Result<(), StoreError> {
        let until = self.state.clock.now() + pause + HOLD;
        self.state.store.hold_command(&self.stored.id, until).await
    }

    /// Writes down what Smartcar answered.
    async fn take_down(
        &mut self,
        outcome: &Result<smartcar::commands::CommandOutcome, smartcar::Error>,
    ) -> Result<(), StoreError> {
        let now = self.state.clock.now();
        let (state, refused, request_id) = match outcome {
            Ok(outcome) => {
                self.stored.schedule_id = outcome
                    .schedule_id
                    .as_ref()
                    .map(|id| id.as_str().to_owned());
                let (state, refused) = Refused::of_outcome(outcome);
                (state, refused, outcome.request_id.as_deref())
            }
            Err(error) => {
                smartcar_log::failure("sending a command", error);
                if let Some(limit) = Limit::of(error, now) {
                    let store = &self.state.store;
                    store.note_limit(&self.owner, &self.vehicle, limit).await?;
                }
                let (state, refused) = Refused::of_error(error);
                (state, Some(refused), error.request_id())
            }
        };
        tracing::info!(?state, "a command was answered");
        self.stored.state = state;
        self.stored.answered_at = Some(now);
        self.stored.refusal = refused.and_then(|refused| serde_json::to_string(&refused).ok());
        self.stored.request_id = request_id.map(str::to_owned);
        self.stored.held_until = Some(now + HOLD);
        self.state.store.save_command(&self.stored).await
    }
}
