//! What the owner has allowed.

use leptos::prelude::*;

use crate::{home::PermissionList, routes, vehicle::car::Car};

/// A fold with what was granted, in plain words, and what each is for.
pub(super) fn permissions(car: &Car) -> AnyView {
    let granted = car.permissions.clone();
    let summary = format!("What you have allowed ({})", granted.len());
    let list = if granted.is_empty() {
        view! { <p>"Smartcar has not said what you have allowed."</p> }.into_any()
    } else {
        view! { <PermissionList permissions=granted /> }.into_any()
    };

    view! {
        <details class="fold page-fold">
            <summary>{summary}</summary>
            {list}
            <p>
                "To allow more, or less, " <a href=routes::LOGIN rel="external">
                    "connect the car again"
                </a> " and choose anew on Smartcar’s screen."
            </p>
        </details>
    }
    .into_any()
}
