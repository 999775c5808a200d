//! The error of an action.

use leptos::prelude::*;

use crate::error::AppError;

/// What went wrong with the last action, announced at once.
#[component]
pub fn Alert(
    /// The error, if there is one.
    error: Signal<Option<AppError>>,
) -> impl IntoView {
    move || {
        error.get().map(|error| {
            view! { <div class="alert" role="alert"><p>{error.to_string()}</p></div> }
        })
    }
}
