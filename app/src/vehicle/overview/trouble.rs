//! Why there is no newer value, beside the value or in its place.

use leptos::prelude::*;
use time::OffsetDateTime;

use crate::vehicle::{
    car::Car,
    catalogue::permission_of,
    reading::Trouble,
    wording::{age, condition::explanation},
};

/// What is the matter with one value, in a few words, and the way to mend it; the whole of it, and
/// Smartcar's own words, behind a fold.
pub(super) fn trouble(car: &Car, code: &str, trouble: &Trouble, now: OffsetDateTime) -> AnyView {
    let told = explanation(trouble.condition);
    let words = format!("{} {}", told.reason, told.remedy);
    view! {
        {format!("{}. ", told.name)}
        {told.way_view(car, permission_of(code))}
        <details class="fold fold-small">
            <summary>"Details"</summary>
            <p>{words.trim_end().to_owned()}</p>
            <p>{codes(&[trouble], now)}</p>
        </details>
    }
    .into_any()
}

/// Smartcar's own words of several values, behind a fold.
pub(super) fn details(troubles: &[&Trouble], now: OffsetDateTime) -> Option<AnyView> {
    let codes = codes(troubles, now)?;
    Some(
        view! {
            <details class="fold fold-small">
                <summary>"Details"</summary>
                <p>{codes}</p>
            </details>
        }
        .into_any(),
    )
}

/// Smartcar's own words, each once, for support.
fn codes(troubles: &[&Trouble], now: OffsetDateTime) -> Option<AnyView> {
    let since = troubles.iter().map(|trouble| trouble.since).max()?;
    let mut codes: Vec<&str> = troubles
        .iter()
        .filter_map(|trouble| trouble.code.as_deref())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    let words = if codes.is_empty() {
        "Smartcar gave no code"
    } else {
        "Smartcar’s code, for support:"
    };
    let codes: Vec<_> = codes
        .into_iter()
        .map(|code| view! { " "<code>{code.to_owned()}</code> })
        .collect();
    Some(view! { {words}{codes}", told "{age::view(since, now)}"." }.into_any())
}
