//! The pages for what should not have happened.

use leptos::prelude::*;

use super::Heading;
use crate::{error::AppError, routes, status};

/// The page for an address that leads nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    status::set(AppError::PageNotFound.status());

    view! {
        <article class="message">
            <Heading text="There is no page here" />
            <p class="lead">
                "The address may be misspelt, or it belonged to something that is gone."
            </p>
            <p class="message-ways">
                <a class="button button-primary" href=routes::HOME>
                    "Back to the start"
                </a>
            </p>
        </article>
    }
}

/// The page in place of one that could not be made.
#[component]
pub fn ErrorPage(
    /// Why not.
    error: AppError,
) -> impl IntoView {
    status::set(error.status());

    view! {
        <article class="message message-failure">
            <Heading text="Something went wrong here" />
            <p class="lead">{move || error.to_string()}</p>
            <p class="message-ways">
                <a class="button button-primary" href=routes::HOME rel="external">
                    "Back to the start"
                </a>
            </p>
        </article>
    }
}
