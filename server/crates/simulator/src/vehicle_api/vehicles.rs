//! `/v3/vehicles` (reference 4.1).

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde_json::{Value, json};

use super::ApiError;
use super::connection_json::year_as_text;
use super::identifier::identifier;
use crate::simulation::Simulation;

/// `GET /v3/vehicles/{id}`: a vehicle that somebody has connected.
pub(super) async fn read(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
) -> Result<Json<Value>, ApiError> {
    let id = identifier("the vehicle id", &id)?;
    let world = simulation.world();
    let vehicle = world
        .connected_vehicle(id)
        .ok_or_else(|| ApiError::not_found("There is no such vehicle."))?;
    let quirks = world.quirks.of(world.account_of(vehicle.owner));
    let mut resource = json!({
        "id": vehicle.id,
        "type": "vehicle",
        "attributes": {
            "make": vehicle.details.brand.make,
            "model": vehicle.details.model,
            "year": vehicle.details.year,
            "powertrainType": vehicle.details.powertrain.name(),
            "mode": vehicle.mode.name(),
        },
        "links": { "self": format!("/vehicles/{id}") },
    });
    if quirks.string_year {
        resource["attributes"]["year"] = year_as_text(&resource["attributes"]["year"]);
    }
    Ok(Json(if quirks.bare_vehicle {
        resource
    } else {
        json!({ "data": resource })
    }))
}
