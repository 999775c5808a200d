//! Deleting what Smartcar and Carport have of an owner.

use app::error::AppError;
use smartcar::ErrorKind;

use super::internal;
use crate::{
    smartcar_log,
    state::AppState,
    storage::{GarageId, StoredVehicle},
};

/// Deletes one connection at Smartcar, then here. One that Smartcar no longer has is gone there
/// already.
pub(super) async fn delete_connection(
    state: &AppState,
    vehicle: &StoredVehicle,
) -> Result<(), AppError> {
    gone_at_smartcar(
        "deleting a connection",
        state.smartcar.delete_connection(&vehicle.connection).await,
    )?;
    state
        .store
        .remove_vehicle(&vehicle.owner, &vehicle.vehicle)
        .await
        .map_err(|error| internal(&error))
}

/// Deletes every owner of a garage at Smartcar, then here.
pub(super) async fn delete_owners(state: &AppState, garage: &GarageId) -> Result<(), AppError> {
    let store = &state.store;
    let owners = store
        .owners(garage)
        .await
        .map_err(|error| internal(&error))?;
    for owner in &owners {
        gone_at_smartcar("deleting a user", state.smartcar.delete_user(owner).await)?;
        store
            .remove_owner(owner)
            .await
            .map_err(|error| internal(&error))?;
    }
    tracing::info!(owners = owners.len(), "everything of a session was erased");
    Ok(())
}

/// What Smartcar does not have any more is as good as deleted.
fn gone_at_smartcar(
    doing: &'static str,
    result: Result<(), smartcar::Error>,
) -> Result<(), AppError> {
    match result {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            smartcar_log::failure(doing, &error);
            Err(AppError::SmartcarUnavailable)
        }
        _ => Ok(()),
    }
}
