//! The padlock on the roof.

use leptos::prelude::*;

/// Closed and solid, open and hollow, or dashed.
pub(super) fn lock(is_locked: Option<bool>) -> AnyView {
    let (class, shackle) = match is_locked {
        Some(true) => ("padlock padlock-locked", "M-8 64V55A8 8 0 0 1 8 55V64"),
        Some(false) => ("padlock", "M-8 64V50A8 8 0 0 1 7 46"),
        None => ("padlock padlock-untold", "M-8 64V55A8 8 0 0 1 8 55V64"),
    };
    view! {
        <g class=class>
            <path d=shackle />
            <rect x="-13" y="64" width="26" height="20" rx="3" />
        </g>
    }
    .into_any()
}
