//! `/v3/users` (reference 3).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;

use super::ApiError;
use super::identifier::identifier;
use crate::simulation::Simulation;

/// `DELETE /v3/users/{id}`: removes the user and every connection of the user.
pub(super) async fn remove(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    let id = identifier("the user id", &id)?;
    if simulation.world().remove_user(id) {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(ApiError::not_found("There is no such user."))
    }
}
