//! `/v3/connections` (reference 3).

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Extension, Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

use super::ApiError;
use super::connection_json::connection_json;
use super::connection_query::ConnectionQuery;
use super::identifier::identifier;
use crate::quirks::{Quirks, UnknownUserStatus};
use crate::simulation::Simulation;
use crate::traffic::Observed;
use crate::world::{Connection, World};

/// `GET /v3/connections`: the newest first.
pub(super) async fn list(
    State(simulation): State<Arc<Simulation>>,
    Extension(observed): Extension<Observed>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Json<Value>, ApiError> {
    let mut world = simulation.world();
    let quirks = world.quirks.of(observed.account.as_ref()).clone();
    let query = ConnectionQuery::read(query.as_deref(), &headers, &quirks)?;
    refuse_unknown_user(&world, &query, &quirks)?;

    let concerned: Vec<&Connection> = world
        .connections
        .iter()
        .rev()
        .filter(|connection| query.concerns(&world, connection))
        .collect();
    let readers: BTreeSet<Uuid> = concerned
        .iter()
        .map(|connection| connection.user_id)
        .collect();
    let found: Vec<&Connection> = concerned
        .into_iter()
        .filter(|connection| query.external_id_matches(&world, connection))
        .collect();
    let total = found.len();
    let origin = simulation.origin();
    let data: Vec<Value> = query
        .page
        .of(found)
        .into_iter()
        .map(|connection| connection_json(&world, connection, origin))
        .collect();
    for user in readers {
        if let Some(user) = world.users.get_mut(&user) {
            user.count_read();
        }
    }
    let mut listing = origin.clone();
    listing.set_path("/v3/connections");
    Ok(Json(json!({
        "data": data,
        "meta": query.page.meta(total),
        "links": query.page.links(&listing, &query.filters(), total),
    })))
}

fn refuse_unknown_user(
    world: &World,
    query: &ConnectionQuery,
    quirks: &Quirks,
) -> Result<(), ApiError> {
    let is_unknown = query
        .header_user_id
        .is_some_and(|id| !world.users.contains_key(&id));
    match quirks.unknown_user_status.filter(|_| is_unknown) {
        None => Ok(()),
        Some(UnknownUserStatus::Forbidden) => Err(ApiError::access_denied(
            "The user has not connected to this application.",
        )),
        Some(UnknownUserStatus::NotFound) => Err(ApiError::not_found("There is no such user.")),
    }
}

/// `GET /v3/connections/{id}`.
pub(super) async fn read(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
) -> Result<Json<Value>, ApiError> {
    let id = identifier("the connection id", &id)?;
    let world = simulation.world();
    let connection = world.connection(id).ok_or_else(no_connection)?;
    Ok(Json(
        json!({ "data": connection_json(&world, connection, simulation.origin()) }),
    ))
}

/// `DELETE /v3/connections/{id}`: 204 once, then 404.
pub(super) async fn remove(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    let id = identifier("the connection id", &id)?;
    if simulation.world().disconnect(id) {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(no_connection())
    }
}

fn no_connection() -> ApiError {
    ApiError::not_found("There is no such connection.")
}
