//! The server functions of the vehicles.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::model::VehicleId;
use crate::{error::AppError, rendered::PageContent};

/// The page of every car of this session.
///
/// # Errors
///
/// Those of [`crate::ports::Garage::cars`].
#[server(name = ReadGarage, endpoint = "vehicle/garage", input = GetUrl)]
pub async fn read_garage() -> Result<PageContent, AppError> {
    use crate::{ports, status};

    let garage = status::of_result(ports::garage())?;
    let revision = status::of_result(garage.revision().await)?;
    let cars = status::of_result(garage.cars().await)?;
    let notices = status::of_result(garage.open_notices().await)?;
    Ok(super::garage::page(cars).of(revision, notices))
}

/// The page of one car, or that of its history. One function for both: a second one would be compiled
/// into what every visitor downloads.
///
/// # Errors
///
/// Those of [`crate::ports::Garage::car`].
#[server(name = ReadVehicle, endpoint = "vehicle/overview", input = GetUrl)]
pub async fn read_vehicle(
    /// The vehicle, looked up among the session's own.
    vehicle: VehicleId,
    /// The query of the page of its history, as it stands in its address; `None`: the car as it is.
    history: Option<String>,
) -> Result<PageContent, AppError> {
    use super::command::form::RejectedForm;
    use crate::{history, ports, status};

    let garage = status::of_result(ports::garage())?;
    let revision = status::of_result(garage.revision().await)?;
    let notices = status::of_result(garage.open_notices().await)?;
    if let Some(query) = history {
        let view = status::of_result(garage.history(vehicle, query).await)?;
        return Ok(history::content(&view).of(revision, notices));
    }
    let mut view = status::of_result(garage.car(vehicle).await)?;
    view.rejected = use_context::<RejectedForm>();
    if let Some(rejected) = &view.rejected {
        status::set(rejected.mistake.status());
    }
    Ok(super::overview::page(&view).of(revision, notices))
}

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
