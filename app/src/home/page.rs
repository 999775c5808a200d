//! The home page.

use leptos::prelude::*;

use super::{chapters::Chapters, connect_button::ConnectButton, permission_list::PermissionList};
use crate::{
    components::{Heading, TopView, error_page, loaded},
    site::{model::Site, use_site},
};

/// What Carport is, what it will ask for, and the button.
#[component]
pub fn HomePage() -> AnyView {
    let site = use_site().site;

    loaded(move || {
        Box::pin(async move {
            match site.await {
                Ok(site) => view! { <Welcome site /> }.into_any(),
                Err(error) => error_page(&error),
            }
        })
    })
}

/// The home page for a visitor of this site.
#[component]
pub fn Welcome(
    /// What is known of the site and the visitor.
    site: Site,
) -> AnyView {
    view! {
        <section class="hero">
            <div class="hero-words">
                <Heading text="Your car, as it really is." />
                <p class="lead">
                    "Carport connects to the car you already own and shows what the car itself says: how full it is, what is open, where it stands, and how old each answer is."
                </p>
                <ConnectButton vehicles=site.vehicles.unwrap_or(0) />
                <p class="hero-aside">
                    "About a minute. No device to plug in, no new account: only the one of your car maker’s app."
                </p>
            </div>
            <TopView />
        </section>
        <section class="chapter" aria-labelledby="permissions">
            <h2 id="permissions">"What Carport will ask for"</h2>
            <PermissionList permissions=site.permissions />
        </section>
        <Chapters />
    }
    .into_any()
}
