//! A pressed button: from a command to a row, and on its way.

use app::{error::AppError, vehicle::command::form::Mistake};
use smartcar::commands::Command;
use time::Duration;

use super::sending::{self, Flight, HOLD};
use crate::{
    budget::Decision,
    garage::internal,
    state::AppState,
    storage::{CommandAdded, CommandState, NewCommand, StoredCommand, StoredVehicle},
};

/// Within this time a second press is the other half of a double click.
const DOUBLE_CLICK: Duration = Duration::seconds(10);

/// Writes a command down and sends it on its way, unless it is one already. Whatever else it comes
/// to, the page of the car shows.
///
/// # Errors
///
/// What stood in the way, with nothing sent; the outer error is our own fault, or the vehicle is not
/// there any more.
pub(super) async fn press(
    state: &AppState,
    vehicle: &StoredVehicle,
    command: Command,
    form_key: &str,
) -> Result<Result<(), Mistake>, AppError> {
    let now = state.clock.now();
    let json = serde_json::to_string(&command).map_err(|error| internal(&error))?;
    let new = NewCommand {
        id: state.entropy.uuid().to_string(),
        owner: vehicle.owner.clone(),
        vehicle: vehicle.vehicle.clone(),
        form_key: form_key.to_owned(),
        command: json,
        asked_at: now,
        held_until: now + HOLD,
    };
    let added = state
        .store
        .add_command(&new)
        .await
        .map_err(|error| internal(&error))?;
    match added {
        CommandAdded::Added => {}
        CommandAdded::PressedBefore { at } if now - at <= DOUBLE_CLICK => {
            return Ok(Ok(()));
        }
        CommandAdded::PressedBefore { .. } => return Ok(Err(Mistake::PressedBefore)),
        CommandAdded::Busy => return Ok(Err(Mistake::Busy)),
        CommandAdded::VehicleGone => return Err(AppError::VehicleNotFound),
    }
    begin(state, vehicle, command, new).await?;
    Ok(Ok(()))
}

/// Sends a command that has just been written down, when the budget has a request for it.
async fn begin(
    state: &AppState,
    vehicle: &StoredVehicle,
    command: Command,
    new: NewCommand,
) -> Result<(), AppError> {
    // A command is no reading: it may follow one at once.
    let rules = state.config.budget;
    let decision = state
        .store
        .take_request(
            &new.owner,
            &new.vehicle,
            rules.without_pause(),
            new.asked_at,
        )
        .await
        .map_err(|error| internal(&error))?;
    let mut stored = StoredCommand {
        id: new.id,
        command: new.command,
        state: CommandState::Sent,
        asked_at: new.asked_at,
        sent_at: Some(new.asked_at),
        answered_at: None,
        seen_at: None,
        held_until: Some(new.held_until),
        refusal: None,
        request_id: None,
        schedule_id: None,
    };
    if decision != Decision::Granted {
        stored.state = CommandState::Unsent;
        stored.sent_at = None;
        stored.answered_at = Some(new.asked_at);
        stored.held_until = None;
    }
    state
        .store
        .save_command(&stored)
        .await
        .map_err(|error| internal(&error))?;
    if stored.state == CommandState::Sent {
        sending::depart(Flight {
            state: state.clone(),
            owner: vehicle.owner.clone(),
            vehicle: vehicle.vehicle.clone(),
            command,
            stored,
        });
    }
    Ok(())
}
