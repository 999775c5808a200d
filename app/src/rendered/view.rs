//! The place of a rendered page in the application.

use leptos::prelude::*;
use leptos_router::{components::Redirect, hooks::use_location};

use super::{
    Page, PageContent, Read,
    current::keep_current,
    shown::{SharedShown, Shown},
};
use crate::{
    arrival::arrived_error,
    components::{Alert, Heading, error_page, loaded},
    error::AppError,
    routes,
};

/// Shows a rendered page once it is there. A visitor without a session is led home.
///
/// `which` is its address.
pub fn rendered_page(which: Memo<String>, read: Read) -> AnyView {
    let search = use_location().search;
    let page = Page::new_with_options(
        move || (which.get(), search.get()),
        move |(which, _)| read(which, String::new()),
        false,
    );
    let shown = SharedShown::default();
    let arrived = RwSignal::new(());
    keep_current(page, read, shown.clone(), arrived);
    loaded(move || {
        let shown = shown.clone();
        Box::pin(async move {
            let answer = page.await;
            let content = answer.as_ref().ok();
            *shown.get() = Shown {
                which: which.try_get_untracked().unwrap_or_default(),
                marks: content.map_or_else(Vec::new, |content| content.marks.clone()),
                revision: content.map_or_else(String::new, |content| content.revision.clone()),
                notices: content.map_or(0, |content| content.notices),
                ..Shown::default()
            };
            arrived.try_set(());
            answered(answer)
        })
    })
}

fn answered(answer: Result<PageContent, AppError>) -> AnyView {
    match answer {
        Ok(content) => view_of(content),
        Err(AppError::SignedOut) => view! { <Redirect path=routes::HOME /> }.into_any(),
        Err(error) => error_page(&error),
    }
}

fn view_of(PageContent { title, parts, .. }: PageContent) -> AnyView {
    let parts: Vec<AnyView> = parts
        .into_iter()
        .enumerate()
        .map(|(index, markup)| {
            let role = (index == 0).then_some("status");
            // `None` beside a mark: it is in the document.
            let markup = markup.unwrap_or_default();
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
