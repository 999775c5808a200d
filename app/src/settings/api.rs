//! The server function of the settings.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, rendered::PageContent};

/// The page of the settings, for every visitor; with the names of the cars where there is a session.
///
/// # Errors
///
/// [`AppError::Internal`] when the store fails.
#[server(name = ReadSettings, endpoint = "settings", input = GetUrl)]
pub async fn read_settings() -> Result<PageContent, AppError> {
    use super::{
        content,
        model::{Reader, Refused},
    };
    use crate::{ports, status};

    let reader = status::of_result(use_context::<Reader>().ok_or(AppError::Internal))?;
    let refused = use_context::<Refused>();
    let garage = status::of_result(ports::garage())?;
    let vehicles = match garage.vehicles().await {
        Err(AppError::SignedOut) => Vec::new(),
        vehicles => status::of_result(vehicles)?,
    };
    Ok(content::page(&reader, &vehicles, refused))
}
