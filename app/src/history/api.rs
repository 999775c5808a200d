//! The server function of the history.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, rendered::PageContent, vehicle::model::VehicleId};

/// The page of the history of one car. A span that cannot be looked at is said on the page, with the
/// status 400.
///
/// # Errors
///
/// Those of [`crate::ports::Garage::history`].
#[server(name = ReadHistory, endpoint = "vehicle/history", input = GetUrl)]
pub async fn read_history(
    /// The vehicle, looked up among the session's own.
    vehicle: VehicleId,
    /// The query of the page, as it stands in its address.
    query: String,
) -> Result<PageContent, AppError> {
    use crate::{ports, status};

    let garage = status::of_result(ports::garage())?;
    let revision = status::of_result(garage.revision().await)?;
    let view = status::of_result(garage.history(vehicle, query).await)?;
    if view.asked.is_err() {
        status::set(AppError::Malformed.status());
    }
    Ok(super::content::page(&view).of(revision))
}
