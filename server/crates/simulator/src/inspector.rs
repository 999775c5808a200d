//! The control plane under `/_simulator/`.

use std::sync::Arc;

use axum::Router;

use crate::simulation::Simulation;

pub(crate) fn router() -> Router<Arc<Simulation>> {
    Router::new()
}
