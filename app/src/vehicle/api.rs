//! The server functions of the vehicles.

use leptos::prelude::*;

use super::model::VehicleId;
use crate::error::AppError;

/// Asks Smartcar for every signal of one car, and leads back to it.
///
/// # Errors
///
/// Those of [`crate::ports::Garage::refresh`].
#[server(name = Refresh, endpoint = "vehicle/refresh")]
pub async fn refresh(
    /// The vehicle, looked up among the session's own.
    vehicle: VehicleId,
) -> Result<(), AppError> {
    use crate::{notice::model::Notice, ports, routes, status};

    let garage = status::of_result(ports::garage())?;
    status::of_result(garage.refresh(vehicle.clone()).await)?;
    let page = routes::vehicle(&vehicle);
    leptos_axum::redirect(&routes::with_notice(&page, Notice::Refreshed));
    Ok(())
}

/// Disconnects one vehicle, and leads back to the rest of them.
///
/// # Errors
///
/// Those of [`crate::ports::Garage::disconnect`].
#[server(name = Disconnect, endpoint = "vehicle/disconnect")]
pub async fn disconnect(
    /// The vehicle, looked up among the session's own.
    vehicle: VehicleId,
) -> Result<(), AppError> {
    use crate::{notice::model::Notice, ports, routes, status};

    let garage = status::of_result(ports::garage())?;
    status::of_result(garage.disconnect(vehicle).await)?;
    leptos_axum::redirect(&routes::with_notice(routes::VEHICLES, Notice::Disconnected));
    Ok(())
}
