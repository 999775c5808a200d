//! The first thing to press.

use leptos::{either::Either, prelude::*};

use crate::routes;

/// The way to connect a car; with cars connected already, the way to them stands before it.
#[component]
pub fn ConnectButton(
    /// How many cars the visitor has.
    vehicles: u32,
) -> impl IntoView {
    if vehicles == 0 {
        return Either::Left(view! {
            <p class="hero-ways">
                <a class="button button-primary button-large" href=routes::LOGIN rel="external">
                    "Connect your car"
                </a>
            </p>
        });
    }
    Either::Right(view! {
        <p class="hero-ways">
            <a class="button button-primary button-large" href=routes::VEHICLES>
                "See your cars"
            </a>
            <a class="button button-large" href=routes::LOGIN rel="external">
                "Connect another car"
            </a>
        </p>
    })
}
