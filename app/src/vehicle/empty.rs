//! The vehicles' page without a vehicle.

use leptos::prelude::*;

use crate::{
    components::{ButtonLink, TopView, Weight},
    routes,
};

/// Says that there is no car, and how to connect one.
#[component]
pub fn NoVehicles() -> AnyView {
    view! {
        <section class="empty" aria-labelledby="empty">
            <TopView />
            <div>
                <h2 id="empty">"No car is connected"</h2>
                <p>"Connect one with the account you use in its maker’s app. It takes about a minute."</p>
                <p>
                    <ButtonLink href=routes::LOGIN text="Connect a car" weight=Weight::Primary />
                </p>
            </div>
        </section>
    }
    .into_any()
}
