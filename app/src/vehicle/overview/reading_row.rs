//! One reading: its label, its value, its age, and its trouble.

use leptos::prelude::*;
use time::OffsetDateTime;

use super::{trouble::trouble, value};
use crate::vehicle::{
    car::Car,
    catalogue,
    lookup::lasts,
    reading::{LastGood, Reading},
    value::Value,
    wording::age,
};

/// A reading with a value; `None` without one.
pub(super) fn row(car: &Car, reading: &Reading, now: OffsetDateTime) -> Option<AnyView> {
    let good = reading.last_good.as_ref()?;
    let mut class = "reading".to_owned();
    if is_wide(reading) {
        class.push_str(" reading-wide");
    }
    if is_old(&reading.code, good, now) {
        class.push_str(" is-old");
    }
    if is_alert(&good.value) {
        class.push_str(" is-alert");
    }
    let trouble = reading.trouble.as_ref().map(|found| {
        view! {
            <dd class="reading-trouble">
                <strong>"Last good value. "</strong>
                {trouble(car, &reading.code, found, now)}
            </dd>
        }
    });

    Some(
        view! {
            <div class=class>
                <dt>{label(reading)}</dt>
                <dd class="reading-value">{value::view(&reading.code, &good.value, now)}</dd>
                <dd class="reading-age">{age_of(&reading.code, good, now)}</dd>
                {trouble}
            </div>
        }
        .into_any(),
    )
}

/// Whether the reading needs the whole width of the page.
pub(super) fn is_wide(reading: &Reading) -> bool {
    reading
        .last_good
        .as_ref()
        .is_some_and(|good| value::is_wide(&good.value))
}

/// What the reading is called.
pub(super) fn label_text(reading: &Reading) -> String {
    catalogue::signal(&reading.code).map_or_else(
        || reading.name.clone().unwrap_or_else(|| reading.code.clone()),
        |signal| signal.label.to_owned(),
    )
}

/// What the reading is called; beside Smartcar's own name, its code.
fn label(reading: &Reading) -> AnyView {
    let code = (catalogue::signal(&reading.code).is_none() && reading.name.is_some())
        .then(|| view! { " "<code>{reading.code.clone()}</code> });
    view! { {label_text(reading)}{code} }.into_any()
}

/// The age of a value, and in a word that it is old.
pub(super) fn age_of(code: &str, good: &LastGood, now: OffsetDateTime) -> AnyView {
    let mark = is_old(code, good, now).then(|| view! { <span class="old-mark">"Old"</span>" " });
    view! { {mark}{age::view(good.times.true_at(), now)} }.into_any()
}

fn is_old(code: &str, good: &LastGood, now: OffsetDateTime) -> bool {
    lasts(code).is_old(good.times.true_at(), now)
}

fn is_alert(value: &Value) -> bool {
    match value {
        Value::Diagnostic { is_alert, .. } => *is_alert == Some(true),
        Value::Tyres(tyres) => tyres.iter().any(|tyre| tyre.is_implausible),
        _ => false,
    }
}
