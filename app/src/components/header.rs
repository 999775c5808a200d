//! The top of every page.

use leptos::prelude::*;
use leptos_router::components::A;

use super::Mark;
use crate::{routes, site::use_site};

/// The wordmark and, for a visitor with a session, the way to the cars.
#[component]
pub fn SiteHeader() -> impl IntoView {
    let site = use_site().site;

    view! {
        <header class="site-header">
            <a class="wordmark" href=routes::HOME>
                <Mark />
                <span>"Carport"</span>
            </a>
            <Transition>
                {move || Suspend::new(async move {
                    let signed_in = site.await.is_ok_and(|site| site.vehicles.is_some());
                    signed_in
                        .then(|| {
                            view! {
                                <nav class="site-nav" aria-label="Main">
                                    <A href=routes::VEHICLES>"Your cars"</A>
                                </nav>
                            }
                        })
                })}
            </Transition>
        </header>
    }
}
