//! The top of every page.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{Wordmark, loaded};
use crate::{routes, site::use_site};

/// The wordmark, for a visitor with a session the ways to the cars and to the notices, and the way to
/// the settings.
#[component]
pub fn SiteHeader() -> AnyView {
    let site = use_site().site;
    let navigation = loaded(move || {
        Box::pin(async move {
            let notices = site
                .await
                .ok()
                .and_then(|site| site.vehicles.map(|_| site.notices));
            view! { <Navigation notices /> }.into_any()
        })
    });

    view! {
        <header class="site-header">
            <Wordmark />
            {navigation}
        </header>
    }
    .into_any()
}

#[component]
fn Navigation(
    /// How many notices are open; `None` where there are no cars to go to.
    notices: Option<u32>,
) -> AnyView {
    let path = use_location().pathname;
    let link = move |address: &'static str, words: &'static str, count: u32| {
        let current = move || (path.get() == address).then_some("page");
        let count = (count > 0).then(|| {
            view! {
                " "
                <span class="nav-count">
                    {count}<span class="visually-hidden">" open"</span>
                </span>
            }
        });
        view! { <a href=address aria-current=current>{words}{count}</a> }.into_any()
    };

    view! {
        <nav class="site-nav" aria-label="Main">
            {notices.map(|_| link(routes::VEHICLES, "Your cars", 0))}
            {notices.map(|count| link(routes::NOTICES, "Notices", count))}
            {link(routes::SETTINGS, "Settings", 0)}
        </nav>
    }
    .into_any()
}
