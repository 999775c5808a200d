//! The application: its frame and its routes.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    hooks::use_location,
    path,
};

use crate::{
    components::{NotFoundPage, Passage, SiteFooter, SiteHeader},
    connect::{ConnectProblemMessage, ConnectProblemPage, model::ConnectProblem},
    home::HomePage,
    notice::NoticeRegion,
    pages::{GaragePage, HistoryPage, NoticesPage, SettingsPage, VehiclePage},
    routes,
    site::{SourceBanner, provide_site},
};

/// Carport.
///
/// Every route is rendered whole before its first byte: only then are statuses and redirects right,
/// and the page complete without JavaScript.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let (is_routing, set_is_routing) = signal(false);
    provide_context(Passage {
        last_page: StoredValue::new(None),
        is_routing,
    });

    view! {
        <Title formatter=|page: String| title(&page) />
        <Router set_is_routing>
            <Frame is_routing>
                <FlatRoutes fallback=no_route>
                    <Route path=path!("/") view=HomePage ssr=SsrMode::Async />
                    <Route path=path!("/vehicle") view=GaragePage ssr=SsrMode::Async />
                    <Route path=path!("/vehicle/:id") view=VehiclePage ssr=SsrMode::Async />
                    <Route path=path!("/vehicle/:id/history") view=HistoryPage ssr=SsrMode::Async />
                    <Route path=path!("/notices") view=NoticesPage ssr=SsrMode::Async />
                    <Route path=path!("/settings") view=SettingsPage ssr=SsrMode::Async />
                    <Route path=path!("/connect/:slug") view=ConnectProblemPage ssr=SsrMode::Async />
                </FlatRoutes>
            </Frame>
        </Router>
    }
}

/// The title of the window on this page. On the server it is escaped here, because `leptos_meta`
/// writes it into the document as it is; the browser takes it as text.
fn title(page: &str) -> String {
    #[cfg(feature = "ssr")]
    let page = &page.replace('&', "&amp;").replace('<', "&lt;");
    page.to_owned() + " · Carport"
}

/// What stands around every page.
#[component]
fn Frame(
    /// Whether another page is on its way.
    is_routing: ReadSignal<bool>,
    children: Children,
) -> AnyView {
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
    .into_any()
}

/// The page of an address without a route. The server answers `/login` and the like itself, and lets
/// through to here only what makes no sense to it.
fn no_route() -> AnyView {
    let path = use_location().pathname.get_untracked();
    if routes::ANSWERED_BY_THE_SERVER.contains(&path.as_str()) {
        view! { <ConnectProblemMessage problem=ConnectProblem::Malformed /> }.into_any()
    } else {
        view! { <NotFoundPage /> }.into_any()
    }
}
