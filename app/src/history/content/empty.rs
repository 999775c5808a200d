//! Where there is nothing to draw.

use leptos::prelude::*;

use super::periods::address;
use crate::{
    components::TopView,
    history::{
        model::Reach,
        span::{Period, Span},
    },
    routes,
    vehicle::model::VehicleId,
};

/// Nothing at all was kept yet: why, and what to do.
pub(super) fn nothing_kept(id: &VehicleId) -> AnyView {
    view! {
        <section class="empty" aria-labelledby="nothing-kept">
            <TopView />
            <div>
                <h2 id="nothing-kept">"Nothing kept yet"</h2>
                <p>
                    "Carport keeps what the car says from now on: each time you press Refresh on "
                    <a href=routes::vehicle(id)>"its page"</a>
                    ", and by itself where the operator of this Carport lets Smartcar deliver it (by a webhook). One reading is enough for a beginning."
                </p>
            </div>
        </section>
    }
    .into_any()
}

/// Nothing in this span: where there is something.
pub(super) fn nothing_here(id: &VehicleId, span: &Span, reach: &Reach) -> AnyView {
    let place = if reach.first >= span.until {
        reach.first
    } else {
        reach.last
    };
    let nearest = span.period.unwrap_or(Period::DEFAULT).around(place.date());
    view! {
        <section class="nothing-here" aria-labelledby="nothing-here">
            <h2 id="nothing-here">"Nothing from this time"</h2>
            <p>
                "The car said nothing then that Carport has kept. There is something in "
                <a href=address(id, &nearest)>{nearest.words()}</a> "."
            </p>
        </section>
    }
    .into_any()
}
