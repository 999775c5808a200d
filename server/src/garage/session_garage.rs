//! The garage of one request, bound to its session.

mod history;
mod naming;
mod noticing;

use std::collections::BTreeMap;

use app::{
    error::AppError,
    history::model::HistoryView,
    ports::Garage,
    site::model::{Site, Source},
    vehicle::{
        car::{CarView, CarsView},
        model::{Vehicle, VehicleId},
        units::Units,
    },
    watch::model::NoticesView,
};
use async_trait::async_trait;
use futures::try_join;
use smartcar::{Mode, connect::Scope};
use tokio::sync::OnceCell;
use tower_sessions::Session;

use super::{
    commands, internal, leaving, refreshing,
    views::{self, Setting},
};
use crate::{
    auth::SessionState,
    state::AppState,
    storage::{GarageId, GarageVehicle, Revision},
};

/// The cars of one session. It asks the store once a request, however many parts of the page ask.
pub struct SessionGarage {
    state: AppState,
    session: Option<Session>,
    units: Units,
    opened: OnceCell<Option<Opened>>,
}

/// A garage that has been opened, with what was in it.
#[derive(Clone)]
struct Opened {
    id: GarageId,
    /// Of what there was to see before the vehicles were read, so that no change between is missed.
    mark: String,
    vehicles: Vec<GarageVehicle>,
}

impl Opened {
    /// One row a vehicle, oldest connection first.
    fn rows(&self) -> Vec<&GarageVehicle> {
        let mut rows: Vec<_> = by_id(&self.vehicles).into_values().collect();
        rows.sort_by_key(|row| (row.vehicle.connected_at, row.vehicle.vehicle.as_str()));
        rows
    }
}

impl SessionGarage {
    /// The garage of a session, shown in these units; without a session, that of a visitor who is
    /// signed out.
    pub fn new(state: AppState, session: Option<Session>, units: Units) -> Self {
        Self {
            state,
            session,
            units,
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
                let revision = store.revision(&id).await;
                let Some(Revision { mark, .. }) = revision.map_err(|error| internal(&error))?
                else {
                    return Ok(None);
                };
                let vehicles = store.vehicles(&id).await;
                let vehicles = vehicles.map_err(|error| internal(&error))?;
                Ok(Some(Opened { id, mark, vehicles }))
            })
            .await?;
        Ok(opened.as_ref())
    }

    async fn signed_in(&self) -> Result<&Opened, AppError> {
        self.open().await?.ok_or(AppError::SignedOut)
    }

    /// One vehicle among the session's own.
    ///
    /// # Errors
    ///
    /// [`AppError::SignedOut`]; [`AppError::VehicleNotFound`]; [`AppError::Internal`].
    pub(crate) async fn own(&self, vehicle: &VehicleId) -> Result<&GarageVehicle, AppError> {
        self.signed_in()
            .await?
            .vehicles
            .iter()
            .find(|row| row.vehicle.vehicle.as_str() == vehicle.0)
            .ok_or(AppError::VehicleNotFound)
    }

    async fn setting(&self) -> Result<Setting, AppError> {
        let application = self
            .state
            .store
            .application_budget()
            .await
            .map_err(|error| internal(&error))?;
        Ok(Setting {
            application,
            rules: self.state.config.budget,
            units: self.units,
            now: self.state.clock.now(),
        })
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
        let notices = self.count_noticed().await.unwrap_or_default();
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
            notices,
        }
    }

    async fn revision(&self) -> Result<String, AppError> {
        Ok(self.signed_in().await?.mark.clone())
    }

    async fn cars(&self) -> Result<CarsView, AppError> {
        let opened = self.signed_in().await?;
        let signals = self
            .state
            .store
            .garage_signals(&opened.id, &views::ESSENTIAL)
            .await
            .map_err(|error| internal(&error))?;
        let signals = views::by_vehicle(signals);
        let setting = self.setting().await?;
        Ok(CarsView {
            cars: opened
                .rows()
                .into_iter()
                .map(|row| {
                    let signals = signals.get(&views::key(&row.vehicle));
                    views::car(row, signals.map_or(&[], Vec::as_slice), &setting)
                })
                .collect(),
            now: setting.now,
        })
    }

    async fn vehicles(&self) -> Result<Vec<Vehicle>, AppError> {
        let rows = self.signed_in().await?.rows();
        Ok(rows.into_iter().map(views::vehicle).collect())
    }

    async fn car(&self, vehicle: VehicleId) -> Result<CarView, AppError> {
        let row = self.own(&vehicle).await?;
        // The ledger first. A command is settled after the signals that settle it are stored: the other
        // way round a page could say that the car did it, beside a car that has not.
        let told = async {
            let ledger = commands::ledger(&self.state, &row.vehicle)
                .await
                .map_err(|error| internal(&error))?;
            let (owner, vehicle) = (&row.vehicle.owner, &row.vehicle.vehicle);
            let signals = self.state.store.signals(owner, vehicle).await;
            Ok((ledger, signals.map_err(|error| internal(&error))?))
        };
        let ((ledger, signals), notices, setting) =
            try_join!(told, self.noticed_of(&vehicle), self.setting())?;
        let entropy = self.state.entropy.as_ref();
        let commands = commands::commands(ledger, &signals, entropy, setting.now);
        Ok(CarView {
            car: views::car(row, &signals, &setting),
            commands,
            rejected: None,
            notices,
            now: setting.now,
        })
    }

    async fn notices(&self) -> Result<NoticesView, AppError> {
        self.noticed().await
    }

    async fn open_notices(&self) -> Result<u32, AppError> {
        self.count_noticed().await
    }

    async fn history(&self, vehicle: VehicleId, query: String) -> Result<HistoryView, AppError> {
        self.read_history(&vehicle, &query).await
    }

    async fn refresh(&self, vehicle: VehicleId) -> Result<(), AppError> {
        let row = self.own(&vehicle).await?;
        let (owner, vehicle) = (&row.vehicle.owner, &row.vehicle.vehicle);
        refreshing::refresh(&self.state, owner, vehicle).await
    }

    async fn disconnect(&self, vehicle: VehicleId) -> Result<(), AppError> {
        let opened = self.signed_in().await?;
        self.own(&vehicle).await?;
        for stored in &opened.vehicles {
            if stored.vehicle.vehicle.as_str() == vehicle.0 {
                leaving::delete_connection(&self.state, &stored.vehicle).await?;
            }
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
        for stored in &opened.vehicles {
            leaving::delete_connection(&self.state, &stored.vehicle).await?;
        }
        leaving::delete_owners(&self.state, &opened.id).await?;
        self.end_session(&opened.id).await
    }
}

/// One row a vehicle, though two owners of one session may both have connected it.
fn by_id(vehicles: &[GarageVehicle]) -> BTreeMap<&str, &GarageVehicle> {
    let mut rows = BTreeMap::new();
    for vehicle in vehicles {
        rows.entry(vehicle.vehicle.vehicle.as_str())
            .or_insert(vehicle);
    }
    rows
}
