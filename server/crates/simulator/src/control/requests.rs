//! The log of API requests.

use std::sync::Arc;

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::exchange::Refusal;
use crate::fleet::EmailAddress;
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;
use crate::world::RequestEntry;

/// `GET /_simulator/requests`, oldest first; `?account=` narrows.
pub(super) async fn list(
    State(simulation): State<Arc<Simulation>>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, Refusal> {
    let account = account_of(query.as_deref())?;
    let world = simulation.world();
    let entries: Vec<&RequestEntry> = world
        .requests
        .entries()
        .filter(|entry| account.is_none() || entry.account == account)
        .collect();
    Ok(Json(json!({ "requests": entries })))
}

/// `DELETE /_simulator/requests`.
pub(super) async fn clear(State(simulation): State<Arc<Simulation>>) -> StatusCode {
    simulation.world().requests.clear();
    StatusCode::NO_CONTENT
}

/// The account behind `?account=`; none where there is no query.
pub(super) fn account_of(query: Option<&str>) -> Result<Option<EmailAddress>, Refusal> {
    let query = StrictQuery::parse(query.unwrap_or_default().as_bytes())
        .map_err(|doubled| Refusal::bad(doubled.to_string()))?;
    if let Some(unknown) = query.names().find(|name| *name != "account") {
        return Err(Refusal::bad(format!(
            "{unknown} is not a parameter; account is."
        )));
    }
    match query.get("account") {
        None => Ok(None),
        Some(text) => EmailAddress::parse(text)
            .map(Some)
            .ok_or_else(|| Refusal::bad("account must be an e-mail address.")),
    }
}
