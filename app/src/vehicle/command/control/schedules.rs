//! When to charge: making schedules, and deleting those that were made.

use leptos::prelude::*;

use super::row::row as row_of;
use crate::vehicle::{
    car::CarView,
    command::{
        field,
        form::{CommandName, SCHEDULE},
        model::DeletableSchedule,
        press::{Fold, Weight, form, must_wait, submit},
        schedule_fields::{DAILY, DAYS, WEEKDAYS, WEEKENDS},
    },
    wording::plain::counted,
};

/// The row of the schedules. Where charging is not allowed, its own row says so.
pub(super) fn row(view: &CarView) -> Option<AnyView> {
    if !view.is_allowed(CommandName::CreateDailySchedule) {
        return None;
    }
    let schedules = &view.commands.schedules;
    let state = (!schedules.is_empty()).then(|| {
        counted(
            schedules.len(),
            "made through Smartcar",
            "made through Smartcar",
        )
        .into_any()
    });
    let list = (!schedules.is_empty()).then(|| {
        let items: Vec<_> = schedules
            .iter()
            .map(|schedule| deletable(view, schedule))
            .collect();
        view! { <ul class="schedules">{items}</ul> }
    });
    let controls = view! {
        <div class="ask-several">
            {list}
            <div class="ask-buttons ask-three">
                {create(view, CommandName::CreateDailySchedule, "Add daily", &[DAILY])}
                {create(view, CommandName::CreateWeeklySchedule, "Add weekly", &DAYS)}
                {create(
                    view,
                    CommandName::CreateWorkweekSchedule,
                    "Add workweek",
                    &[WEEKDAYS, WEEKENDS],
                )}
            </div>
        </div>
    };
    Some(row_of(
        "ask-schedules",
        "Charge schedules",
        state,
        controls.into_any(),
    ))
}

/// A form for a new one.
fn create(
    view: &CarView,
    command: CommandName,
    words: &'static str,
    windows: &[&'static str],
) -> AnyView {
    let position = view.position();
    let place = if position.is_some() {
        "The car charges at these times at this place. It is where the car is now; change it to your own."
    } else {
        "The car charges at these times at this place."
    };
    let hint =
        (windows.len() > 1).then(|| view! { <p>"Leave empty what it is not to charge on."</p> });
    let fields = view! {
        <p>{place}</p>
        <div class="fields">{field::place(view, command, position)}</div>
        {hint}
        <div class="windows">
            {windows
                .iter()
                .map(|window| field::window(view, command, window, windows.len() == 1))
                .collect::<Vec<_>>()}
        </div>
        {submit(view, command, "Set schedule", Weight::Primary)}
    };
    Fold {
        words,
        weight: Weight::Plain,
        must_wait: must_wait(view, command),
        is_open: view.rejected(command).is_some(),
        group: Some("add-schedule"),
    }
    .view(form(view, command, "ask-form", fields.into_any()))
}

/// One that was made, and a fold that asks once more.
fn deletable(view: &CarView, schedule: &DeletableSchedule) -> AnyView {
    const COMMAND: CommandName = CommandName::DeleteSchedule;

    let fields = view! {
        <p>"The car then charges without it. Its other schedules stay."</p>
        <input type="hidden" name=SCHEDULE value=schedule.id.clone() />
        {submit(view, COMMAND, "Delete this schedule", Weight::Primary)}
    };
    let fold = Fold {
        words: "Delete",
        weight: Weight::Quiet,
        must_wait: must_wait(view, COMMAND),
        is_open: false,
        group: Some("delete-schedule"),
    };
    view! {
        <li>
            <p>{schedule.description.clone()}</p>
            {fold.view(form(view, COMMAND, "ask-form", fields.into_any()))}
        </li>
    }
    .into_any()
}
