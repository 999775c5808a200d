//! Commands to a vehicle (reference 5): what is checked before the car is asked.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::body::to_bytes;
use axum::extract::{Extension, Path, Request, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use super::ApiError;
use super::access::Access;
use super::execute::{Job, execute};
use super::identifier::identifier;
use crate::command::{CommandEntry, CommandKind, Conclusion, Effect, read_parameters};
use crate::fault::connection_of;
use crate::simulation::Simulation;
use crate::traffic::Observed;

/// More than this is no command.
const LONGEST_BODY: usize = 64 * 1024;

/// The names in a path.
type Names = Path<BTreeMap<String, String>>;

/// Every `POST` under `/v3/vehicles/{id}/commands` and `…/charge-schedules`, and the `DELETE`.
pub(super) async fn send(
    kind: CommandKind,
    simulation: Arc<Simulation>,
    observed: Observed,
    Path(names): Names,
    request: Request,
) -> Result<Response, ApiError> {
    let connection = connection_of(&request);
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LONGEST_BODY)
        .await
        .map_err(|_| ApiError::invalid_input("the body is too long"))?;
    let job = check(kind, &simulation, &observed, &names, &parts.headers, &body)?;
    Ok(execute(simulation, job, connection).await)
}

/// Checks what can be checked without asking the car, and notes the command in its log.
fn check(
    kind: CommandKind,
    simulation: &Simulation,
    observed: &Observed,
    names: &BTreeMap<String, String>,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Job, ApiError> {
    let name = |name: &str| names.get(name).map(String::as_str).unwrap_or_default();
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let access = Access::read(simulation, &world, name("id"), headers)?;
    access.spend(&mut world, 1, now)?;
    if let Some(url) = &access.reauthentication_url {
        return Err(ApiError::authentication_failed(url.clone()));
    }
    access.require(kind.permission())?;
    if kind.has_body() {
        require_json(headers)?;
    }
    let schedule_id = match kind {
        CommandKind::DeleteSchedule => name("schedule").to_owned(),
        _ => format!("sched_{}", simulation.random_uuid().simple()),
    };
    let parameters = read_parameters(kind, body, &schedule_id)?;
    let vehicle = world
        .vehicles
        .get_mut(&access.vehicle_id)
        .ok_or_else(|| ApiError::not_found("There is no such vehicle."))?;
    if !kind.is_possible(&vehicle.details) {
        return Err(ApiError::not_capable());
    }
    vehicle.settle(now);
    let has_schedule = |id: &str| {
        let schedules = vehicle.expected_car().schedules;
        schedules.iter().any(|schedule| schedule.id == id)
    };
    if let Effect::DropSchedule(id) = &parameters.effect
        && !has_schedule(id)
    {
        return Err(no_schedule());
    }
    let id = format!("exec_{}", simulation.random_uuid().simple());
    vehicle.commands.log(CommandEntry {
        id: id.clone(),
        kind,
        user_id: access.user_id,
        parameters: parameters.shown.clone(),
        sent: now,
        conclusion: Conclusion::UnderWay,
        seen: None,
    });
    Ok(Job {
        id,
        vehicle_id: access.vehicle_id,
        kind,
        parameters,
        scenario: vehicle.commands.take_scenario(kind),
        gate: vehicle.commands.gate(),
        sent: now,
        quirks: access.quirks,
        request_id: observed.request_id,
    })
}

pub(super) fn require_json(headers: &HeaderMap) -> Result<(), ApiError> {
    let content_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let media_type = content_type.split(';').next().unwrap_or_default().trim();
    if media_type.eq_ignore_ascii_case("application/json") {
        Ok(())
    } else {
        let words = "the content type must be application/json";
        Err(ApiError::invalid_input(words))
    }
}

fn no_schedule() -> ApiError {
    ApiError::not_found("There is no such schedule.")
}

/// `GET /v3/vehicles/{id}/charge-schedules/{schedule}` (reference 5, inferred).
pub(super) async fn read_schedule(
    State(simulation): State<Arc<Simulation>>,
    Extension(_): Extension<Observed>,
    Path((id, schedule_id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let vehicle_id = identifier("the vehicle id", &id)?;
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let access = Access::read(&simulation, &world, &id, &headers)?;
    access.spend(&mut world, 1, now)?;
    access.require("read_charge")?;
    let vehicle = world
        .vehicles
        .get_mut(&vehicle_id)
        .ok_or_else(no_schedule)?;
    vehicle.settle(now);
    let car = vehicle.expected_car();
    let schedule = car
        .schedules
        .iter()
        .find(|schedule| schedule.id == schedule_id)
        .ok_or_else(no_schedule)?;
    let mut attributes: Value = schedule.parameters.clone();
    attributes["scheduleType"] = schedule.kind.name().into();
    let body = json!({ "data": {
        "id": schedule.id,
        "type": "charge-schedule",
        "attributes": attributes,
        "links": { "self": format!("/vehicles/{vehicle_id}/charge-schedules/{schedule_id}") },
    } });
    Ok(Json(body).into_response())
}
