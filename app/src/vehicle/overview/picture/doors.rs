//! The doors: a line in the side of the car, or a leaf that stands out of it.

use leptos::prelude::*;

use super::state::Rows;

/// From where to where the doors of a row go, from the front.
const SPANS: [&[(i32, i32)]; 3] = [
    &[(-66, 44)],
    &[(-66, 18), (22, 104)],
    &[(-66, -8), (-4, 48), (52, 104)],
];

/// Every door. What stands on the left is the mirror image of the right.
pub(super) fn doors(rows: &Rows) -> AnyView {
    let spans = SPANS[rows.len().clamp(1, SPANS.len()) - 1];
    let side = |column: usize| -> Vec<AnyView> {
        rows.iter()
            .zip(spans)
            .map(|(row, span)| door(row[column], *span))
            .collect()
    };
    view! {
        <g transform="scale(-1 1)">{side(0)}</g>
        <g>{side(1)}</g>
    }
    .into_any()
}

fn door(is_open: Option<bool>, (from, to): (i32, i32)) -> AnyView {
    let line = format!("M70.5{} V{}", spaced(from), to);
    match is_open {
        Some(false) => {
            let seams = format!("M72{} H61M72{} H61", spaced(from), spaced(to));
            view! {
                <path class="seam" d=seams />
                <path class="part part-closed" d=line />
            }
            .into_any()
        }
        None => view! {
            <path class="gap" d=line.clone() />
            <path class="part part-untold" d=line />
        }
        .into_any(),
        Some(true) => {
            let length = to - from;
            let hinge = format!("translate(70 {from})");
            // The leaf stands 58 degrees out of the side; the arc is the way it went.
            let (out, back) = (f64::from(length) * 0.848, f64::from(length) * 0.53);
            let swing = format!("M0 {length}A{length} {length} 0 0 0 {out:.1} {back:.1}");
            let leaf = format!("M-3 0H4V{}L-3 {length}Z", length - 6);
            view! {
                <path class="gap" d=line />
                <g transform=hinge>
                    <path class="swing" d=swing />
                    <path class="part part-open" transform="rotate(-58)" d=leaf />
                </g>
            }
            .into_any()
        }
    }
}

/// A number after another, with the space that a minus makes needless.
fn spaced(number: i32) -> String {
    format!(" {number}")
}
