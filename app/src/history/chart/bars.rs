//! Distances as bars.

use super::Scale;
use crate::history::{driven::Driven, span::Span};

/// A bar as it is drawn, in fractions of the plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::history) struct Bar {
    /// Its left edge.
    pub(in crate::history) x: f64,
    /// How wide it is.
    pub(in crate::history) width: f64,
    /// How high it is.
    pub(in crate::history) height: f64,
    /// Whether it is known to belong to just this time; else it is drawn as an outline.
    pub(in crate::history) is_watched: bool,
}

/// A bar for each distance that is more than none.
pub(in crate::history) fn bars(driven: &[Driven], span: &Span, scale: &Scale) -> Vec<Bar> {
    /// What is left free on either side, as a part of the width.
    const GAP: f64 = 0.1;

    driven
        .iter()
        .filter(|one| one.distance > 0.)
        .map(|one| {
            let (from, until) = (span.fraction(one.from), span.fraction(one.until));
            let width = until - from;
            Bar {
                x: from + width * GAP,
                width: width * (1. - 2. * GAP),
                height: scale.fraction(one.distance),
                is_watched: one.is_watched,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use time::{Duration, macros::date};

    use super::*;
    use crate::history::{chart::Ends, span::Period};

    #[test]
    fn a_bar_stands_in_its_time_and_none_where_nothing_was_driven() {
        let day = Period::Day.around(date!(2026 - 11 - 27));
        let driven: Vec<Driven> = [(0, 6, 30.), (6, 12, 0.), (12, 24, 1e308)]
            .into_iter()
            .map(|(from, until, distance)| Driven {
                from: day.from + Duration::hours(from),
                until: day.from + Duration::hours(until),
                distance,
                is_watched: from == 0,
            })
            .collect();
        let scale = Scale::of([0., 60.], Ends::FromZero);
        let bars = bars(&driven, &day, &scale);
        assert_eq!(bars.len(), 2);
        assert!((bars[0].x - 0.025).abs() < 1e-9);
        assert!((bars[0].width - 0.2).abs() < 1e-9);
        assert!((bars[0].height - 0.5).abs() < 1e-9);
        assert!(bars[0].is_watched && !bars[1].is_watched);
        assert!((bars[1].height - 1.).abs() < 1e-9);
    }
}
