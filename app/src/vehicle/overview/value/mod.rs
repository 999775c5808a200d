//! A value of any shape, as markup.

mod entries;
mod limits;
mod location;
mod places;
#[cfg(test)]
mod tests;

use leptos::prelude::*;
use time::OffsetDateTime;

use crate::vehicle::{
    catalogue,
    value::{Quantity, Value},
    wording::{
        plain::{capitalised, plain},
        quantity,
    },
};

/// The value of the signal of this code.
pub(super) fn view(code: &str, value: &Value, now: OffsetDateTime) -> AnyView {
    match value {
        Value::Flag(flag) => {
            let (yes, no) = catalogue::signal(code).map_or(("Yes", "No"), |signal| signal.answers);
            (if *flag { yes } else { no }).into_any()
        }
        Value::Quantity(quantity) => quantity::view(quantity),
        Value::Text(text) => words(code, text).into_any(),
        Value::Texts(texts) => list(code, texts),
        Value::Openings(openings) => places::openings(openings),
        Value::Cover { is_open, is_locked } => places::cover(*is_open, *is_locked).into_any(),
        Value::Tyres(tyres) => places::tyres(tyres),
        Value::Range { range, others } => all_ranges(range.as_ref(), others),
        Value::ChargeLimits { active, limits } => limits::view(*active, limits),
        Value::Location(location) => location::view(location),
        Value::Diagnostic {
            is_alert,
            status,
            description,
        } => diagnostic(*is_alert, status, description.as_deref()),
        Value::Entries(entries) => entries::view(entries, now),
        Value::Raw(json) => raw(json),
    }
}

/// Whether the value needs the whole width of the page.
pub(super) fn is_wide(value: &Value) -> bool {
    match value {
        Value::Entries(_) | Value::Raw(_) => true,
        Value::Text(text) => text.len() > 80,
        Value::Texts(texts) => texts.len() > 3,
        _ => false,
    }
}

/// A word of Smartcar's in plain words; what a maker wrote stays as it is.
fn words(code: &str, text: &str) -> String {
    let is_verbatim = [
        "vehicleidentification-vin",
        "vehicleidentification-nickname",
        "connectivitysoftware-currentfirmwareversion",
        "charge-chargingconnectortype",
        "charge-fastchargertype",
        "surveillance-brand",
        "wheel-style",
    ]
    .contains(&code);
    match text {
        "" => "Nothing".to_owned(),
        text if is_verbatim => text.to_owned(),
        text => plain(text),
    }
}

fn list(code: &str, texts: &[String]) -> AnyView {
    if texts.is_empty() {
        return "None".into_any();
    }
    let items: Vec<_> = texts
        .iter()
        .map(|text| view! { <li>{words(code, text)}</li> })
        .collect();
    view! { <ul class="value-list">{items}</ul> }.into_any()
}

fn all_ranges(range: Option<&Quantity>, others: &[(String, Quantity)]) -> AnyView {
    let range = range.map_or_else(|| "Not told".into_any(), quantity::view);
    let others = (!others.is_empty()).then(|| {
        let others: Vec<_> = others
            .iter()
            .map(|(kind, other)| {
                view! { <li>{format!("{}: ", plain(kind))}{quantity::view(other)}</li> }
            })
            .collect();
        view! { <ul class="value-list value-aside">{others}</ul> }
    });
    view! { {range}{others} }.into_any()
}

fn diagnostic(is_alert: Option<bool>, status: &str, description: Option<&str>) -> AnyView {
    let status = match is_alert {
        Some(true) => view! { <strong class="alert-word">"Needs attention"</strong> }.into_any(),
        Some(false) => "OK".into_any(),
        None if status.is_empty() => "Not told".into_any(),
        None => capitalised(&plain(status)).into_any(),
    };
    let description = description
        .map(|description| view! { <span class="value-aside">{description.to_owned()}</span> });
    view! { {status}{description} }.into_any()
}

fn raw(json: &str) -> AnyView {
    view! {
        <details class="fold fold-small">
            <summary>"What Smartcar sent"</summary>
            <pre>{json.to_owned()}</pre>
        </details>
    }
    .into_any()
}
