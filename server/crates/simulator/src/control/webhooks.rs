//! Webhooks, as the application's dashboard makes them.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

use super::exchange::{Order, Refusal};
use crate::instant::iso_instant;
use crate::simulation::Simulation;
use crate::webhook::{Verification, Webhook, WebhookBook, WebhookOrder};

/// `GET /_simulator/webhooks`.
pub(super) async fn list(State(simulation): State<Arc<Simulation>>) -> Json<Value> {
    let world = simulation.world();
    let book = &world.webhooks;
    let webhooks: Vec<Value> = book
        .webhooks
        .iter()
        .map(|webhook| webhook_json(book, webhook))
        .collect();
    Json(json!({ "webhooks": webhooks }))
}

/// `POST /_simulator/webhooks`: its receiver is asked to prove itself at once, unless the order says
/// that it has.
pub(super) async fn make(
    State(simulation): State<Arc<Simulation>>,
    Order(order): Order<WebhookOrder>,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let id = world
        .webhooks
        .make(order, now, simulation.entropy())
        .map_err(Refusal::bad)?;
    ask_for_proof(&simulation, &mut world, id);
    Ok((StatusCode::CREATED, read_json(&world.webhooks, id)?))
}

/// `GET /_simulator/webhooks/{id}`.
pub(super) async fn read(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Result<Json<Value>, Refusal> {
    read_json(&simulation.world().webhooks, id)
}

/// `PATCH /_simulator/webhooks/{id}`: what is left out stays.
pub(super) async fn change(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    Order(order): Order<WebhookOrder>,
) -> Result<Json<Value>, Refusal> {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let before = world
        .webhooks
        .webhook(id)
        .map(|webhook| webhook.callback.clone());
    world
        .webhooks
        .change(id, order, now)
        .ok_or_else(no_webhook)?
        .map_err(Refusal::bad)?;
    let has_moved = world.webhooks.webhook(id).map(|webhook| &webhook.callback) != before.as_ref();
    if has_moved {
        ask_for_proof(&simulation, &mut world, id);
    }
    read_json(&world.webhooks, id)
}

/// `DELETE /_simulator/webhooks/{id}`: with its subscriptions.
pub(super) async fn remove(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Refusal> {
    if simulation.world().webhooks.remove(id) {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(no_webhook())
    }
}

/// `POST /_simulator/webhooks/{id}/verify`: asks the receiver again.
pub(super) async fn verify(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let quirks = world.quirks.general.clone();
    let entropy = simulation.entropy();
    world.webhooks.verify(id, &quirks, now, entropy);
    Ok((StatusCode::ACCEPTED, read_json(&world.webhooks, id)?))
}

fn ask_for_proof(simulation: &Simulation, world: &mut crate::world::World, id: Uuid) {
    let now = simulation.now(world);
    let quirks = world.quirks.general.clone();
    let is_unverified = world
        .webhooks
        .webhook(id)
        .is_some_and(|webhook| webhook.verification == Verification::Unverified);
    if is_unverified {
        let entropy = simulation.entropy();
        world.webhooks.verify(id, &quirks, now, entropy);
    }
}

fn read_json(book: &WebhookBook, id: Uuid) -> Result<Json<Value>, Refusal> {
    let webhook = book.webhook(id).ok_or_else(no_webhook)?;
    Ok(Json(webhook_json(book, webhook)))
}

pub(super) fn no_webhook() -> Refusal {
    Refusal::missing("There is no such webhook.")
}

fn webhook_json(book: &WebhookBook, webhook: &Webhook) -> Value {
    let of_webhook = |id: Uuid| id == webhook.id;
    let subscriptions = book
        .subscriptions
        .iter()
        .filter(|subscription| of_webhook(subscription.webhook_id));
    json!({
        "id": webhook.id,
        "name": webhook.name,
        "callbackUri": webhook.callback,
        "errorCallbackUri": webhook.error_callback,
        "isEnabled": webhook.is_enabled,
        "signals": webhook.signals,
        "triggers": webhook.triggers,
        "subscribe": webhook.subscribe.name(),
        "verification": webhook.verification.name(),
        "subscriptions": subscriptions.count(),
        "createdAt": iso_instant(webhook.created),
        "updatedAt": iso_instant(webhook.updated),
    })
}
