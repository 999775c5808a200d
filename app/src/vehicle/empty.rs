//! The vehicles' page without a vehicle.

use leptos::prelude::*;

use crate::{components::TopView, routes};

/// Says that there is no car, and how to connect one.
#[component]
pub fn NoVehicles() -> impl IntoView {
    view! {
        <section class="empty" aria-labelledby="empty">
            <div class="empty-picture">
                <TopView />
            </div>
            <div>
                <h2 id="empty">"No car is connected"</h2>
                <p>"Connect one with the account you use in its maker’s app. It takes about a minute."</p>
                <p>
                    <a class="button button-primary" href=routes::LOGIN rel="external">
                        "Connect a car"
                    </a>
                </p>
            </div>
        </section>
    }
}
