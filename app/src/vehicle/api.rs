//! The server functions of the vehicles.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::model::{Vehicle, VehicleId};
use crate::error::AppError;

/// Every vehicle of this session.
///
/// # Errors
///
/// Those of [`crate::ports::Garage::vehicles`].
#[server(name = ListVehicles, endpoint = "vehicle/list", input = GetUrl)]
pub async fn list_vehicles() -> Result<Vec<Vehicle>, AppError> {
    use crate::{ports, status};

    let garage = status::of_result(ports::garage())?;
    status::of_result(garage.vehicles().await)
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
