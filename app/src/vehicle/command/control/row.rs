//! One thing that can be asked for: what it is called, what the car says of it, and the buttons.

use leptos::prelude::*;

use crate::{
    routes,
    vehicle::{car::CarView, command::form::CommandName, wording::age},
};

/// A row. `id` is that of its heading.
pub(super) fn row(
    id: &'static str,
    name: &'static str,
    state: Option<AnyView>,
    controls: AnyView,
) -> AnyView {
    let state = state.map(|state| view! { <p class="ask-state">{state}</p> });
    view! {
        <div class="ask-row" role="group" aria-labelledby=id>
            <div class="ask-name">
                <h3 id=id>{name}</h3>
                {state}
            </div>
            {controls}
        </div>
    }
    .into_any()
}

/// What the car says, and when it said so.
pub(super) fn told(view: &CarView, code: &str, words: impl Into<String>) -> Option<AnyView> {
    let then = view.car.last_good(code)?.times.true_at();
    let mark = (!view.holds(code)).then(|| view! { <span class="old-mark">"Old"</span>" " });
    let words = words.into();
    Some(
        view! {
            {words}
            " "
            <span class="ask-age">{mark}{age::view(then, view.now)}</span>
        }
        .into_any(),
    )
}

/// What stands in the place of the buttons where the owner has not allowed them.
pub(super) fn not_allowed(view: &CarView, command: CommandName, what: &'static str) -> AnyView {
    let address = routes::login_for(&view.car.vehicle.id, command.permission());
    let sentence = format!("You have not allowed Carport to {what}.");
    // The server answers it: not a matter for the router.
    view! {
        <div class="ask-denied">
            <p>{sentence}</p>
            <a class="button" href=address rel="external">
                "Allow it"
            </a>
        </div>
    }
    .into_any()
}
