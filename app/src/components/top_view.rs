//! The car from above.

use leptos::prelude::*;

/// Outline of the body, front at the top, around the middle of the car.
const BODY: &str = "M-38-178C-14-184 14-184 38-178 57-173 66-160 68-138 70-116 71-98 71-76L71 84C71 112 70 132 67 150 64 168 55 176 38 179 14 183-14 183-38 179-55 176-64 168-67 150-70 132-71 112-71 84L-71-76C-71-98-70-116-68-138-66-160-57-173-38-178Z";
/// Windscreen, rear window and the side windows of the right; those of the left mirror them.
const WINDSCREEN: &str = "M-57-62C-34-83 34-83 57-62L47-24C25-31-25-31-47-24Z";
const REAR_WINDOW: &str = "M-46 98C-24 104 24 104 46 98L53 130C30 141-30 141-53 130Z";
const SIDE_WINDOWS: &str = "M62-50C64-26 65 0 65 29L55 29C55 10 54-4 52-17ZM65 36C65 64 64 92 60 118L52 94C54 76 55 56 55 36Z";
const MIRROR: &str = "M70-58 84-53C90-50 90-41 85-40L71-43Z";
const HEADLIGHT: &str = "M42-173C56-169 63-158 65-137L60-143C57-155 52-163 42-168Z";
const TAIL_LIGHT: &str = "M41 175C55 172 62 165 65 151L60 155C57 163 51 168 41 170Z";
const SEAMS: &str = "M-50-80C-48-112-42-142-34-166M50-80C48-112 42-142 34-166M-44 148C-24 155 24 155 44 148M71-47 62-50M71 33 65 33M70 112 60 118M-71-47-62-50M-71 33-65 33M-70 112-60 118";

/// A car from above, in the dial of a gauge: decoration, hidden from a screen reader.
#[component]
pub fn TopView() -> impl IntoView {
    view! {
        <svg class="top-view" viewBox="-240 -240 480 480" aria-hidden="true" focusable="false">
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
            <path class="mirror" d=MIRROR />
            <path class="mirror" d=MIRROR transform="scale(-1 1)" />
            <path class="body" d=BODY />
            <path class="glass" d=WINDSCREEN />
            <path class="glass" d=REAR_WINDOW />
            <path class="glass" d=SIDE_WINDOWS />
            <path class="glass" d=SIDE_WINDOWS transform="scale(-1 1)" />
            <path class="light" d=HEADLIGHT />
            <path class="light" d=HEADLIGHT transform="scale(-1 1)" />
            <path class="light light-rear" d=TAIL_LIGHT />
            <path class="light light-rear" d=TAIL_LIGHT transform="scale(-1 1)" />
            <path class="seam" d=SEAMS />
        </svg>
    }
}
