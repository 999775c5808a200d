//! What is to become of the deliveries that are to come, and deliveries by hand.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::exchange::{Order, Refusal};
use super::webhooks::no_webhook;
use crate::simulation::Simulation;
use crate::webhook::{Mishap, PlannedMishap, WebhookBook};

/// The most events that one order can spoil.
const MOST_TIMES: u32 = 1_000_000;

/// A mishap of the next events of a webhook.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NextOrder {
    next: Next,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Next {
    mishap: Mishap,
    /// For so many events; one, where left out.
    times: Option<u32>,
    /// Only those of this vehicle.
    vehicle_id: Option<Uuid>,
}

/// A delivery by hand.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DeliveryOrder {
    vehicle_id: Uuid,
    mishap: Option<Mishap>,
}

/// `GET /_simulator/webhooks/{id}/next`.
pub(super) async fn list(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Result<Json<Value>, Refusal> {
    planned_json(&simulation.world().webhooks, id)
}

/// `POST /_simulator/webhooks/{id}/next`.
pub(super) async fn plan(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    Order(order): Order<NextOrder>,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let next = order.next;
    check(Some(next.mishap))?;
    let times = next.times.unwrap_or(1);
    if !(1..=MOST_TIMES).contains(&times) {
        return Err(Refusal::bad(format!("times must be 1 to {MOST_TIMES}.")));
    }
    let book = &mut simulation.world().webhooks;
    book.webhook(id).ok_or_else(no_webhook)?;
    let planned = PlannedMishap {
        mishap: next.mishap,
        times,
        vehicle: next.vehicle_id,
    };
    book.plan(id, planned).map_err(Refusal::bad)?;
    Ok((StatusCode::CREATED, planned_json(book, id)?))
}

/// `DELETE /_simulator/webhooks/{id}/next`: nothing is planned any more.
pub(super) async fn forget(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Refusal> {
    let book = &mut simulation.world().webhooks;
    book.webhook(id).ok_or_else(no_webhook)?;
    book.forget_plans(id);
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /_simulator/webhooks/{id}/deliveries`: what a car says now is delivered, with a mishap or
/// without.
pub(super) async fn deliver(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    Order(order): Order<DeliveryOrder>,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    check(order.mishap)?;
    let mut world = simulation.world();
    world.webhooks.webhook(id).ok_or_else(no_webhook)?;
    let looker = simulation.looker(simulation.now(&world));
    let delivery = world
        .tell_now(id, order.vehicle_id, order.mishap, looker)
        .ok_or_else(|| Refusal::missing("No such vehicle is connected."))?;
    Ok((StatusCode::CREATED, Json(json!({ "id": delivery }))))
}

/// `POST /_simulator/webhooks/{id}/test`: a sample, as the dashboard sends it.
pub(super) async fn test(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let mut world = simulation.world();
    let looker = simulation.looker(simulation.now(&world));
    let quirks = world.quirks.general.clone();
    let delivery = world
        .webhooks
        .send_sample(id, &quirks, looker)
        .ok_or_else(no_webhook)?;
    Ok((StatusCode::CREATED, Json(json!({ "id": delivery }))))
}

fn check(mishap: Option<Mishap>) -> Result<(), Refusal> {
    match mishap.and_then(Mishap::problem) {
        Some(problem) => Err(Refusal::bad(problem)),
        None => Ok(()),
    }
}

fn planned_json(book: &WebhookBook, id: Uuid) -> Result<Json<Value>, Refusal> {
    book.webhook(id).ok_or_else(no_webhook)?;
    let planned: Vec<Value> = book
        .planned_for(id)
        .map(|planned| {
            json!({
                "mishap": planned.mishap,
                "times": planned.times,
                "vehicleId": planned.vehicle,
            })
        })
        .collect();
    Ok(Json(json!({ "planned": planned })))
}
