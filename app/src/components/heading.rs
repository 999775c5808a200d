//! The one heading of a page: also its title in the window, and where the reader arrives.

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};
use leptos_meta::Title;
use leptos_router::hooks::use_location;

/// Where the reader is on the way from one page to the next.
#[derive(Clone, Copy)]
pub struct Passage {
    /// The path of the page shown last; `None` until the first has been shown. That one the browser
    /// announces by itself.
    pub last_page: StoredValue<Option<String>>,
    /// Whether another page is being made, which is not in the document yet.
    pub is_routing: ReadSignal<bool>,
}

/// The `<h1>` of a page. After a navigation in the browser it takes the focus, which makes a screen
/// reader say it.
#[component]
pub fn Heading(
    /// The words.
    #[prop(into)]
    text: String,
) -> AnyView {
    let passage = use_context::<Passage>();
    // Of this page: by the time the effect runs again, the reader may be on the way to the next.
    let path = use_location().pathname.get_untracked();
    Effect::new(move || {
        let Some(passage) = passage.filter(|passage| !passage.is_routing.get()) else {
            return;
        };
        let moved = passage
            .last_page
            .with_value(|last| last.as_ref().is_some_and(|last| *last != path));
        passage.last_page.set_value(Some(path.clone()));
        if moved {
            // A page that still waits for its data is put into the document a moment later.
            request_animation_frame(focus_heading);
        }
    });

    view! {
        <Title text=text.clone() />
        <h1 tabindex="-1">{text}</h1>
    }
    .into_any()
}

/// Moves the focus to the heading of the page.
fn focus_heading() {
    let heading = document().query_selector("h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        // It fails on nothing that could be mended here.
        let _ = heading.focus();
    }
}
