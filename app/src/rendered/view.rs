//! The place of a rendered page in the application.

use leptos::prelude::*;
use leptos_router::{components::Redirect, hooks::use_location};

use super::{InDocument, PageContent, current::keep_current, in_use::with_parts_in_use};
use crate::{
    arrival::arrived_error,
    components::{Alert, Heading, error_page, loaded},
    error::AppError,
    routes,
};

/// What is in the document: the address it is of, the title and the parts.
type Shown = (String, String, Vec<String>);

/// Shows a rendered page once it is there. A visitor without a session is led home.
pub fn rendered_page(page: Resource<Result<PageContent, AppError>, InDocument>) -> AnyView {
    let path = use_location().pathname;
    let age = StoredValue::new(0);
    let shown = StoredValue::new(Shown::default());
    keep_current(page, age);
    loaded(move || {
        Box::pin(async move {
            let answer = page.await;
            age.set_value(0);
            let (of, title, parts) = shown.get_value();
            let path = path.get_untracked();
            let is_again = !parts.is_empty() && of == path;
            let (title, parts) = match answer {
                Ok(content) => {
                    let mut newer = content.parts;
                    newer.insert(0, content.status);
                    if is_again && !cfg!(feature = "ssr") {
                        newer = with_parts_in_use(&parts, newer);
                    }
                    (content.title, newer)
                }
                // The next answer may arrive; until then what is there is better than nothing.
                Err(AppError::Offline) if is_again => (title, parts),
                Err(error) => {
                    shown.set_value(Shown::default());
                    return match error {
                        AppError::SignedOut => view! { <Redirect path=routes::HOME /> }.into_any(),
                        error => error_page(&error),
                    };
                }
            };
            shown.set_value((path, title.clone(), parts.clone()));
            view_of(title, parts)
        })
    })
}

fn view_of(title: String, parts: Vec<String>) -> AnyView {
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
