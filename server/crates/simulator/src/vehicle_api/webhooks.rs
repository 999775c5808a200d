//! `/v3/webhooks` of the management API (reference 8).

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use serde_json::{Value, json};
use url::Url;

use super::ApiError;
use super::identifier::identifier;
use super::paging::{MANAGEMENT_SIZE, Page};
use crate::instant::timestamp;
use crate::quirks::Quirks;
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;
use crate::webhook::{SignalName, Webhook};

/// `GET /v3/webhooks`: the newest first.
pub(super) async fn list(
    State(simulation): State<Arc<Simulation>>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, ApiError> {
    let world = simulation.world();
    let quirks = &world.quirks.general;
    let query = StrictQuery::parse(query.unwrap_or_default().as_bytes())
        .map_err(|doubled| ApiError::invalid_input(doubled.to_string()))?;
    query.refuse_others(&["page[number]", "page[size]"], quirks)?;
    let page = Page::read(&query, MANAGEMENT_SIZE)?;
    let origin = simulation.origin();
    let found: Vec<&Webhook> = world.webhooks.webhooks.iter().rev().collect();
    let total = found.len();
    let data: Vec<Value> = page
        .of(found)
        .into_iter()
        .map(|webhook| webhook_json(webhook, origin, quirks))
        .collect();
    let mut listing = origin.clone();
    listing.set_path("/v3/webhooks");
    Ok(Json(json!({
        "data": data,
        "meta": page.meta(total),
        "links": page.links(&listing, &[], total),
    })))
}

/// `GET /v3/webhooks/{id}`.
pub(super) async fn read(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
) -> Result<Json<Value>, ApiError> {
    let id = identifier("the webhook id", &id)?;
    let world = simulation.world();
    let webhook = world.webhooks.webhook(id).ok_or_else(no_webhook)?;
    let quirks = &world.quirks.general;
    Ok(Json(
        json!({ "data": webhook_json(webhook, simulation.origin(), quirks) }),
    ))
}

fn no_webhook() -> ApiError {
    ApiError::not_found("There is no such webhook.")
}

/// The webhook resource. That it is verified stands nowhere in it (reference 8).
fn webhook_json(webhook: &Webhook, origin: &Url, quirks: &Quirks) -> Value {
    let named = |codes: &[String]| -> Vec<Value> {
        let names = codes.iter().map(|code| SignalName::of(code).json());
        names.collect()
    };
    let triggers: Vec<Value> = named(&webhook.triggers)
        .into_iter()
        .map(|signal| json!({ "type": "SIGNAL_UPDATED", "signal": signal }))
        .collect();
    json!({
        "id": webhook.id,
        "type": "webhook",
        "attributes": {
            "name": webhook.name,
            "callbackUri": webhook.callback,
            "errorCallbackUri": webhook.error_callback,
            "isEnabled": webhook.is_enabled,
            "signals": named(&webhook.signals),
            "triggers": triggers,
        },
        "meta": {
            "createdAt": timestamp(webhook.created, quirks),
            "updatedAt": timestamp(webhook.updated, quirks),
        },
        "links": { "self": format!("{origin}v3/webhooks/{}", webhook.id) },
    })
}
