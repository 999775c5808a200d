//! The top of every page.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{Wordmark, loaded};
use crate::{routes, site::use_site};

/// The wordmark, for a visitor with a session the way to the cars, and the way to the settings.
#[component]
pub fn SiteHeader() -> AnyView {
    let site = use_site().site;
    let navigation = loaded(move || {
        Box::pin(async move {
            let signed_in = site.await.is_ok_and(|site| site.vehicles.is_some());
            view! { <Navigation signed_in /> }.into_any()
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
    /// Whether there are cars to go to.
    signed_in: bool,
) -> AnyView {
    let path = use_location().pathname;
    let link = move |address: &'static str, words: &'static str| {
        let current = move || (path.get() == address).then_some("page");
        view! { <a href=address aria-current=current>{words}</a> }.into_any()
    };

    view! {
        <nav class="site-nav" aria-label="Main">
            {signed_in.then(|| link(routes::VEHICLES, "Your cars"))}
            {link(routes::SETTINGS, "Settings")}
        </nav>
    }
    .into_any()
}
