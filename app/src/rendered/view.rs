//! The place of a rendered page in the application.

use leptos::prelude::*;
use leptos_router::components::Redirect;

use super::{InDocument, PageContent, current::keep_current};
use crate::{
    arrival::arrived_error,
    components::{Alert, Heading, error_page, loaded},
    error::AppError,
    routes,
};

/// Shows a rendered page once it is there. A visitor without a session is led home.
pub fn rendered_page(page: Resource<Result<PageContent, AppError>, InDocument>) -> AnyView {
    keep_current(page);
    loaded(move || {
        Box::pin(async move {
            match page.await {
                Ok(content) => shown(content),
                Err(AppError::SignedOut) => view! { <Redirect path=routes::HOME /> }.into_any(),
                Err(error) => error_page(&error),
            }
        })
    })
}

fn shown(PageContent { title, parts }: PageContent) -> AnyView {
    let parts: Vec<AnyView> = parts
        .into_iter()
        .map(|markup| view! { <div class="part" inner_html=markup></div> }.into_any())
        .collect();

    view! {
        <Heading text=title />
        <Alert error=arrived_error() />
        {parts}
    }
    .into_any()
}
