//! Whether Carport is well, for whoever watches over it.

use axum::{extract::State, http::StatusCode};

use crate::{state::AppState, telemetry};

/// Answers as long as the program runs.
pub const ALIVE: &str = "/healthz";

/// Answers 200 as long as the database can be reached.
pub const READY: &str = "/readyz";

/// `GET /healthz`.
pub async fn alive() -> &'static str {
    "alive\n"
}

/// `GET /readyz`: 503 when the database cannot be reached; load balancers then send visitors
/// elsewhere.
pub async fn ready(State(state): State<AppState>) -> (StatusCode, &'static str) {
    match state.store.ping().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            telemetry::log_internal(&error);
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database cannot be reached\n",
            )
        }
    }
}
