//! The region that shows and announces a notice.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::model::Notice;

/// The notice that the address names, in a region that stays on the page so that a change of it is
/// announced.
#[component]
pub fn NoticeRegion() -> AnyView {
    let query = use_query_map();
    let sentence = move || {
        query.with(|query| {
            query
                .get_str("notice")
                .and_then(Notice::from_code)
                .map(Notice::sentence)
        })
    };

    view! { <div class="notice" role="status">{sentence}</div> }.into_any()
}
