//! `/v3/subscriptions` of the management API (reference 8).

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

use super::ApiError;
use super::commands::require_json;
use super::identifier::identifier;
use super::subscription_query::SubscriptionQuery;
use crate::instant::timestamp;
use crate::simulation::Simulation;
use crate::webhook::{Subscription, SubscriptionProblem};
use crate::world::World;

/// The body of `POST /v3/subscriptions`.
#[derive(Debug, Deserialize)]
struct Body {
    data: Data,
}

#[derive(Debug, Deserialize)]
struct Data {
    attributes: Attributes,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the names of the API")]
struct Attributes {
    webhook_id: String,
    user_id: String,
    vehicle_id: String,
}

/// `POST /v3/subscriptions`: 202, since its making takes a moment; 409 where it is there already.
pub(super) async fn make(
    State(simulation): State<Arc<Simulation>>,
    headers: HeaderMap,
    body: Result<Bytes, axum::extract::rejection::BytesRejection>,
) -> Result<(StatusCode, Json<Value>), ApiError> {
    require_json(&headers)?;
    let body = body.map_err(|_| ApiError::invalid_input("the body is too long"))?;
    let Body { data } = serde_json::from_slice(&body)
        .map_err(|error| ApiError::invalid_input(format!("the body cannot be read: {error}")))?;
    let Attributes {
        webhook_id,
        user_id,
        vehicle_id,
    } = data.attributes;
    let webhook_id = identifier("webhookId", &webhook_id)?;
    let user_id = identifier("userId", &user_id)?;
    let vehicle_id = identifier("vehicleId", &vehicle_id)?;
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let id = world
        .subscribe(webhook_id, user_id, vehicle_id, now, simulation.entropy())
        .map_err(refusal)?;
    let made = world
        .webhooks
        .subscription(id)
        .ok_or_else(no_subscription)?;
    let resource = subscription_json(&world, made, simulation.origin());
    Ok((StatusCode::ACCEPTED, Json(json!({ "data": resource }))))
}

/// Status and words are ours, save for the 409.
fn refusal(problem: SubscriptionProblem) -> ApiError {
    let words = problem.words();
    match problem {
        SubscriptionProblem::NoWebhook | SubscriptionProblem::NotConnected => {
            ApiError::not_found(words)
        }
        SubscriptionProblem::Simulated => ApiError::invalid_input(words),
        SubscriptionProblem::AlreadyThere => {
            ApiError::new(StatusCode::CONFLICT, "VALIDATION", "", words)
        }
    }
}

/// `GET /v3/subscriptions`: the newest first.
pub(super) async fn list(
    State(simulation): State<Arc<Simulation>>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, ApiError> {
    let world = simulation.world();
    let query = SubscriptionQuery::read(query.as_deref(), &world.quirks.general)?;
    let found: Vec<&Subscription> = world
        .webhooks
        .subscriptions
        .iter()
        .rev()
        .filter(|subscription| query.concerns(&world, subscription))
        .collect();
    let total = found.len();
    let origin = simulation.origin();
    let data: Vec<Value> = query
        .page
        .of(found)
        .into_iter()
        .map(|subscription| subscription_json(&world, subscription, origin))
        .collect();
    let mut listing = origin.clone();
    listing.set_path("/v3/subscriptions");
    Ok(Json(json!({
        "data": data,
        "meta": query.page.meta(total),
        "links": query.page.links(&listing, &query.filters(), total),
    })))
}

/// `GET /v3/subscriptions/{id}`.
pub(super) async fn read(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
) -> Result<Json<Value>, ApiError> {
    let id = identifier("the subscription id", &id)?;
    let world = simulation.world();
    let subscription = world
        .webhooks
        .subscription(id)
        .ok_or_else(no_subscription)?;
    Ok(Json(
        json!({ "data": subscription_json(&world, subscription, simulation.origin()) }),
    ))
}

/// `DELETE /v3/subscriptions/{id}`: 204 once, then 404.
pub(super) async fn remove(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    let id = identifier("the subscription id", &id)?;
    if simulation.world().webhooks.unsubscribe(id) {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(no_subscription())
    }
}

fn no_subscription() -> ApiError {
    ApiError::not_found("There is no such subscription.")
}

fn subscription_json(world: &World, subscription: &Subscription, origin: &Url) -> Value {
    let quirks = world.quirks.of(world.account_of(subscription.user_id));
    let Subscription {
        id,
        webhook_id,
        user_id,
        vehicle_id,
        created,
        ..
    } = subscription;
    json!({
        "id": id,
        "type": "subscription",
        "attributes": { "webhookId": webhook_id, "userId": user_id, "vehicleId": vehicle_id },
        "relationships": {
            "webhook": { "data": { "id": webhook_id, "type": "webhook" } },
            "user": { "data": { "id": user_id, "type": "user" } },
            "vehicle": { "data": { "id": vehicle_id, "type": "vehicle" } },
        },
        "meta": { "createdAt": timestamp(*created, quirks) },
        "links": { "self": format!("{origin}v3/subscriptions/{id}") },
    })
}
