//! The server function behind [`super::use_site`].

use leptos::{prelude::*, server_fn::codec::GetUrl};

use super::model::Site;
use crate::error::AppError;

/// How this Carport is set up, and who is looking.
///
/// # Errors
///
/// Only when the server cannot be reached.
#[server(name = GetSite, endpoint = "site", input = GetUrl)]
pub async fn get_site() -> Result<Site, AppError> {
    use crate::{ports, status};

    let garage = status::of_result(ports::garage())?;
    Ok(garage.site().await)
}
