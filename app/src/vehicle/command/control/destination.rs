//! Where to.

use leptos::prelude::*;

use super::row::{not_allowed, row as row_of};
use crate::vehicle::{
    car::CarView,
    command::{
        field,
        form::CommandName,
        press::{Fold, Weight, form, must_wait, submit},
    },
};

const COMMAND: CommandName = CommandName::SetDestination;

/// The row of the destination.
pub(super) fn row(view: &CarView) -> AnyView {
    let controls = if view.is_allowed(COMMAND) {
        let fields = view! {
            <p>
                "For the car’s navigation. The place goes to Smartcar and the car’s maker when you press the button, and not before."
            </p>
            <div class="fields">{field::place(view, COMMAND, None)}</div>
            {submit(view, COMMAND, "Send to the car", Weight::Primary)}
        };
        Fold {
            words: "Send a destination",
            weight: Weight::Plain,
            must_wait: must_wait(view, COMMAND),
            is_open: view.rejected(COMMAND).is_some(),
            group: None,
        }
        .view(form(view, COMMAND, "ask-form", fields.into_any()))
    } else {
        not_allowed(view, COMMAND, "send a destination to it")
    };
    row_of("ask-destination", "Destination", None, controls)
}
