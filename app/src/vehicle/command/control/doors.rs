//! Locking and unlocking.

use leptos::prelude::*;

use super::row::{not_allowed, told};
use crate::vehicle::{
    car::CarView,
    command::{
        form::{CONFIRMED, CommandName, Mistake, YES},
        press::{Fold, Weight, button, form, must_wait, submit},
    },
};

const LOCKED: &str = "closure-islocked";

/// The row of the doors.
pub(super) fn row(view: &CarView) -> AnyView {
    let state = view
        .car
        .flag(LOCKED)
        .and_then(|is_locked| told(view, LOCKED, if is_locked { "Locked" } else { "Unlocked" }));
    let controls = if view.is_allowed(CommandName::Lock) {
        let is_locked = view.still(LOCKED);
        view! {
            <div class="ask-buttons">
                {button(view, CommandName::Lock, "Lock", Weight::unless(is_locked))}
                {unlock(view, Weight::unless(is_locked.map(|is_locked| !is_locked)))}
            </div>
        }
        .into_any()
    } else {
        not_allowed(view, CommandName::Lock, "lock and unlock it")
    };
    super::row::row("ask-doors", "Doors", state, controls)
}

/// Unlocking asks once more.
fn unlock(view: &CarView, weight: Weight) -> AnyView {
    const COMMAND: CommandName = CommandName::Unlock;

    let fields = view! {
        <p>"The doors open for whoever stands beside the car. Is that somebody who may?"</p>
        <input type="hidden" name=CONFIRMED value=YES />
        {submit(view, COMMAND, "Unlock the doors now", Weight::Primary)}
    };
    let was_not_confirmed = view
        .rejected(COMMAND)
        .is_some_and(|form| form.mistake == Mistake::NotConfirmed);
    Fold {
        words: "Unlock",
        weight,
        must_wait: must_wait(view, COMMAND),
        is_open: was_not_confirmed,
        group: None,
    }
    .view(form(view, COMMAND, "ask-form", fields.into_any()))
}
