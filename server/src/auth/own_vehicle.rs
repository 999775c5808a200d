//! The vehicle that an address names, among the session's own (design 4.4).

use app::{
    error::AppError,
    routes,
    vehicle::{model::VehicleId, units::Units},
};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use tower_sessions::Session;

use crate::{garage::SessionGarage, pages, state::AppState, storage::StoredVehicle};

/// The vehicle of this id, if the session holds it.
///
/// # Errors
///
/// The answer to give otherwise: 303 to the page of the vehicle, which says what is the matter to
/// whoever may know; 500 when the store fails.
pub(super) async fn own_vehicle(
    state: &AppState,
    session: &Session,
    id: &VehicleId,
) -> Result<StoredVehicle, Box<Response>> {
    let garage = SessionGarage::new(state.clone(), Some(session.clone()), Units::METRIC);
    match garage.own(id).await {
        Ok(row) => Ok(row.vehicle.clone()),
        // It was logged.
        Err(AppError::Internal) => Err(Box::new(pages::plain(
            StatusCode::INTERNAL_SERVER_ERROR,
            &state.stylesheet,
        ))),
        Err(_) => Err(Box::new(Redirect::to(&routes::vehicle(id)).into_response())),
    }
}
