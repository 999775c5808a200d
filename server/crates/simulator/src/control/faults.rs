//! Switching faults on and off.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::exchange::{Order, Refusal, awaited};
use crate::fault::{Fault, FaultKind, FaultOrder, Gate};
use crate::fleet::EmailAddress;
use crate::simulation::Simulation;
use crate::traffic::ApiRoute;

/// How long `?await=` waits at most.
const PATIENCE: Duration = Duration::from_secs(10);

/// A fault to switch on.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct NewFault {
    account: Option<EmailAddress>,
    #[serde(default)]
    route: RouteChoice,
    times: Option<u32>,
    kind: FaultKind,
}

#[derive(Debug, Default, Deserialize)]
#[serde(try_from = "String")]
struct RouteChoice(Option<ApiRoute>);

impl TryFrom<String> for RouteChoice {
    type Error = String;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        if name == "*" {
            return Ok(Self(None));
        }
        let known = ApiRoute::ALL.into_iter().find(|route| route.name() == name);
        let names = ApiRoute::ALL.map(ApiRoute::name).join(", ");
        known
            .map(|route| Self(Some(route)))
            .ok_or_else(|| format!("route must be * or one of {names}"))
    }
}

/// `POST /_simulator/faults`.
pub(super) async fn add(
    State(simulation): State<Arc<Simulation>>,
    Order(fault): Order<NewFault>,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    if let Some(problem) = fault.kind.problem() {
        return Err(Refusal::bad(problem));
    }
    if fault.times == Some(0) {
        return Err(Refusal::bad("times must be at least 1"));
    }
    let id = simulation.world().faults.add(FaultOrder {
        account: fault.account,
        route: fault.route.0,
        times: fault.times,
        kind: fault.kind,
    });
    Ok((StatusCode::CREATED, Json(json!({ "id": id }))))
}

/// `GET /_simulator/faults`.
pub(super) async fn list(State(simulation): State<Arc<Simulation>>) -> Json<Value> {
    let world = simulation.world();
    let faults: Vec<Value> = world.faults.all().map(fault_json).collect();
    Json(json!({ "faults": faults }))
}

/// `GET /_simulator/faults/{id}`; `?await=N` answers when N requests are held, or after ten seconds
/// as things are then.
pub(super) async fn read(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<u64>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, Refusal> {
    let awaited = awaited(query.as_deref())?;
    let gate = gate_of(&simulation, id)?;
    tokio::select! {
        () = gate.until_held(awaited) => {}
        () = tokio::time::sleep(PATIENCE) => {}
        () = simulation.stopping().cancelled() => {}
    }
    let world = simulation.world();
    world
        .faults
        .get(id)
        .map(fault_json)
        .map(Json)
        .ok_or_else(no_fault)
}

/// `DELETE /_simulator/faults/{id}`: what it holds is let go.
pub(super) async fn remove(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<u64>,
) -> Result<StatusCode, Refusal> {
    if simulation.world().faults.remove(id) {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(no_fault())
    }
}

/// `POST /_simulator/faults/{id}/release`: what it holds is let go, and it holds nothing any more.
pub(super) async fn release(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<u64>,
) -> Result<StatusCode, Refusal> {
    gate_of(&simulation, id)?.open();
    Ok(StatusCode::NO_CONTENT)
}

fn gate_of(simulation: &Simulation, id: u64) -> Result<Gate, Refusal> {
    let world = simulation.world();
    world
        .faults
        .get(id)
        .map(|fault| fault.gate.clone())
        .ok_or_else(no_fault)
}

fn no_fault() -> Refusal {
    Refusal::missing("There is no such fault.")
}

fn fault_json(fault: &Fault) -> Value {
    json!({
        "id": fault.id,
        "account": fault.order.account,
        "route": fault.order.route.map_or("*", ApiRoute::name),
        "kind": fault.order.kind,
        "timesLeft": fault.times_left(),
        "applied": fault.applied,
        "held": fault.gate.held(),
        "released": fault.gate.is_open(),
    })
}
