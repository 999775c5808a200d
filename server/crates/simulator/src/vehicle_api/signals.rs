//! `/v3/vehicles/{id}/signals` (reference 4.2 and 4.3).

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::IntoResponse;
use serde_json::{Value, json};

use super::ApiError;
use super::access::Access;
use super::signal_json::{SignalView, included_vehicle};
use super::unit_system::UnitSystem;
use crate::quirks::Quirks;
use crate::signal::entry_of;
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;

/// `GET /v3/vehicles/{id}/signals`: everything that the store has.
pub(super) async fn list(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<impl IntoResponse, ApiError> {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let access = Access::read(&simulation, &world, &id, &headers)?;
    refuse_parameters(query.as_deref(), &access.quirks)?;
    let units = UnitSystem::asked_for(&headers)?;

    let vehicle = settled(&mut world, &access, now)?;
    let count = vehicle.store.all_visible().len();
    let cost = if access.quirks.signals_cost_each {
        u32::try_from(count.max(1)).unwrap_or(u32::MAX)
    } else {
        1
    };
    access.spend(&mut world, cost, now)?;
    refuse_failed_login(&access)?;

    let vehicle = settled(&mut world, &access, now)?;
    if count == 0 && access.quirks.empty_store_not_found {
        let detail = format!("No signals found for vehicle with ID {}.", vehicle.id);
        return Err(signal_not_found(detail));
    }
    let view = SignalView {
        access: &access,
        vehicle,
        units,
        now,
        origin: simulation.origin(),
    };
    let data: Vec<Value> = vehicle
        .store
        .all_visible()
        .iter()
        .map(|(code, reading)| view.resource(code, reading))
        .collect();
    let link = view.link("");
    let body = json!({
        "data": data,
        "meta": { "totalCount": count, "pageSize": count, "pageNumber": 1 },
        "links": { "self": link, "first": link, "prev": null, "next": null, "last": link },
        "included": included_vehicle(&view),
    });
    Ok((units.header(), Json(body)))
}

/// `GET /v3/vehicles/{id}/signals/{code}`.
pub(super) async fn read(
    State(simulation): State<Arc<Simulation>>,
    Path((id, code)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<impl IntoResponse, ApiError> {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let access = Access::read(&simulation, &world, &id, &headers)?;
    let units = UnitSystem::asked_for(&headers)?;
    access.spend(&mut world, 1, now)?;
    refuse_failed_login(&access)?;

    let vehicle = settled(&mut world, &access, now)?;
    let missing = || {
        let words = format!("Signal with code {code} not found for vehicle with ID {id}");
        signal_not_found(words)
    };
    let reading = vehicle.store.visible(&code).ok_or_else(missing)?;
    let view = SignalView {
        access: &access,
        vehicle,
        units,
        now,
        origin: simulation.origin(),
    };
    if view.is_hidden(&code, &reading)
        && let Some(entry) = entry_of(&code)
    {
        access.require(entry.permission)?;
    }
    let resource = view.resource(&code, &reading);
    let body = if access.quirks.bare_signal {
        resource
    } else {
        json!({ "data": resource, "included": included_vehicle(&view) })
    };
    Ok((units.header(), Json(body)))
}

fn settled<'a>(
    world: &'a mut crate::world::World,
    access: &Access,
    now: time::OffsetDateTime,
) -> Result<&'a crate::world::Vehicle, ApiError> {
    let vehicle = world
        .vehicles
        .get_mut(&access.vehicle_id)
        .ok_or_else(|| ApiError::not_found("There is no such vehicle."))?;
    vehicle.settle(now);
    Ok(vehicle)
}

/// No parameter is declared (reference 4.2).
fn refuse_parameters(query: Option<&str>, quirks: &Quirks) -> Result<(), ApiError> {
    let query = StrictQuery::parse(query.unwrap_or_default().as_bytes())
        .map_err(|doubled| ApiError::invalid_input(doubled.to_string()))?;
    match query.names().next() {
        Some(name) if !quirks.ignore_unknown_filters => Err(ApiError::invalid_input(format!(
            "{name} is not a parameter"
        ))),
        _ => Ok(()),
    }
}

fn refuse_failed_login(access: &Access) -> Result<(), ApiError> {
    match &access.reauthentication_url {
        Some(url) if access.quirks.failed_login_fails_reads => {
            Err(ApiError::authentication_failed(url.clone()))
        }
        _ => Ok(()),
    }
}

fn signal_not_found(detail: String) -> ApiError {
    ApiError::new(
        StatusCode::NOT_FOUND,
        "RESOURCE_NOT_FOUND",
        "SIGNAL_NOT_FOUND",
        detail,
    )
}

impl UnitSystem {
    /// The header of the answer (reference 4.4).
    fn header(self) -> [(&'static str, HeaderValue); 1] {
        [("sc-unit-system", HeaderValue::from_static(self.name()))]
    }
}
