//! The server function of the pages.

use leptos::{prelude::*, server_fn::codec::GetUrl};

use crate::{error::AppError, rendered::PageContent};

/// The page at an address, as far as the reader does not have it.
///
/// # Errors
///
/// [`AppError::PageNotFound`] when no page of these has the address;
/// [`AppError::SignedOut`] without a session, [`AppError::VehicleNotFound`] when the session has no such
/// vehicle, [`AppError::Internal`] when the store fails.
#[server(name = ReadPage, endpoint = "page", input = GetUrl)]
pub async fn read_page(
    /// The path and the query of the page; ids in it as they are, not encoded.
    page: String,
    /// The marks of the parts that the reader has ([`PageContent::without`]).
    #[server(default)]
    known: String,
) -> Result<PageContent, AppError> {
    use crate::status;

    let content = status::of_result(super::content::read(&page).await)?;
    Ok(content.without(&known))
}
