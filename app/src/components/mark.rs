//! Carport's mark.

use leptos::prelude::*;

/// The mark: a car seen from above, in the dial of a gauge. `public/favicon.svg` shows the same.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path class="mark-dial" d="M8.22 25.78a12.5 12.5 0 1 1 15.56 0" />
            <path
                class="mark-car"
                fill-rule="evenodd"
                d="M16 7c2.6 0 4.4 1.2 4.6 3.6l.4 5.4-.4 8.2c-.1 2-1.9 3.3-4.6 3.3s-4.5-1.3-4.6-3.3L11 16l.4-5.4C11.6 8.200 13.4 7 16 7Zm-3 7.400.7 2.200h4.600l.7-2.200c-1.800-.9-4.200-.9-6 0Zm.7 7.800-.5 1.900c1.700.8 3.900.8 5.600 0l-.5-1.900Z"
            />
        </svg>
    }
}
