//! A field of a form, with its label and with what is wrong with it.

use leptos::prelude::*;

use super::{
    form::{CommandName, LATITUDE, LONGITUDE, PERCENT},
    schedule_fields::{DAILY, DAYS, WEEKDAYS, WEEKENDS, start, stop},
};
use crate::vehicle::{car::CarView, wording::plain::capitalised};

/// The id of a field: the same field may be in several forms.
pub(super) fn id(command: CommandName, field: &str) -> String {
    format!("{}-{field}", command.as_str())
}

/// What a field is called.
pub(super) fn label(field: &str) -> Option<String> {
    match field {
        PERCENT => Some("Charge limit".to_owned()),
        LATITUDE => Some("Latitude".to_owned()),
        LONGITUDE => Some("Longitude".to_owned()),
        _ => DAYS
            .into_iter()
            .chain([DAILY, WEEKDAYS, WEEKENDS])
            .find_map(|window| {
                let end = if start(window) == field {
                    "from"
                } else if stop(window) == field {
                    "until"
                } else {
                    return None;
                };
                Some(format!("{}, {end}", window_label(window)))
            }),
    }
}

/// What a window is called.
pub(super) fn window_label(window: &str) -> String {
    match window {
        DAILY => "Every day".to_owned(),
        WEEKDAYS => "Monday to Friday".to_owned(),
        WEEKENDS => "Saturday and Sunday".to_owned(),
        day => capitalised(day),
    }
}

/// How a field stands on a page: what is in it, and what is wrong with it.
pub(super) struct FieldState {
    /// Its id.
    pub(super) id: String,
    /// What is in it.
    pub(super) value: String,
    /// `true` when it is wrong.
    pub(super) invalid: Option<&'static str>,
    /// The id of the message.
    pub(super) described_by: Option<String>,
    /// What is wrong with it.
    pub(super) message: Option<AnyView>,
}

/// How this field stands: as it was filled in, else as it is by itself.
pub(super) fn state(
    view: &CarView,
    command: CommandName,
    field: &str,
    otherwise: String,
) -> FieldState {
    let id = id(command, field);
    let mistake = view
        .rejected(command)
        .map(|form| &form.mistake)
        .filter(|mistake| mistake.field() == Some(field));
    let message_id = format!("{id}-mistake");
    FieldState {
        value: view
            .filled_in(command, field)
            .map_or(otherwise, str::to_owned),
        invalid: mistake.map(|_| "true"),
        described_by: mistake.map(|_| message_id.clone()),
        message: mistake.map(|mistake| {
            view! {
                <p class="field-mistake" id=message_id>
                    {mistake.to_string()}
                </p>
            }
            .into_any()
        }),
        id,
    }
}

/// The two fields of a place.
pub(super) fn place(
    view: &CarView,
    command: CommandName,
    otherwise: Option<(f64, f64)>,
) -> AnyView {
    let text = |degrees: f64| format!("{degrees:.5}");
    [
        (LATITUDE, otherwise.map(|(latitude, _)| text(latitude))),
        (LONGITUDE, otherwise.map(|(_, longitude)| text(longitude))),
    ]
    .into_iter()
    .map(|(field, otherwise)| {
        let state = state(view, command, field, otherwise.unwrap_or_default());
        view! {
            <div class="field">
                <label for=state.id.clone()>{label(field)}</label>
                // Not a number field: a comma or a letter would vanish from it without a word.
                <input
                    id=state.id
                    name=field
                    type="text"
                    required
                    autocomplete="off"
                    spellcheck="false"
                    value=state.value
                    aria-invalid=state.invalid
                    aria-describedby=state.described_by
                />
                {state.message}
            </div>
        }
    })
    .collect::<Vec<_>>()
    .into_any()
}

/// From when until when.
pub(super) fn window(
    view: &CarView,
    command: CommandName,
    window: &str,
    is_required: bool,
) -> AnyView {
    let label_id = id(command, window);
    let ends: Vec<_> = [("From", start(window)), ("Until", stop(window))]
        .into_iter()
        .map(|(end, field)| {
            let state = state(view, command, &field, String::new());
            view! {
                <div class="field">
                    <label for=state.id.clone()>{end}</label>
                    <input
                        id=state.id
                        name=field
                        type="time"
                        required=is_required
                        value=state.value
                        aria-invalid=state.invalid
                        aria-describedby=state.described_by
                    />
                    {state.message}
                </div>
            }
        })
        .collect();

    view! {
        <div class="window" role="group" aria-labelledby=label_id>
            <p class="window-name" id=label_id.clone()>
                {window_label(window)}
            </p>
            {ends}
        </div>
    }
    .into_any()
}
