//! The simulated application.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::exchange::{Order, Refusal};
use crate::settings::is_registrable;
use crate::simulation::Simulation;

/// More redirect URIs to register.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ApplicationOrder {
    redirect_uris: Vec<String>,
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
    {
        let registered = &mut simulation.world().redirect_uris;
        for uri in order.redirect_uris {
            if !registered.contains(&uri) {
                registered.push(uri);
            }
        }
    }
    Ok(read(State(simulation)).await)
}
