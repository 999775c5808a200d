//! What stands on the page of the settings.

mod display;
mod names;
mod radios;

use leptos::prelude::*;

use super::model::{Reader, Refused};
use crate::{
    components::Alert, error::AppError, ports::Garage, rendered::PageContent,
    vehicle::model::Vehicle,
};

/// The page of the settings, for every visitor; with the names of the cars where there is a session.
///
/// # Errors
///
/// [`AppError::Internal`] when the store fails.
pub(crate) async fn content(garage: &dyn Garage) -> Result<PageContent, AppError> {
    let reader = use_context::<Reader>().ok_or(AppError::Internal)?;
    let refused = use_context::<Refused>();
    let vehicles = match garage.vehicles().await {
        Err(AppError::SignedOut) => Vec::new(),
        vehicles => vehicles?,
    };
    Ok(page(&reader, &vehicles, refused))
}

/// The page, with what was wrong with the form just posted.
fn page(reader: &Reader, vehicles: &[Vehicle], refused: Option<Refused>) -> PageContent {
    let (name, error) = match refused {
        Some(Refused::Failed(error)) => (None, Some(error)),
        name => (name, None),
    };
    let alert = view! { <Alert error /> }.into_any();
    PageContent::new(
        "Settings",
        ().into_any(),
        [
            alert,
            display::display(reader),
            names::names(vehicles, name.as_ref()),
        ],
    )
}
