//! The vehicles that log-ins have found.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use serde::Deserialize;
use serde_json::{Value, json};
use time::OffsetDateTime;
use uuid::Uuid;

use super::exchange::{Order, Refusal};
use super::requests::account_of;
use super::vehicle_json::vehicle_json;
use crate::car::CarChange;
use crate::command::Seen;
use crate::signal::StoreState;
use crate::simulation::Simulation;
use crate::world::{Vehicle, World};

/// What is to be different about a vehicle; what is left out stays.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct VehicleChange {
    store: Option<StoreState>,
    state: Option<CarChange>,
    /// Codes of signals and names of commands.
    lacks: Option<BTreeSet<String>>,
    /// When the signals usually tell of a command.
    seen: Option<Seen>,
}

/// `GET /_simulator/vehicles`; `?account=` narrows.
pub(super) async fn list(
    State(simulation): State<Arc<Simulation>>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, Refusal> {
    let account = account_of(query.as_deref())?;
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let ids: Vec<Uuid> = world
        .vehicles
        .values()
        .filter(|vehicle| account.is_none() || world.account_of(vehicle.owner) == account.as_ref())
        .map(|vehicle| vehicle.id)
        .collect();
    let mut vehicles = Vec::new();
    for id in ids {
        settled(&mut world, id, now)?;
        vehicles.extend(vehicle_json(&mut world, id, now));
    }
    Ok(Json(json!({ "vehicles": vehicles })))
}

/// `GET /_simulator/vehicles/{id}`.
pub(super) async fn read(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Result<Json<Value>, Refusal> {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    settled(&mut world, id, now)?;
    vehicle_json(&mut world, id, now)
        .map(Json)
        .ok_or_else(no_vehicle)
}

/// `PATCH /_simulator/vehicles/{id}`.
pub(super) async fn change(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    Order(order): Order<VehicleChange>,
) -> Result<Json<Value>, Refusal> {
    if let Some(problem) = order.state.as_ref().and_then(CarChange::problem) {
        return Err(Refusal::bad(problem));
    }
    {
        let mut world = simulation.world();
        let now = simulation.now(&world);
        let vehicle = settled(&mut world, id, now)?;
        if let Some(lacks) = order.lacks {
            vehicle.details.setup.lacks = lacks;
        }
        if let Some(state) = &order.state {
            vehicle.change_car(now, |car| car.change(state));
        }
        vehicle.store.state = order.store.unwrap_or(vehicle.store.state);
        vehicle.commands.usually_seen = order.seen.unwrap_or(vehicle.commands.usually_seen);
        vehicle.settle(now);
    }
    read(State(simulation), Path(id)).await
}

/// A vehicle as it is now.
pub(super) fn settled(
    world: &mut World,
    id: Uuid,
    now: OffsetDateTime,
) -> Result<&mut Vehicle, Refusal> {
    let vehicle = world.vehicles.get_mut(&id).ok_or_else(no_vehicle)?;
    vehicle.settle(now);
    Ok(vehicle)
}

fn no_vehicle() -> Refusal {
    Refusal::missing("There is no such vehicle; it is there when its account has logged in.")
}
