//! What became of a car's commands, and what is to become of the next ones.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::exchange::{Order, Refusal, awaited};
use super::vehicles::settled;
use crate::command::{CommandBook, CommandEntry, Conclusion, Scenario};
use crate::instant::iso_instant;
use crate::simulation::Simulation;

/// How long `?await=` waits at most.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is to become of the next command.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NextCommand {
    next: Scenario,
}

/// `GET /_simulator/vehicles/{id}/commands`; `?await=N` answers when N commands are held, or after
/// ten seconds as things are then.
pub(super) async fn list(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, Refusal> {
    let count = awaited(query.as_deref())?;
    let gate = with_book(&simulation, id, |book| book.gate())?;
    tokio::select! {
        () = gate.until_held(count) => {}
        () = tokio::time::sleep(PATIENCE) => {}
        () = simulation.stopping().cancelled() => {}
    }
    with_book(&simulation, id, |book| Json(book_json(book)))
}

/// `POST /_simulator/vehicles/{id}/commands`.
pub(super) async fn plan(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    Order(order): Order<NextCommand>,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    if let Some(problem) = order.next.problem() {
        return Err(Refusal::bad(problem));
    }
    with_book(&simulation, id, |book| {
        book.plan(order.next);
        (StatusCode::CREATED, Json(book_json(book)))
    })
}

/// `DELETE /_simulator/vehicles/{id}/commands`: what was said of the next ones is forgotten.
pub(super) async fn forget(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Refusal> {
    with_book(&simulation, id, |book| {
        book.forget_plans();
        StatusCode::NO_CONTENT
    })
}

/// `POST /_simulator/vehicles/{id}/commands/release`: the slow ones get their results.
pub(super) async fn release(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Refusal> {
    with_book(&simulation, id, |book| {
        book.release();
        StatusCode::NO_CONTENT
    })
}

fn with_book<T>(
    simulation: &Simulation,
    id: Uuid,
    act: impl FnOnce(&mut CommandBook) -> T,
) -> Result<T, Refusal> {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let vehicle = settled(&mut world, id, now)?;
    Ok(act(&mut vehicle.commands))
}

fn book_json(book: &CommandBook) -> Value {
    json!({
        "commands": book.entries().map(entry_json).collect::<Vec<_>>(),
        "next": book.planned().collect::<Vec<_>>(),
        "held": book.gate().held(),
    })
}

fn entry_json(entry: &CommandEntry) -> Value {
    let (outcome, error, is_done) = match &entry.conclusion {
        Conclusion::UnderWay => ("underWay", None, false),
        Conclusion::Succeeded => ("succeeded", None, true),
        Conclusion::Refused(words) => ("refused", Some(words), false),
        Conclusion::Lost { is_done } => ("lost", None, *is_done),
    };
    json!({
        "id": entry.id,
        "command": entry.kind.name(),
        "parameters": entry.parameters,
        "userId": entry.user_id,
        "sentAt": iso_instant(entry.sent),
        "outcome": outcome,
        "error": error,
        "done": is_done,
        "seenAt": entry.seen.map(iso_instant),
    })
}
