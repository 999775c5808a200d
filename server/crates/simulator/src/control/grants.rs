//! Connections without a browser.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::accounts::known_brand;
use super::exchange::{Order, Refusal};
use crate::connect::default_permissions;
use crate::fleet::EmailAddress;
use crate::simulation::Simulation;
use crate::world::{ExternalIdChange, Grant, Mode};

/// What an owner would have decided at the end of Connect.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct GrantOrder {
    email: EmailAddress,
    /// The prepared account's, or else Tesla.
    make: Option<String>,
    mode: Mode,
    external_id: Option<String>,
    /// Those of the simulated dashboard, where left out.
    permissions: Option<Vec<String>>,
}

/// `POST /_simulator/grants`: connects every vehicle of the account.
pub(super) async fn make(
    State(simulation): State<Arc<Simulation>>,
    Order(order): Order<GrantOrder>,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let external_id = ExternalIdChange::of(order.external_id.as_deref());
    if order.external_id.is_some() && external_id == ExternalIdChange::Keep {
        return Err(Refusal::bad(
            "externalId must be 1 to 128 letters, digits or one of . _ ~ -",
        ));
    }
    let permissions = order.permissions.unwrap_or_else(|| {
        default_permissions()
            .into_iter()
            .map(|permission| permission.name)
            .collect()
    });
    let mut world = simulation.world();
    let prepared = world.logins.prepared_brand(&order.email);
    let brand = match &order.make {
        Some(make) => known_brand(make)?,
        None => prepared.map_or_else(|| known_brand("TESLA"), Ok)?,
    };
    let now = simulation.now(&world);
    let found = world.log_in(&order.email, brand, order.mode, now, simulation.entropy());
    if found.vehicles.is_empty() {
        return Err(Refusal::bad(format!(
            "{} has no vehicle at {}.",
            order.email, brand.name
        )));
    }
    let grant = Grant {
        user_id: found.user_id,
        vehicles: &found.vehicles,
        permissions: &permissions,
        external_id: &external_id,
    };
    let ids = world.record_grant(&grant, now, simulation.entropy());
    let connections: Vec<Value> = ids
        .iter()
        .filter_map(|id| world.connection(*id))
        .map(|connection| json!({ "id": connection.id, "vehicleId": connection.vehicle_id }))
        .collect();
    let answer = json!({ "userId": found.user_id, "connections": connections });
    Ok((StatusCode::CREATED, Json(answer)))
}
