//! What stands on the page of the settings.

mod display;
mod names;
mod radios;

use leptos::prelude::*;

use super::model::{Reader, Refused};
use crate::{components::Alert, rendered::PageContent, vehicle::model::Vehicle};

/// The page, with what was wrong with the form just posted.
pub(super) fn page(reader: &Reader, vehicles: &[Vehicle], refused: Option<Refused>) -> PageContent {
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
