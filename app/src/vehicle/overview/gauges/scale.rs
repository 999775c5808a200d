//! The scale of a gauge, from empty to full.

use leptos::prelude::*;

/// A ruler with ten divisions, filled up to the level, with a mark where there is a limit. What it
/// shows stands in words beside it.
pub(super) fn scale(level: Option<f64>, limit: Option<f64>) -> AnyView {
    let level = level.map(|level| {
        let width = format!("{level:.1}%");
        view! { <rect class="scale-level" y="4" width=width height="14" /> }
    });
    let limit = limit.map(|limit| {
        let at = format!("{limit:.1}%");
        view! { <line class="scale-limit" x1=at.clone() x2=at y1="0" y2="28" /> }
    });

    view! {
        <svg class="scale" width="100%" height="32" aria-hidden="true" focusable="false">
            <rect class="scale-track" y="4" width="100%" height="14" />
            {level}
            <line class="scale-divisions" x1="0" x2="100%" y1="23" y2="23" pathLength="1000" stroke-dasharray="2 98" />
            <line class="scale-fine" x1="0" x2="100%" y1="21" y2="21" pathLength="1000" stroke-dasharray="2 18" />
            {limit}
        </svg>
    }
    .into_any()
}
