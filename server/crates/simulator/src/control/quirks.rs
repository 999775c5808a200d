//! Switching deviations on and off.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::exchange::Order;
use crate::fleet::EmailAddress;
use crate::quirks::Quirks;
use crate::simulation::Simulation;

/// A whole set of switches, for one account or for all that have no set of their own. A switch that
/// is left out is off.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct QuirkOrder {
    account: Option<EmailAddress>,
    quirks: Quirks,
}

/// `GET /_simulator/quirks`.
pub(super) async fn read(State(simulation): State<Arc<Simulation>>) -> Json<Value> {
    let world = simulation.world();
    let accounts: BTreeMap<&str, &Quirks> = world
        .quirks
        .accounts
        .iter()
        .map(|(account, quirks)| (account.as_str(), quirks))
        .collect();
    Json(json!({ "general": world.quirks.general, "accounts": accounts }))
}

/// `POST /_simulator/quirks`.
pub(super) async fn set(
    State(simulation): State<Arc<Simulation>>,
    Order(order): Order<QuirkOrder>,
) -> Json<Value> {
    simulation.world().quirks.set(order.account, order.quirks);
    read(State(simulation)).await
}
