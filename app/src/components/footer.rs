//! The foot of every page.

use leptos::prelude::*;

/// What Carport is, in one line.
#[component]
pub fn SiteFooter() -> AnyView {
    view! {
        <footer class="site-footer">
            <p>"Carport reads cars through Smartcar. It has no advertisements and no trackers."</p>
        </footer>
    }
    .into_any()
}
