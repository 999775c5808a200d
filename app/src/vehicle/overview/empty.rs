//! The page of a car of which nothing was read yet.

use leptos::prelude::*;
use time::OffsetDateTime;

use super::refresh;
use crate::{
    components::TopView,
    vehicle::{car::Car, wording::age},
};

/// Says that nothing is known yet, why, and what to do.
pub(super) fn nothing_read(car: &Car, now: OffsetDateTime) -> AnyView {
    let asked = car.refreshed_at.map(|then| {
        view! {
            <p>"Carport last asked "{age::view(then, now)}", and Smartcar had nothing yet."</p>
        }
    });

    view! {
        <section class="empty" aria-labelledby="nothing-read">
            <TopView />
            <div>
                <h2 id="nothing-read">"Nothing read yet"</h2>
                <p>
                    "The car is connected. Smartcar may need some minutes to ask it everything for the first time; what it says appears here after a Refresh."
                </p>
                {asked}
                {refresh::form(car, now, true)}
            </div>
        </section>
    }
    .into_any()
}
