//! Health and reset.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::simulation::Simulation;

/// `GET /_simulator/health`.
pub(super) async fn health() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}

/// `POST /_simulator/reset`: everything is as at the start; what is held is let go.
pub(super) async fn reset(State(simulation): State<Arc<Simulation>>) -> StatusCode {
    simulation.reset();
    StatusCode::NO_CONTENT
}
