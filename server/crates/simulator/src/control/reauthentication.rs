//! Log-ins that the car's maker does not know any more (reference 1.5).

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::exchange::{Order, Refusal};
use crate::fleet::EmailAddress;
use crate::simulation::Simulation;

/// Whether an account has to log in again.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ReauthenticationOrder {
    account: EmailAddress,
    needed: bool,
}

/// `POST /_simulator/reauthentication`.
pub(super) async fn demand(
    State(simulation): State<Arc<Simulation>>,
    Order(order): Order<ReauthenticationOrder>,
) -> Result<Json<Value>, Refusal> {
    let mut world = simulation.world();
    let mut users = Vec::new();
    for user in world.users.values_mut() {
        if user.email == order.account {
            user.must_log_in_again = order.needed;
            users.push(user.id);
        }
    }
    if users.is_empty() {
        return Err(Refusal::missing(format!(
            "{} has not logged in yet.",
            order.account
        )));
    }
    Ok(Json(json!({ "userIds": users, "needed": order.needed })))
}
