//! The place of a rendered page in the application.

use leptos::prelude::*;
use leptos_router::components::Redirect;

use super::{
    InDocument, PageContent,
    current::keep_current,
    in_use::keep_parts_in_use,
    shown::{SharedShown, Shown},
};
use crate::{
    arrival::arrived_error,
    components::{Alert, Heading, error_page, loaded},
    error::AppError,
    routes,
};

/// Shows a rendered page once it is there. A visitor without a session is led home.
pub fn rendered_page(page: Resource<Result<PageContent, AppError>, InDocument>) -> AnyView {
    let shown = SharedShown::default();
    keep_current(page, shown.clone());
    loaded(move || {
        let shown = shown.clone();
        Box::pin(async move {
            let answer = page.await;
            view_of(answer, &mut shown.get())
        })
    })
}

fn view_of(answer: Result<PageContent, AppError>, shown: &mut Shown) -> AnyView {
    let is_again = !shown.content.parts.is_empty();
    shown.age = 0;
    match answer {
        Ok(mut newer) => {
            // Parts that do not correspond are those of another page.
            if shown.content.parts.len() == newer.parts.len() && !cfg!(feature = "ssr") {
                keep_parts_in_use(&shown.content.parts, &mut newer.parts);
            }
            shown.content = newer;
        }
        // The next answer may arrive; until then what is there is better than nothing.
        Err(AppError::Offline | AppError::Internal | AppError::Malformed) if is_again => {}
        Err(error) => {
            shown.content.parts.clear();
            return match error {
                AppError::SignedOut => view! { <Redirect path=routes::HOME /> }.into_any(),
                error => error_page(&error),
            };
        }
    }
    let PageContent { title, parts } = shown.content.clone();
    let parts: Vec<AnyView> = parts
        .into_iter()
        .enumerate()
        .map(|(index, markup)| {
            let role = (index == 0).then_some("status");
            view! { <div class="part" role=role inner_html=markup></div> }.into_any()
        })
        .collect();

    view! {
        <Heading text=title />
        <Alert error=arrived_error() />
        {parts}
    }
    .into_any()
}
