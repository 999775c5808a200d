//! The top of every page.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{Wordmark, loaded};
use crate::{routes, site::use_site};

/// The wordmark and, for a visitor with a session, the way to the cars.
#[component]
pub fn SiteHeader() -> AnyView {
    let site = use_site().site;
    let navigation = loaded(move || {
        Box::pin(async move {
            let signed_in = site.await.is_ok_and(|site| site.vehicles.is_some());
            signed_in.then(|| view! { <Navigation /> }).into_any()
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
fn Navigation() -> AnyView {
    let path = use_location().pathname;
    let current = move || (path.get() == routes::VEHICLES).then_some("page");

    view! {
        <nav class="site-nav" aria-label="Main">
            <a href=routes::VEHICLES aria-current=current>"Your cars"</a>
        </nav>
    }
    .into_any()
}
