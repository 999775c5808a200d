//! Letting a car drive or charge.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::Value;
use time::Duration;
use uuid::Uuid;

use super::exchange::{Order, Refusal};
use super::vehicles::{read, settled};
use crate::car::Profile;
use crate::simulation::Simulation;

/// What a car is to do, and since when.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ProfileOrder {
    profile: Profile,
    /// As if it had begun so long ago: for a simulator whose clock others use too.
    #[serde(default)]
    began_seconds_ago: u32,
}

/// `POST /_simulator/vehicles/{id}/profile`.
pub(super) async fn follow(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    Order(order): Order<ProfileOrder>,
) -> Result<Json<Value>, Refusal> {
    {
        let mut world = simulation.world();
        let now = simulation.now(&world);
        let began = Duration::seconds(i64::from(order.began_seconds_ago));
        let vehicle = settled(&mut world, id, now)?;
        vehicle
            .car
            .follow(order.profile, began)
            .map_err(|problem| Refusal::bad(problem.to_string()))?;
        vehicle.settle(now);
    }
    read(State(simulation), Path(id)).await
}
