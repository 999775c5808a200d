//! Looking whether the vehicle does what it was asked.

use super::{confirmation::signal_of, sending::Flight};
use crate::{
    garage::refreshing,
    storage::{CommandState, StoreError},
};

/// Reads the vehicle's signals a few times, each time a request, until they show the command. After
/// that nobody works on it any more; a later reading may still show it.
pub(super) async fn look(flight: &mut Flight) -> Result<(), StoreError> {
    if signal_of(&flight.command).is_some() {
        for pause in flight.state.config.confirmation.clone() {
            let length = pause.try_into().unwrap_or(time::Duration::ZERO);
            flight.hold(length).await?;
            tokio::time::sleep(pause).await;
            if is_seen(flight).await? {
                return Ok(());
            }
        }
    }
    flight.stored.held_until = None;
    flight.state.store.save_command(&flight.stored).await
}

async fn is_seen(flight: &Flight) -> Result<bool, StoreError> {
    let (owner, vehicle) = (&flight.owner, &flight.vehicle);
    // A reading that fails has been logged; the next one may succeed.
    let _ = refreshing::read_anew(&flight.state, owner, vehicle).await;
    let history = flight.state.store.commands(owner, vehicle, NEWEST).await?;
    Ok(history
        .newest
        .iter()
        .any(|stored| stored.id == flight.stored.id && stored.state == CommandState::Seen))
}

/// Where the command is among the newest: others may have been asked for since.
const NEWEST: u32 = 20;
