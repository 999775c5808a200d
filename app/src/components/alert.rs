//! The error of an action.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::{error::AppError, routes};

/// What went wrong with the last action, announced at once.
#[component]
pub fn Alert(
    /// The error, if there is one.
    error: Option<AppError>,
) -> AnyView {
    error
        .map(|error| {
            let way = (error == AppError::LogInLapsed).then(log_in_again);
            view! { <div class="alert" role="alert"><p>{error.to_string()}" "{way}</p></div> }
        })
        .into_any()
}

/// The way to the maker's log-in, on the page of one car.
fn log_in_again() -> Option<AnyView> {
    let id = use_params_map().with_untracked(|parameters| parameters.get("id"))?;
    let way = format!("{}?vehicle={id}", routes::REAUTHENTICATE);
    Some(view! { <a href=way rel="external">"Log in at the maker again"</a> }.into_any())
}
