//! The application: its frame and its routes.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

use crate::{
    components::{LastPage, NotFoundPage, SiteFooter, SiteHeader},
    connect::{ConnectProblemPage, MalformedPage},
    home::HomePage,
    notice::NoticeRegion,
    site::{SourceBanner, provide_site},
    vehicle::VehiclesPage,
};

/// Carport.
///
/// Every route is rendered whole before its first byte: only then are statuses and redirects right,
/// and the page complete without JavaScript.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_context(LastPage(StoredValue::new(None)));
    let (is_routing, set_is_routing) = signal(false);

    view! {
        <Title formatter=|page: String| page + " · Carport" />
        <Router set_is_routing>
            <Frame is_routing>
                <FlatRoutes fallback=NotFoundPage>
                    <Route path=path!("/") view=HomePage ssr=SsrMode::Async />
                    <Route path=path!("/vehicle") view=VehiclesPage ssr=SsrMode::Async />
                    <Route path=path!("/connect/:slug") view=ConnectProblemPage ssr=SsrMode::Async />
                    // The server's own handlers stand before these two and let through only what
                    // makes no sense to them.
                    <Route path=path!("/login") view=MalformedPage ssr=SsrMode::Async />
                    <Route path=path!("/exchange") view=MalformedPage ssr=SsrMode::Async />
                </FlatRoutes>
            </Frame>
        </Router>
    }
}

/// What stands around every page.
#[component]
fn Frame(
    /// Whether another page is on its way.
    is_routing: ReadSignal<bool>,
    children: Children,
) -> impl IntoView {
    provide_site();

    view! {
        // `external`: the browser itself moves the focus along, the router would not.
        <a class="skip-link" href="#main" rel="external">
            "Skip to the content"
        </a>
        <SourceBanner />
        <SiteHeader />
        <main id="main" tabindex="-1" aria-busy=move || is_routing.get().to_string()>
            <NoticeRegion />
            {children()}
        </main>
        <SiteFooter />
    }
}
