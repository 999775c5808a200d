//! Subscriptions without a token.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::exchange::{Order, Refusal};
use crate::instant::iso_instant;
use crate::simulation::Simulation;
use crate::webhook::{Subscription, SubscriptionProblem};

/// A vehicle to subscribe: for the user who has connected it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "the names of the API")]
pub(super) struct SubscriptionOrder {
    webhook_id: Uuid,
    user_id: Uuid,
    vehicle_id: Uuid,
}

/// `GET /_simulator/subscriptions`.
pub(super) async fn list(State(simulation): State<Arc<Simulation>>) -> Json<Value> {
    let world = simulation.world();
    let subscriptions: Vec<Value> = world
        .webhooks
        .subscriptions
        .iter()
        .map(subscription_json)
        .collect();
    Json(json!({ "subscriptions": subscriptions }))
}

/// `POST /_simulator/subscriptions`.
pub(super) async fn make(
    State(simulation): State<Arc<Simulation>>,
    Order(order): Order<SubscriptionOrder>,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let SubscriptionOrder {
        webhook_id,
        user_id,
        vehicle_id,
    } = order;
    let id = world
        .subscribe(webhook_id, user_id, vehicle_id, now, simulation.entropy())
        .map_err(refusal)?;
    let made = world.webhooks.subscription(id).map(subscription_json);
    Ok((StatusCode::CREATED, Json(made.unwrap_or_default())))
}

/// `DELETE /_simulator/subscriptions/{id}`.
pub(super) async fn remove(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Result<StatusCode, Refusal> {
    if simulation.world().webhooks.unsubscribe(id) {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Refusal::missing("There is no such subscription."))
    }
}

fn refusal(problem: SubscriptionProblem) -> Refusal {
    let words = problem.words();
    match problem {
        SubscriptionProblem::NoWebhook | SubscriptionProblem::NotConnected => {
            Refusal::missing(words)
        }
        SubscriptionProblem::Simulated => Refusal::bad(words),
        SubscriptionProblem::AlreadyThere => Refusal::conflict(words),
    }
}

fn subscription_json(subscription: &Subscription) -> Value {
    json!({
        "id": subscription.id,
        "webhookId": subscription.webhook_id,
        "userId": subscription.user_id,
        "vehicleId": subscription.vehicle_id,
        "createdAt": iso_instant(subscription.created),
        "firstDeliveryDueAt": subscription.first_due.map(iso_instant),
    })
}
