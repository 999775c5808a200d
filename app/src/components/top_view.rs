//! The car from above.

use leptos::prelude::*;

/// A car from above, in the dial of a gauge: decoration, hidden from a screen reader.
///
/// The drawing is centred on the car, its front at the top; what stands on the left is the mirror
/// image of the right. It has no moving part yet, and so it is one piece of text to the browser.
#[component]
pub fn TopView() -> AnyView {
    view! {
        <div class="picture"><svg
            class="top-view"
            viewBox="-240 -240 480 480"
            width="480"
            height="480"
            aria-hidden="true"
            focusable="false"
        >
            <circle class="dial-fine" r="226" pathLength="180" />
            <circle class="dial-coarse" r="222" pathLength="36" />
            <circle class="dial-scale" r="204" pathLength="360" />
            <circle class="dial-needle" r="204" pathLength="360" />
            <path class="centre-line" d="M0-236V236M-236 0H236" />
            <g class="tyres">
                <rect x="-76" y="-136" width="20" height="46" rx="6" />
                <rect x="56" y="-136" width="20" height="46" rx="6" />
                <rect x="-76" y="92" width="20" height="46" rx="6" />
                <rect x="56" y="92" width="20" height="46" rx="6" />
            </g>
            <path class="mirror" d="M70-58 84-53C90-50 90-41 85-40L71-43Z" />
            <path class="mirror" d="M-70-58-84-53C-90-50-90-41-85-40L-71-43Z" />
            <path
                class="body"
                d="M-38-178C-14-184 14-184 38-178 57-173 66-160 68-138 70-116 71-98 71-76L71 84C71 112 70 132 67 150 64 168 55 176 38 179 14 183-14 183-38 179-55 176-64 168-67 150-70 132-71 112-71 84L-71-76C-71-98-70-116-68-138-66-160-57-173-38-178Z"
            />
            <path class="glass" d="M-57-62C-34-83 34-83 57-62L47-24C25-31-25-31-47-24Z" />
            <path class="glass" d="M-46 98C-24 104 24 104 46 98L53 130C30 141-30 141-53 130Z" />
            <path
                class="glass"
                d="M62-50C64-26 65 0 65 29L55 29C55 10 54-4 52-17ZM65 36C65 64 64 92 60 118L52 94C54 76 55 56 55 36Z"
            />
            <path
                class="glass"
                d="M-62-50C-64-26-65 0-65 29L-55 29C-55 10-54-4-52-17ZM-65 36C-65 64-64 92-60 118L-52 94C-54 76-55 56-55 36Z"
            />
            <path class="light" d="M42-173C56-169 63-158 65-137L60-143C57-155 52-163 42-168Z" />
            <path class="light" d="M-42-173C-56-169-63-158-65-137L-60-143C-57-155-52-163-42-168Z" />
            <path class="light light-rear" d="M41 175C55 172 62 165 65 151L60 155C57 163 51 168 41 170Z" />
            <path
                class="light light-rear"
                d="M-41 175C-55 172-62 165-65 151L-60 155C-57 163-51 168-41 170Z"
            />
            <path
                class="seam"
                d="M-50-80C-48-112-42-142-34-166M50-80C48-112 42-142 34-166M-44 148C-24 155 24 155 44 148M71-47 62-50M71 33 65 33M70 112 60 118M-71-47-62-50M-71 33-65 33M-70 112-60 118"
            />
        </svg></div>
    }
    .into_any()
}
