//! Moving the simulated time.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};
use time::format_description::well_known::Rfc3339;

use super::exchange::{Order, Refusal};
use crate::simulation::Simulation;

/// The clock can be ahead by so much: enough for every lifetime, and far from the end of time.
const FURTHEST: Duration = Duration::from_hours(10 * 366 * 24);

/// How far to move.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ClockOrder {
    advance_seconds: u64,
}

/// `GET /_simulator/clock`.
pub(super) async fn read(State(simulation): State<Arc<Simulation>>) -> Json<Value> {
    let world = simulation.world();
    Json(json!({
        "now": simulation.now(&world).format(&Rfc3339).unwrap_or_default(),
        "aheadSeconds": world.clock_advance.as_secs(),
    }))
}

/// `POST /_simulator/clock`.
pub(super) async fn advance(
    State(simulation): State<Arc<Simulation>>,
    Order(order): Order<ClockOrder>,
) -> Result<Json<Value>, Refusal> {
    advance_clock(&simulation, Duration::from_secs(order.advance_seconds)).map_err(Refusal::bad)?;
    Ok(read(State(simulation)).await)
}

/// Moves the clock, unless it would be too far ahead.
pub(crate) fn advance_clock(simulation: &Simulation, by: Duration) -> Result<(), &'static str> {
    let mut world = simulation.world();
    let ahead = world.clock_advance.saturating_add(by);
    if ahead > FURTHEST {
        return Err("The clock can be ten years ahead at most.");
    }
    world.clock_advance = ahead;
    drop(world);
    simulation.clock_has_moved();
    Ok(())
}
