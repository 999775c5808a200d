//! The home page.

use leptos::prelude::*;

use super::{
    connect_button::ConnectButton, permission_list::PermissionList, promises::Promises,
    steps::Steps,
};
use crate::{
    components::{ErrorPage, Heading, TopView},
    site::{model::Site, use_site},
};

/// What Carport is, what it will ask for, and the button.
#[component]
pub fn HomePage() -> impl IntoView {
    let site = use_site().site;

    view! {
        <Transition>
            {move || Suspend::new(async move {
                match site.await {
                    Ok(site) => view! { <Welcome site /> }.into_any(),
                    Err(error) => view! { <ErrorPage error /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// The home page for a visitor of this site.
#[component]
pub fn Welcome(
    /// What is known of the site and the visitor.
    site: Site,
) -> impl IntoView {
    view! {
        <section class="hero">
            <div class="hero-words">
                <Heading text="Your car, as it really is." />
                <p class="lead">
                    "Carport connects to the car you already own and shows what the car itself "
                    "says: which one it is, how it is, and how old each answer is."
                </p>
                <ConnectButton vehicles=site.vehicles.unwrap_or(0) />
                <p class="hero-aside">
                    "About a minute. No device to plug in, no new account: only the one of your "
                    "car maker’s app."
                </p>
            </div>
            <div class="hero-picture">
                <TopView />
            </div>
        </section>
        <section class="chapter" aria-labelledby="permissions">
            <h2 id="permissions">"What Carport will ask for"</h2>
            <div class="chapter-body">
                <PermissionList permissions=site.permissions />
            </div>
        </section>
        <section class="chapter" aria-labelledby="steps">
            <h2 id="steps">"What happens next"</h2>
            <div class="chapter-body">
                <Steps />
            </div>
        </section>
        <section class="chapter" aria-labelledby="promises">
            <h2 id="promises">"What becomes of your data"</h2>
            <div class="chapter-body">
                <Promises />
            </div>
        </section>
    }
}
