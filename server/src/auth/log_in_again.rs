//! The end of a re-authentication: the owner has logged in at the car's maker again.

use app::{
    error::AppError,
    notice::model::Notice,
    routes,
    vehicle::{api::Refresh, model::VehicleId},
};
use axum::response::Response;
use leptos::server_fn::{ServerFn, error::ServerFnUrlError};
use tower_sessions::Session;

use super::own_vehicle::own_vehicle;
use crate::{garage::filling, state::AppState};

/// Reads the vehicle anew; everything that is stored stays. Returns the path to go on to.
///
/// # Errors
///
/// The answer to give when the session does not hold the vehicle any more.
pub(super) async fn finish(
    state: &AppState,
    session: &Session,
    vehicle: &smartcar::VehicleId,
) -> Result<String, Box<Response>> {
    let id = VehicleId(vehicle.as_str().to_owned());
    let own = own_vehicle(state, session, &id).await?;
    tracing::info!("an owner came back from logging in at a car's maker again");
    let page = routes::vehicle(&id);
    Ok(
        match filling::read_after_log_in(state, &own.owner, &own.vehicle).await {
            Err(AppError::LogInLapsed) => still_lapsed(&page),
            // Any other failure was logged and has changed nothing: the page shows what there is, and
            // from when on a Refresh is possible.
            _ => routes::with_notice(&page, Notice::LoggedInAgain),
        },
    )
}

/// The page as it is after a Refresh that Smartcar has refused for the log-in.
fn still_lapsed(page: &str) -> String {
    // The query is made for a whole address; nothing but the query is taken from it.
    let error = ServerFnUrlError::new(Refresh::PATH, AppError::LogInLapsed);
    match error.to_url("http://carport.invalid") {
        Ok(url) => format!("{page}?{}", url.query().unwrap_or_default()),
        Err(_) => page.to_owned(),
    }
}
