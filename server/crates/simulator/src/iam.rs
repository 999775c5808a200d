//! The token endpoint, `https://iam.smartcar.com` (reference 2).

mod credentials;
mod token;
mod token_error;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::post;
pub(crate) use token_error::TokenError;

use crate::fault::apply_faults;
use crate::simulation::Simulation;
use crate::traffic::{ApiRoute, observe};

/// `POST /oauth2/token`.
pub(crate) fn router(simulation: &Arc<Simulation>) -> Router<Arc<Simulation>> {
    let layer_state = || Arc::clone(simulation);
    Router::new()
        .route(ApiRoute::Token.template(), post(token::issue))
        .layer(from_fn_with_state(layer_state(), apply_faults))
        .layer(from_fn_with_state(layer_state(), observe))
}
