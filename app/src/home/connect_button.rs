//! The first thing to press.

use leptos::prelude::*;

use crate::{
    components::{ButtonLink, Weight},
    routes,
};

/// The way to connect a car; with cars connected already, the way to them stands before it.
#[component]
pub fn ConnectButton(
    /// How many cars the visitor has.
    vehicles: u32,
) -> AnyView {
    let ways: Vec<AnyView> = if vehicles == 0 {
        vec![
            view! {
                <ButtonLink href=routes::LOGIN text="Connect your car" weight=Weight::Primary />
            }
            .into_any(),
        ]
    } else {
        vec![
            view! { <ButtonLink href=routes::VEHICLES text="See your cars" weight=Weight::Primary /> }.into_any(),
            view! { <ButtonLink href=routes::LOGIN text="Connect another car" weight=Weight::Plain /> }.into_any(),
        ]
    };

    view! { <p class="hero-ways">{ways}</p> }.into_any()
}
