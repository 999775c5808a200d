//! The garage of one request, bound to its session.

use std::{collections::BTreeMap, error::Error};

use app::{
    error::AppError,
    ports::Garage,
    site::model::{Site, Source},
    vehicle::model::{Vehicle, VehicleId},
};
use async_trait::async_trait;
use smartcar::{ErrorKind, Mode, connect::Scope};
use tokio::sync::OnceCell;
use tower_sessions::Session;

use crate::{
    auth::SessionState,
    smartcar_log,
    state::AppState,
    storage::{GarageId, StoredVehicle},
    telemetry,
};

/// The cars of one session. It asks the store once a request, however many parts of the page ask.
pub struct SessionGarage {
    state: AppState,
    session: Option<Session>,
    opened: OnceCell<Option<Opened>>,
}

/// A garage that has been opened, with what was in it.
#[derive(Clone)]
struct Opened {
    id: GarageId,
    vehicles: Vec<StoredVehicle>,
}

impl SessionGarage {
    /// The garage of a session; without one, that of a visitor who is signed out.
    pub fn new(state: AppState, session: Option<Session>) -> Self {
        Self {
            state,
            session,
            opened: OnceCell::new(),
        }
    }

    /// The garage of the session, `None` when signed out. A session whose owners have all been
    /// erased, perhaps from another browser, is signed out too.
    async fn open(&self) -> Result<Option<&Opened>, AppError> {
        let opened = self
            .opened
            .get_or_try_init(|| async {
                let Some(session) = &self.session else {
                    return Ok(None);
                };
                let Some(id) = SessionState::of(session, self.state.clock.as_ref())
                    .await
                    .map_err(|error| internal(&error))?
                    .map(|state| state.garage)
                else {
                    return Ok(None);
                };
                let store = &self.state.store;
                let vehicles = store
                    .vehicles(&id)
                    .await
                    .map_err(|error| internal(&error))?;
                let signed_in = !vehicles.is_empty()
                    || !store
                        .owners(&id)
                        .await
                        .map_err(|error| internal(&error))?
                        .is_empty();
                Ok(signed_in.then_some(Opened { id, vehicles }))
            })
            .await?;
        Ok(opened.as_ref())
    }

    async fn signed_in(&self) -> Result<&Opened, AppError> {
        self.open().await?.ok_or(AppError::SignedOut)
    }

    /// Deletes one connection at Smartcar, then here. One that Smartcar no longer has is gone there
    /// already.
    async fn delete_connection(&self, vehicle: &StoredVehicle) -> Result<(), AppError> {
        gone_at_smartcar(
            "deleting a connection",
            self.state
                .smartcar
                .delete_connection(&vehicle.connection)
                .await,
        )?;
        self.state
            .store
            .remove_vehicle(&vehicle.owner, &vehicle.vehicle)
            .await
            .map_err(|error| internal(&error))
    }

    async fn end_session(&self, garage: &GarageId) -> Result<(), AppError> {
        self.state
            .store
            .remove_garage(garage)
            .await
            .map_err(|error| internal(&error))?;
        if let Some(session) = &self.session {
            session.flush().await.map_err(|error| internal(&error))?;
        }
        Ok(())
    }
}

#[async_trait]
impl Garage for SessionGarage {
    async fn site(&self) -> Site {
        let smartcar = &self.state.config.smartcar;
        let source = if smartcar.is_simulator() {
            Source::Simulator {
                origin: smartcar.origins.connect.to_string(),
            }
        } else if smartcar.mode == Mode::Live {
            Source::Live
        } else {
            Source::Simulated
        };
        // A failing store was logged; the page that needs the vehicles says so itself.
        let opened = self.open().await.ok().flatten();
        Site {
            source,
            permissions: smartcar
                .scope
                .iter()
                .flat_map(Scope::iter)
                .map(|(permission, _)| permission.as_str().to_owned())
                .collect(),
            vehicles: opened
                .map(|opened| u32::try_from(by_id(&opened.vehicles).len()).unwrap_or(u32::MAX)),
        }
    }

    async fn vehicles(&self) -> Result<Vec<Vehicle>, AppError> {
        let opened = self.signed_in().await?;
        let mut rows: Vec<&StoredVehicle> = by_id(&opened.vehicles).into_values().collect();
        rows.sort_by(|one, other| {
            (one.connected_at, one.vehicle.as_str())
                .cmp(&(other.connected_at, other.vehicle.as_str()))
        });
        Ok(rows.into_iter().map(to_vehicle).collect())
    }

    async fn disconnect(&self, vehicle: VehicleId) -> Result<(), AppError> {
        let opened = self.signed_in().await?;
        let connections: Vec<&StoredVehicle> = opened
            .vehicles
            .iter()
            .filter(|stored| stored.vehicle.as_str() == vehicle.0)
            .collect();
        if connections.is_empty() {
            return Err(AppError::VehicleNotFound);
        }
        for connection in connections {
            self.delete_connection(connection).await?;
        }
        tracing::info!("a vehicle was disconnected");
        Ok(())
    }

    async fn sign_out(&self) -> Result<(), AppError> {
        match self.open().await? {
            Some(opened) => self.end_session(&opened.id).await,
            None => Ok(()),
        }
    }

    async fn erase(&self) -> Result<(), AppError> {
        let opened = self.signed_in().await?;
        for vehicle in &opened.vehicles {
            self.delete_connection(vehicle).await?;
        }
        let store = &self.state.store;
        let owners = store
            .owners(&opened.id)
            .await
            .map_err(|error| internal(&error))?;
        for owner in &owners {
            gone_at_smartcar(
                "deleting a user",
                self.state.smartcar.delete_user(owner).await,
            )?;
            store
                .remove_owner(owner)
                .await
                .map_err(|error| internal(&error))?;
        }
        tracing::info!(owners = owners.len(), "everything of a session was erased");
        self.end_session(&opened.id).await
    }
}

/// One row a vehicle, though two owners of one session may both have connected it.
fn by_id(vehicles: &[StoredVehicle]) -> BTreeMap<&str, &StoredVehicle> {
    let mut rows = BTreeMap::new();
    for vehicle in vehicles {
        rows.entry(vehicle.vehicle.as_str()).or_insert(vehicle);
    }
    rows
}

fn to_vehicle(stored: &StoredVehicle) -> Vehicle {
    let description = stored.description.clone();
    Vehicle {
        id: VehicleId(stored.vehicle.as_str().to_owned()),
        make: description.make,
        model: description.model,
        year: description.year,
        powertrain_type: description.powertrain_type,
        mode: description.mode,
    }
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

/// Logs the detail, once, here; the reader gets a sentence.
fn internal(error: &(dyn Error + 'static)) -> AppError {
    telemetry::log_internal(error);
    AppError::Internal
}
