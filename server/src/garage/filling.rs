//! Filling the store at `/exchange`, so that no page has to ask Smartcar.

use std::time::Duration;

use app::error::AppError;
use futures::{StreamExt, future::join_all, stream};
use smartcar::{Connection, UserId, VehicleAttributes, VehicleId};

use super::refreshing;
use crate::{
    smartcar_log,
    state::AppState,
    storage::{StoredVehicle, VehicleDescription},
    telemetry,
};

/// How many vehicles are read at once. Smartcar allows an application 120 requests in a burst
/// (reference 7.3).
const AT_ONCE: usize = 32;

/// How long one vehicle may keep the owner waiting. What the list of connections says of it is shown
/// anyway.
const PATIENCE: Duration = Duration::from_secs(10);

/// Describes the vehicles of these connections, all at once. A vehicle that cannot be read keeps what
/// the list of connections says of it; a connection without a vehicle is left out.
pub(crate) async fn describe(
    state: &AppState,
    owner: &UserId,
    connections: Vec<Connection>,
) -> Vec<StoredVehicle> {
    let now = state.clock.now();
    stream::iter(connections)
        .filter_map(|connection| async move {
            let vehicle = connection.vehicle_id.clone()?;
            Some((connection, vehicle))
        })
        .map(|(connection, vehicle)| async move {
            let listed = description(&connection.vehicle);
            let read = read(state, &vehicle).await.unwrap_or_default();
            StoredVehicle {
                owner: owner.clone(),
                vehicle,
                connection: connection.id,
                description: read.or(listed),
                permissions: connection
                    .permissions
                    .iter()
                    .map(|permission| permission.as_str().to_owned())
                    .collect(),
                connected_at: connection.created_at.unwrap_or(now),
                read_at: now,
            }
        })
        .buffered(AT_ONCE)
        .collect()
        .await
}

/// Reads the signals of these vehicles, all at once, and anew: what was granted may have changed
/// since they were last read. Whoever is too slow for the owner's patience goes on in the background.
pub(crate) async fn read_signals(state: &AppState, owner: &UserId, vehicles: &[StoredVehicle]) {
    let requests = u32::try_from(vehicles.len()).unwrap_or(u32::MAX);
    // The list of connections, and the attributes of each vehicle.
    if let Err(error) = state
        .store
        .note_requests(
            requests.saturating_add(1),
            state.config.budget.application,
            state.clock.now(),
        )
        .await
    {
        telemetry::log_internal(&error);
    }
    // A failure was logged; the page of the car offers to try again.
    let flights = join_all(
        vehicles
            .iter()
            .map(|vehicle| refreshing::read_anew(state, owner, &vehicle.vehicle)),
    );
    if tokio::time::timeout(PATIENCE, flights).await.is_err() {
        tracing::warn!("reading the signals of a new owner's vehicles took too long");
    }
}

/// Reads the signals of a vehicle whose owner has logged in at its maker again, with the same
/// patience.
///
/// # Errors
///
/// As [`refreshing::read_anew`]; not when it takes too long.
pub(crate) async fn read_after_log_in(
    state: &AppState,
    owner: &UserId,
    vehicle: &VehicleId,
) -> Result<(), AppError> {
    let flight = refreshing::read_anew(state, owner, vehicle);
    tokio::time::timeout(PATIENCE, flight)
        .await
        .unwrap_or_else(|_| {
            tracing::warn!("reading the signals after a log-in took too long");
            Ok(())
        })
}

async fn read(state: &AppState, vehicle: &VehicleId) -> Option<VehicleDescription> {
    match tokio::time::timeout(PATIENCE, state.smartcar.vehicle(vehicle)).await {
        Ok(Ok(vehicle)) => Some(description(&vehicle.attributes)),
        Ok(Err(error)) => {
            smartcar_log::failure("reading a vehicle", &error);
            None
        }
        Err(_) => {
            tracing::warn!("reading a vehicle took too long");
            None
        }
    }
}

fn description(attributes: &VehicleAttributes) -> VehicleDescription {
    VehicleDescription {
        make: attributes.make.as_deref().and_then(printable),
        model: attributes.model.as_deref().and_then(printable),
        year: attributes.year,
        powertrain_type: attributes
            .powertrain_type
            .as_ref()
            .and_then(|powertrain| printable(powertrain.as_str())),
        mode: attributes
            .mode
            .as_ref()
            .and_then(|mode| printable(mode.as_str())),
    }
}

/// The text as a page and a database can hold it: without control characters (PostgreSQL refuses
/// NUL), and not endless. `None` when nothing is left.
fn printable(text: &str) -> Option<String> {
    const MAX_CHARACTERS: usize = 100;
    let clean: String = text
        .chars()
        .filter(|character| !character.is_control())
        .take(MAX_CHARACTERS)
        .collect();
    let clean = clean.trim();
    (!clean.is_empty()).then(|| clean.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_becomes_printable_or_nothing() {
        assert_eq!(printable("Model\u{0} 3\n"), Some("Model 3".to_owned()));
        assert_eq!(printable("\u{7}\t "), None);
        assert_eq!(
            printable(&"a".repeat(5_000)).map(|text| text.len()),
            Some(100)
        );
    }
}
