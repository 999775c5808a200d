//! The systems of the car that say they are well: one line for all of them.

use leptos::prelude::*;
use time::OffsetDateTime;

use super::reading_row::{age_of, label_text};
use crate::vehicle::{reading::Reading, value::Value, wording::plain::counted};

/// Whether it is a system that says it is well, and nothing more.
pub(super) fn is_fine(reading: &Reading) -> bool {
    reading.trouble.is_none()
        && reading.last_good.as_ref().is_some_and(|good| {
            matches!(
                good.value,
                Value::Diagnostic {
                    is_alert: Some(false),
                    description: None,
                    ..
                }
            )
        })
}

/// "21 systems OK", with their names behind it.
pub(super) fn fine_systems(readings: &[&Reading], now: OffsetDateTime) -> Option<AnyView> {
    if readings.is_empty() {
        return None;
    }
    let summary = format!("{} OK", counted(readings.len(), "system", "systems"));
    let systems: Vec<_> = readings
        .iter()
        .filter_map(|reading| {
            let good = reading.last_good.as_ref()?;
            Some(view! {
                <li>
                    {label_text(reading)}" "
                    <span class="reading-age">{age_of(&reading.code, good, now)}</span>
                </li>
            })
        })
        .collect();

    Some(
        view! {
            <details class="fold systems">
                <summary>{summary}</summary>
                <ul>{systems}</ul>
            </details>
        }
        .into_any(),
    )
}
