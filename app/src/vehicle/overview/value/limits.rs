//! Up to where the car charges.

use leptos::prelude::*;

use crate::vehicle::{
    value::ChargeLimit,
    wording::{plain::plain, quantity::percent},
};

/// The limit that holds now, and the others.
pub(super) fn view(active: Option<f64>, limits: &[ChargeLimit]) -> AnyView {
    let active = match (active, limits) {
        (Some(active), _) => Some(format!("{} now", percent(active))),
        (None, []) => Some("None set".to_owned()),
        (None, _) => None,
    };
    let limits = (!limits.is_empty()).then(|| {
        let items: Vec<_> = limits
            .iter()
            .map(|limit| view! { <li>{words(limit)}</li> })
            .collect();
        view! { <ul class="value-list value-aside">{items}</ul> }
    });
    view! { {active}{limits} }.into_any()
}

fn words(limit: &ChargeLimit) -> String {
    let kind = match limit.kind.to_ascii_uppercase().as_str() {
        "GLOBAL" => "Everywhere".to_owned(),
        "LOCATION" => "At a place".to_owned(),
        "CONNECTOR" | "CHARGING_TYPE" => "With a connector".to_owned(),
        _ => plain(&limit.kind),
    };
    let condition = limit
        .condition
        .as_ref()
        .map(|condition| format!(" ({condition})"))
        .unwrap_or_default();
    let percent = limit.percent.map_or_else(|| "not told".to_owned(), percent);
    format!("{kind}{condition}: {percent}")
}
