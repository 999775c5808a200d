//! Signals by hand.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use time::OffsetDateTime;
use uuid::Uuid;

use super::exchange::{Order, Refusal};
use super::vehicles::settled;
use crate::instant::iso_instant;
use crate::signal::{Hand, Outcome, Reading, SignalOrder};
use crate::simulation::Simulation;
use crate::world::Vehicle;

/// Several signals at once.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignalsOrder {
    signals: BTreeMap<String, SignalOrder>,
}

/// `GET /_simulator/vehicles/{id}/signals`: what the store holds, given away or not.
pub(super) async fn list(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Result<Json<Value>, Refusal> {
    with_vehicle(&simulation, id, |vehicle, _| Ok(store_json(vehicle)))
}

/// `PUT /_simulator/vehicles/{id}/signals`: these signals by hand, and no other ones.
pub(super) async fn replace_all(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    Order(order): Order<SignalsOrder>,
) -> Result<Json<Value>, Refusal> {
    check(&order.signals)?;
    with_vehicle(&simulation, id, |vehicle, now| {
        let touched: Vec<String> = vehicle
            .store
            .all()
            .filter(|(_, reading)| reading.hand != Hand::Untouched)
            .map(|(code, _)| code.to_owned())
            .collect();
        let absent = vehicle.store.absent();
        for code in touched.iter().map(String::as_str).chain(absent) {
            vehicle.restore_signal(code, now);
        }
        write(vehicle, &order.signals, now);
        Ok(store_json(vehicle))
    })
}

/// `PATCH /_simulator/vehicles/{id}/signals`: these signals by hand, the others as they are.
pub(super) async fn set_several(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    Order(order): Order<SignalsOrder>,
) -> Result<Json<Value>, Refusal> {
    check(&order.signals)?;
    with_vehicle(&simulation, id, |vehicle, now| {
        write(vehicle, &order.signals, now);
        Ok(store_json(vehicle))
    })
}

/// `GET /_simulator/vehicles/{id}/signals/{code}`.
pub(super) async fn read(
    State(simulation): State<Arc<Simulation>>,
    Path((id, code)): Path<(Uuid, String)>,
) -> Result<Json<Value>, Refusal> {
    with_vehicle(&simulation, id, |vehicle, _| one_json(vehicle, &code))
}

/// `PUT /_simulator/vehicles/{id}/signals/{code}`: as if it had never been touched before.
pub(super) async fn replace(
    State(simulation): State<Arc<Simulation>>,
    Path((id, code)): Path<(Uuid, String)>,
    Order(order): Order<SignalOrder>,
) -> Result<Json<Value>, Refusal> {
    set_one(&simulation, id, code, order, true)
}

/// `PATCH /_simulator/vehicles/{id}/signals/{code}`: what is left out stays.
pub(super) async fn set(
    State(simulation): State<Arc<Simulation>>,
    Path((id, code)): Path<(Uuid, String)>,
    Order(order): Order<SignalOrder>,
) -> Result<Json<Value>, Refusal> {
    set_one(&simulation, id, code, order, false)
}

/// `DELETE /_simulator/vehicles/{id}/signals/{code}`: back to what the car says.
pub(super) async fn restore(
    State(simulation): State<Arc<Simulation>>,
    Path((id, code)): Path<(Uuid, String)>,
) -> Result<Json<Value>, Refusal> {
    with_vehicle(&simulation, id, |vehicle, now| {
        vehicle.restore_signal(&code, now);
        Ok(one_json(vehicle, &code).unwrap_or_else(|_| Json(json!({}))))
    })
}

fn set_one(
    simulation: &Simulation,
    id: Uuid,
    code: String,
    order: SignalOrder,
    is_anew: bool,
) -> Result<Json<Value>, Refusal> {
    let orders = BTreeMap::from([(code, order)]);
    check(&orders)?;
    with_vehicle(simulation, id, |vehicle, now| {
        for (code, order) in &orders {
            if is_anew {
                vehicle.restore_signal(code, now);
            }
            vehicle.set_signal(code, order, now);
            if !order.absent {
                return one_json(vehicle, code);
            }
        }
        Ok(Json(json!({})))
    })
}

fn with_vehicle(
    simulation: &Simulation,
    id: Uuid,
    act: impl FnOnce(&mut Vehicle, OffsetDateTime) -> Result<Json<Value>, Refusal>,
) -> Result<Json<Value>, Refusal> {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    act(settled(&mut world, id, now)?, now)
}

fn check(orders: &BTreeMap<String, SignalOrder>) -> Result<(), Refusal> {
    match orders.iter().find_map(|(code, order)| order.problem(code)) {
        Some(problem) => Err(Refusal::bad(problem)),
        None => Ok(()),
    }
}

fn write(vehicle: &mut Vehicle, orders: &BTreeMap<String, SignalOrder>, now: OffsetDateTime) {
    for (code, order) in orders {
        vehicle.set_signal(code, order, now);
    }
}

fn store_json(vehicle: &Vehicle) -> Json<Value> {
    let signals: Map<String, Value> = vehicle
        .store
        .all()
        .map(|(code, reading)| (code.to_owned(), reading_json(reading)))
        .collect();
    Json(json!({ "store": vehicle.store.state, "signals": signals }))
}

fn one_json(vehicle: &Vehicle, code: &str) -> Result<Json<Value>, Refusal> {
    let reading = vehicle
        .store
        .get(code)
        .ok_or_else(|| Refusal::missing(format!("The store does not hold {code}.")))?;
    Ok(Json(reading_json(reading)))
}

fn reading_json(reading: &Reading) -> Value {
    let times = reading.times;
    let error = match &reading.outcome {
        Outcome::Error { error, .. } => Some(error.json()),
        Outcome::Success(_) | Outcome::Unavailable => None,
    };
    json!({
        "status": reading.outcome.status(),
        "body": reading.outcome.body(),
        "error": error,
        "times": {
            "oemUpdatedAt": times.oem_updated.map(iso_instant),
            "retrievedAt": times.retrieved.map(iso_instant),
            "ingestedAt": iso_instant(times.ingested),
        },
        "byHand": reading.hand != Hand::Untouched,
    })
}
