//! The one heading of a page: also its title in the window, and where the reader arrives.

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// The path of the page shown last; `None` until the first has been shown. That one the browser
/// announces by itself.
#[derive(Clone, Copy)]
pub struct LastPage(
    /// The path.
    pub StoredValue<Option<String>>,
);

/// The `<h1>` of a page. After a navigation in the browser it takes the focus, which makes a screen
/// reader say it.
#[component]
pub fn Heading(
    /// The words.
    text: &'static str,
) -> AnyView {
    let last_page = use_context::<LastPage>();
    let path = use_location().pathname;
    Effect::new(move || {
        let Some(LastPage(last)) = last_page else {
            return;
        };
        let path = path.get_untracked();
        let moved = last.with_value(|last| last.as_ref().is_some_and(|last| *last != path));
        last.set_value(Some(path));
        if moved {
            focus_heading();
        }
    });

    view! {
        <Title text />
        <h1 tabindex="-1">{text}</h1>
    }
    .into_any()
}

/// Moves the focus to the heading of the page.
pub fn focus_heading() {
    let heading = document().query_selector("h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        // It fails on nothing that could be mended here.
        let _ = heading.focus();
    }
}
