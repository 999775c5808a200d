//! The simulated application.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::exchange::{Order, Refusal};
use crate::settings::{are_tokens, is_registrable};
use crate::simulation::Simulation;

/// What is to be different about the application.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct ApplicationOrder {
    /// More of them to register.
    redirect_uris: Vec<String>,
    /// In place of those that there are; the first signs.
    management_tokens: Option<Vec<String>>,
}

/// `GET /_simulator/application`.
pub(super) async fn read(State(simulation): State<Arc<Simulation>>) -> Json<Value> {
    Json(json!({
        "applicationId": simulation.settings().application_id,
        "clientId": simulation.settings().client_id,
        "redirectUris": simulation.world().redirect_uris,
    }))
}

/// `POST /_simulator/application`.
pub(super) async fn register(
    State(simulation): State<Arc<Simulation>>,
    Order(order): Order<ApplicationOrder>,
) -> Result<Json<Value>, Refusal> {
    let application_id = &simulation.settings().application_id;
    for uri in &order.redirect_uris {
        if !is_registrable(uri, application_id) {
            let words = format!(
                "{uri:?} must begin with https://, with sc{{applicationId}}://, or with http:// and \
                 a loopback host, and have no fragment."
            );
            return Err(Refusal::bad(words));
        }
    }
    if let Some(tokens) = &order.management_tokens
        && !are_tokens(tokens)
    {
        return Err(Refusal::bad(
            "managementTokens are one to three, none of them empty, with space at an end or with a \
             comma.",
        ));
    }
    {
        let mut world = simulation.world();
        for uri in order.redirect_uris {
            if !world.redirect_uris.contains(&uri) {
                world.redirect_uris.push(uri);
            }
        }
        if let Some(tokens) = order.management_tokens {
            world.webhooks.tokens = tokens;
        }
    }
    Ok(read(State(simulation)).await)
}
