//! The pages for what should not have happened.

use leptos::prelude::*;

use super::{ButtonLink, Message, Weight};
use crate::{error::AppError, routes, status};

/// The page for an address that leads nowhere.
#[component]
pub fn NotFoundPage() -> AnyView {
    status::set(AppError::PageNotFound.status());

    failure(
        "There is no page here",
        "The address may be misspelt, or it belonged to something that is gone.".to_owned(),
    )
}

/// The page in place of one that could not be made.
pub fn error_page(error: &AppError) -> AnyView {
    status::set(error.status());

    failure("Something went wrong here", error.to_string())
}

fn failure(title: &'static str, lead: String) -> AnyView {
    let rest = view! {
        <p class="message-ways">
            <ButtonLink href=routes::HOME text="Back to the start" weight=Weight::Primary />
        </p>
    }
    .into_any();

    view! { <Message title lead rest /> }.into_any()
}
