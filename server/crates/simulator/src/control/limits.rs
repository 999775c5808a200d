//! How much may be asked.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::exchange::{Order, Refusal};
use super::vehicles::settled;
use crate::limit::{BUCKET, Monthly, REFILL_A_MINUTE, Throttle};
use crate::signal::number;
use crate::simulation::Simulation;
use crate::vehicle_api::MONTHLY_ALLOWANCE;

/// The limit of the application; what is left out stays.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ApplicationLimitOrder {
    on: Option<bool>,
    /// So many requests are left.
    left: Option<f64>,
}

/// The limits of one vehicle, as a whole.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct VehicleLimitOrder {
    monthly: Option<Monthly>,
    throttle: Option<Throttle>,
}

/// `GET /_simulator/limits`.
pub(super) async fn read_application(State(simulation): State<Arc<Simulation>>) -> Json<Value> {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    Json(json!({
        "on": world.limit.is_on,
        "left": number(world.limit.left(now), 2),
        "bucket": number(BUCKET, 0),
        "refillPerMinute": number(REFILL_A_MINUTE, 0),
        "monthlyPerVehicle": MONTHLY_ALLOWANCE,
    }))
}

/// `POST /_simulator/limits`.
pub(super) async fn set_application(
    State(simulation): State<Arc<Simulation>>,
    Order(order): Order<ApplicationLimitOrder>,
) -> Result<Json<Value>, Refusal> {
    if order
        .left
        .is_some_and(|left| !(0.0..=BUCKET).contains(&left))
    {
        return Err(Refusal::bad(format!("left must be 0 to {BUCKET}.")));
    }
    {
        let mut world = simulation.world();
        let now = simulation.now(&world);
        world.limit.is_on = order.on.unwrap_or(world.limit.is_on);
        if let Some(left) = order.left {
            world.limit.set_left(left, now);
        }
    }
    Ok(read_application(State(simulation)).await)
}

/// `GET /_simulator/vehicles/{id}/limits`.
pub(super) async fn read_vehicle(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Result<Json<Value>, Refusal> {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let usual = world.limit.is_on.then_some(MONTHLY_ALLOWANCE);
    let limits = &mut settled(&mut world, id, now)?.limits;
    let allowed = limits.monthly.map(|monthly| monthly.allowed).or(usual);
    Ok(Json(json!({
        "monthly": { "allowed": allowed, "used": limits.used(now) },
        "throttle": limits.throttle,
    })))
}

/// `PUT /_simulator/vehicles/{id}/limits`: they hold even where the simulator's are off.
pub(super) async fn set_vehicle(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    Order(order): Order<VehicleLimitOrder>,
) -> Result<Json<Value>, Refusal> {
    if order
        .throttle
        .is_some_and(|throttle| throttle.per_seconds == 0)
    {
        return Err(Refusal::bad("perSeconds must be at least 1."));
    }
    {
        let mut world = simulation.world();
        let now = simulation.now(&world);
        let limits = &mut settled(&mut world, id, now)?.limits;
        limits.monthly = order.monthly;
        limits.set_throttle(order.throttle);
        if let Some(used) = order.monthly.and_then(|monthly| monthly.used) {
            limits.set_used(used, now);
        }
    }
    read_vehicle(State(simulation), Path(id)).await
}
