//! The forms and buttons by which something is asked of a car.

use leptos::prelude::*;

use super::form::{COMMAND, CommandName, KEY};
use crate::{routes, vehicle::car::CarView};

/// The id of the sentence that says why the buttons cannot be pressed.
pub(super) const BUSY: &str = "ask-busy";

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// The thing to do here.
    Primary,
    /// One of several things.
    Plain,
    /// The car is like that already.
    Quiet,
}

impl Weight {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Plain => "button",
            Self::Quiet => "button button-quiet",
        }
    }

    /// Of the button that makes the car be what `is_so` asks; `None`: nobody knows.
    pub(super) const fn unless(is_so: Option<bool>) -> Self {
        match is_so {
            Some(true) => Self::Quiet,
            Some(false) => Self::Primary,
            None => Self::Plain,
        }
    }
}

/// A form that asks for this command, around its fields and buttons.
pub(super) fn form(
    view: &CarView,
    command: CommandName,
    class: &'static str,
    inner: AnyView,
) -> AnyView {
    view! {
        <form class=class method="post" action=routes::vehicle(&view.car.vehicle.id)>
            <input type="hidden" name=KEY value=view.commands.form_key.clone() />
            <input type="hidden" name=COMMAND value=command.as_str() />
            {inner}
        </form>
    }
    .into_any()
}

/// Whether this command is to wait for another one. Not when its form is shown again as it was filled
/// in: that would be lost.
pub(super) fn must_wait(view: &CarView, command: CommandName) -> bool {
    let is_filled_in = has_fields(command) && view.rejected(command).is_some();
    view.under_way().is_some() && !is_filled_in
}

const fn has_fields(command: CommandName) -> bool {
    matches!(
        command,
        CommandName::SetChargeLimit
            | CommandName::SetDestination
            | CommandName::CreateDailySchedule
            | CommandName::CreateWeeklySchedule
            | CommandName::CreateWorkweekSchedule
    )
}

/// The button of a form, and below it what Smartcar said to it before.
pub(super) fn submit(
    view: &CarView,
    command: CommandName,
    words: impl Into<String>,
    weight: Weight,
) -> AnyView {
    let must_wait = must_wait(view, command);
    let note_id = format!("{}-cannot", command.as_str());
    let cannot = view.cannot(command);
    let described_by: Vec<&str> = [(must_wait, BUSY), (cannot, note_id.as_str())]
        .into_iter()
        .filter_map(|(holds, id)| holds.then_some(id))
        .collect();
    let described_by = (!described_by.is_empty()).then(|| described_by.join(" "));
    let note = cannot.then(|| {
        view! {
            <p class="ask-note" id=note_id>
                "When it was last asked, Smartcar said that this car cannot."
            </p>
        }
    });

    view! {
        <button type="submit" class=weight.class() disabled=must_wait aria-describedby=described_by>
            {words.into()}
        </button>
        {note}
    }
    .into_any()
}

/// A button that is a form by itself.
pub(super) fn button(
    view: &CarView,
    command: CommandName,
    words: &'static str,
    weight: Weight,
) -> AnyView {
    form(view, command, "ask", submit(view, command, words, weight))
}

/// A fold that opens like a button.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fold {
    /// What stands on it.
    pub(super) words: &'static str,
    /// How it looks.
    pub(super) weight: Weight,
    /// While the car is busy it cannot be opened: its own button could not be pressed, and an open
    /// fold is not brought up to date.
    pub(super) must_wait: bool,
    /// Whether it is open from the beginning.
    pub(super) is_open: bool,
    /// Opening one of a group closes the others.
    pub(super) group: Option<&'static str>,
}

impl Fold {
    /// The fold around this.
    pub(super) fn view(self, panel: AnyView) -> AnyView {
        let (words, class) = (self.words, self.weight.class());
        if self.must_wait {
            return view! {
                <div class="ask">
                    <button type="button" class=class disabled aria-describedby=BUSY>
                        {words}
                    </button>
                </div>
            }
            .into_any();
        }
        view! {
            <details class="ask ask-fold" open=self.is_open name=self.group>
                <summary class=class>{words}</summary>
                <div class="ask-panel">{panel}</div>
            </details>
        }
        .into_any()
    }
}
