//! What stands on the page of the notices.

mod list;
mod notifications;
mod rules;

use leptos::prelude::*;

use super::model::{NoticesView, Refused};
use crate::{
    components::Alert,
    error::AppError,
    ports::Garage,
    rendered::PageContent,
    vehicle::{empty::NoVehicles, wording::plain::counted},
};

/// The page of the notices: those of every car of this session, and the rules behind them.
///
/// # Errors
///
/// Those of [`Garage::notices`].
pub(crate) async fn content(garage: &dyn Garage) -> Result<PageContent, AppError> {
    let view = garage.notices().await?;
    Ok(page(&view, use_context::<Refused>().as_ref()))
}

/// The page, with what was wrong with the form just posted. The parts are always as many: an open page
/// exchanges them one by one.
fn page(view: &NoticesView, refused: Option<&Refused>) -> PageContent {
    if view.cars.is_empty() {
        let nothing = view! { <NoVehicles /> }.into_any();
        let parts = [(); 4].map(|()| ().into_any());
        return PageContent::new(
            "Notices",
            ().into_any(),
            std::iter::once(nothing).chain(parts),
        );
    }
    let error = match refused {
        Some(Refused::Failed(error)) => Some(error.clone()),
        _ => None,
    };
    PageContent::new(
        "Notices",
        view! { <p class="watch-state">{state(view)}</p> }.into_any(),
        [
            view! { <Alert error /> }.into_any(),
            list::open(view),
            list::past(view),
            notifications::notifications(),
            rules::rules(view, refused),
        ],
    )
}

/// How it is, in one line.
fn state(view: &NoticesView) -> String {
    let is_watched = view
        .cars
        .iter()
        .any(|car| car.rules.iter().any(|rule| rule.is_on));
    match view.open.len() {
        0 if is_watched => "Nothing to tell.".to_owned(),
        0 => "Carport watches for nothing yet. Choose below what you want to be told.".to_owned(),
        open => format!("{} open.", counted(open, "notice", "notices")),
    }
}
