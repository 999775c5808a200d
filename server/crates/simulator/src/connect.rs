//! Connect, `https://connect.smartcar.com` (reference 1): the screens on which an owner logs in and
//! decides what to share.

mod authorize;
mod authorize_request;
mod brand_screen;
mod code_screen;
mod country_screen;
mod done_screen;
mod ending;
mod forge;
mod grant_form;
mod grant_screen;
mod leave;
mod login;
mod login_screen;
mod permission;
mod places;
mod reauthenticate;
mod screen;
mod session;
mod sessions;
mod step;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};
pub(crate) use permission::default_permissions;
pub(crate) use sessions::ConnectSessions;

use crate::simulation::Simulation;

/// The routes of Connect.
pub(crate) fn router() -> Router<Arc<Simulation>> {
    Router::new()
        .route("/oauth/authorize", get(authorize::begin))
        .route("/oauth/reauthenticate", get(reauthenticate::begin))
        .route(
            "/connect/{session}/country",
            get(country_screen::show).post(country_screen::choose),
        )
        .route(
            "/connect/{session}/brand",
            get(brand_screen::show).post(brand_screen::choose),
        )
        .route(
            "/connect/{session}/login",
            get(login_screen::show).post(login::log_in),
        )
        .route(
            "/connect/{session}/code",
            get(code_screen::show).post(code_screen::enter),
        )
        .route(
            "/connect/{session}/grant",
            get(grant_screen::show).post(grant_form::decide),
        )
        .route("/connect/{session}/forge", post(forge::return_forged))
        .route("/connect/{session}/return", post(leave::return_manually))
        .route("/connect/{session}/end", post(leave::end_with_error))
        .route("/connect/{session}/done", get(done_screen::show))
}
