//! The error of an action.

use leptos::prelude::*;

use crate::error::AppError;

/// What went wrong with the last action, announced at once.
#[component]
pub fn Alert(
    /// The error, if there is one.
    error: Option<AppError>,
) -> AnyView {
    error
        .map(|error| view! { <div class="alert" role="alert"><p>{error.to_string()}</p></div> })
        .into_any()
}
