//! The windows in the sides of the car.

use leptos::prelude::*;

use super::state::Rows;

/// From where to where the windows of a row go, from the front.
const SPANS: [&[(f64, f64)]; 3] = [
    &[(-50., 32.)],
    &[(-50., 31.), (37., 118.)],
    &[(-50., 4.), (10., 60.), (66., 118.)],
];

/// The outer edge of the glass on the right, from the front: how far back, how far out.
const OUTER: [(f64, f64); 4] = [(-50., 62.), (0., 65.), (36., 65.), (118., 60.)];
/// The inner edge.
const INNER: [(f64, f64); 5] = [
    (-50., 62.),
    (-17., 52.),
    (32., 55.),
    (94., 52.),
    (118., 60.),
];

/// Every window. What stands on the left is the mirror image of the right.
pub(super) fn windows(rows: &Rows) -> AnyView {
    let spans = SPANS[rows.len().clamp(1, SPANS.len()) - 1];
    let side = |column: usize| -> Vec<AnyView> {
        let mut panes: Vec<AnyView> = rows
            .iter()
            .zip(spans)
            .map(|(row, span)| pane(row[column], *span))
            .collect();
        if rows.len() == 1 {
            // The glass behind the only door does not open.
            panes.push(view! { <path class="glass" d=outline((38., 118.)) /> }.into_any());
        }
        panes
    };
    view! {
        <g transform="scale(-1 1)">{side(0)}</g>
        <g>{side(1)}</g>
    }
    .into_any()
}

fn pane(is_open: Option<bool>, span: (f64, f64)) -> AnyView {
    let class = match is_open {
        Some(false) => "glass",
        Some(true) => "part part-open",
        None => "part part-untold",
    };
    view! { <path class=class d=outline(span) /> }.into_any()
}

/// The glass between two heights: out along the outer edge, back along the inner one.
fn outline((from, to): (f64, f64)) -> String {
    let down = edge(&OUTER, from, to);
    let mut up = edge(&INNER, from, to);
    up.reverse();
    let points: Vec<String> = down
        .into_iter()
        .chain(up)
        .map(|(along, across)| format!("{across:.0} {along:.0}"))
        .collect();
    format!("M{}Z", points.join("L"))
}

/// The corners of an edge between two heights, and its ends there.
fn edge(corners: &[(f64, f64)], from: f64, to: f64) -> Vec<(f64, f64)> {
    let inside = corners
        .iter()
        .copied()
        .filter(|(along, _)| *along > from && *along < to);
    [(from, across(corners, from))]
        .into_iter()
        .chain(inside)
        .chain([(to, across(corners, to))])
        .collect()
}

/// How far out the edge is at this height.
fn across(corners: &[(f64, f64)], along: f64) -> f64 {
    corners
        .windows(2)
        .find(|pair| along <= pair[1].0)
        .map_or(0., |pair| {
            let ((from, near), (to, far)) = (pair[0], pair[1]);
            near + (far - near) * (along - from) / (to - from)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_follows_the_edges_of_the_glass() {
        assert_eq!(
            outline((-50., 31.)),
            "M62 -50L65 0L65 31L55 31L52 -17L62 -50Z"
        );
    }

    #[test]
    fn two_doors_leave_the_rear_glass_as_it_is() {
        let html = windows(&vec![[Some(true), None]]).to_html();
        assert_eq!(html.matches("part-open").count(), 1);
        assert_eq!(html.matches("part-untold").count(), 1);
        assert_eq!(html.matches(r#"class="glass""#).count(), 2);
    }
}
