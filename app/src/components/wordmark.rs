//! Carport's mark and name.

use leptos::prelude::*;

/// The way home: a car seen from above, in the dial of a gauge, and the name. `public/favicon.svg`
/// shows the same car.
#[component]
pub fn Wordmark() -> AnyView {
    view! {
        <a class="wordmark" href="/">
            <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
            <path class="mark-dial" d="M8.22 25.78a12.5 12.5 0 1 1 15.56 0" />
            <path
                class="mark-car"
                fill-rule="evenodd"
                d="M16 7c2.6 0 4.4 1.2 4.6 3.6l.4 5.4-.4 8.2c-.1 2-1.9 3.3-4.6 3.3s-4.5-1.3-4.6-3.3L11 16l.4-5.4C11.6 8.2 13.4 7 16 7Zm-3 7.4.7 2.2h4.6l.7-2.2c-1.8-.9-4.2-.9-6 0Zm.7 7.8-.5 1.9c1.7.8 3.9.8 5.6 0l-.5-1.9Z"
            />
        </svg>
            <span>"Carport"</span>
        </a>
    }
    .into_any()
}
