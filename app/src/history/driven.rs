//! From what the odometer said to what was driven.

use time::OffsetDateTime;

use super::{condense::condense, model::Point, piece::Piece, span::Span};

/// A distance, and when it was driven.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Driven {
    /// From when on.
    pub(super) from: OffsetDateTime,
    /// Until when.
    pub(super) until: OffsetDateTime,
    /// How far, in the unit of the odometer; never less than nothing.
    pub(super) distance: f64,
    /// Whether all of this time was watched, piece by piece. Otherwise it was driven somewhen within it.
    pub(super) is_watched: bool,
}

/// What was driven in each piece. Where the odometer said nothing for longer than a piece, the distance
/// belongs to all of that time together. An odometer that goes back (another instrument, a correction)
/// has driven nothing, and counts from there.
pub(super) fn driven(points: &[Point], span: &Span, piece: Piece) -> Vec<Driven> {
    let mut all = Vec::new();
    let mut before: Option<(OffsetDateTime, f64)> = None;
    for point in condense(points, piece) {
        let start = piece.start_of(point.at);
        let end = piece
            .end_of(start)
            .max(point.at.saturating_add(point.length));
        let (from, base) = match before {
            Some((ended, last)) if ended >= start => (start, last),
            // It stood still all the while.
            Some((_, last)) if last >= point.low => (start, last),
            Some((ended, last)) => (ended, last),
            None => (start, point.low),
        };
        before = Some((end, point.last));
        let distance = (point.last - base).max(0.);
        if end > span.from && start < span.until && distance.is_finite() {
            all.push(Driven {
                from: from.max(span.from),
                until: end.min(span.until),
                distance,
                is_watched: from == start,
            });
        }
    }
    all
}

/// All of it together.
pub(super) fn total(driven: &[Driven]) -> f64 {
    driven.iter().map(|one| one.distance).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::{
        Duration,
        macros::{date, datetime},
    };

    use super::{
        super::{
            span::Period,
            test_points::{point, steady},
        },
        *,
    };

    const MIDNIGHT: OffsetDateTime = datetime!(2026-11-27 0:00 UTC);

    fn day() -> Span {
        Period::Day.around(date!(2026 - 11 - 27))
    }

    fn hour(hours: i64) -> OffsetDateTime {
        MIDNIGHT + Duration::hours(hours)
    }

    #[test]
    fn distance_is_counted_from_the_piece_before() {
        let points = [
            steady(hour(-1), 100.),
            point(hour(0), [100., 105., 112.], 3),
            steady(hour(1), 115.),
        ];
        let driven = driven(&points, &day(), Piece::Hour);
        let distances: Vec<f64> = driven.iter().map(|one| one.distance).collect();
        assert_eq!(distances, [12., 3.]);
        assert!(driven.iter().all(|one| one.is_watched));
        assert_eq!((driven[0].from, driven[0].until), (hour(0), hour(1)));
        assert!((total(&driven) - 15.).abs() < 1e-9);
    }

    #[test]
    fn without_a_piece_before_it_is_counted_from_the_first_reading() {
        let driven = driven(
            &[point(hour(5), [100., 105., 112.], 3)],
            &day(),
            Piece::Hour,
        );
        assert_eq!(driven.len(), 1);
        assert!((driven[0].distance - 12.).abs() < 1e-9);
    }

    #[test]
    fn what_was_driven_unwatched_belongs_to_the_whole_time() {
        let points = [steady(hour(2), 100.), steady(hour(9), 130.)];
        let driven = driven(&points, &day(), Piece::Hour);
        assert_eq!(driven.len(), 2);
        let unwatched = driven[1];
        assert!(!unwatched.is_watched);
        assert_eq!((unwatched.from, unwatched.until), (hour(3), hour(10)));
        assert!((unwatched.distance - 30.).abs() < 1e-9);
    }

    #[test]
    fn a_car_that_stood_still_unwatched_has_driven_only_since() {
        let points = [steady(hour(2), 100.), point(hour(9), [100., 110., 120.], 5)];
        let driven = driven(&points, &day(), Piece::Hour);
        assert!(driven[1].is_watched);
        assert_eq!((driven[1].from, driven[1].distance), (hour(9), 20.));
    }

    #[test]
    fn an_odometer_that_goes_back_has_driven_nothing() {
        let points = [
            steady(hour(1), 90_000.),
            steady(hour(2), 12.),
            steady(hour(3), 20.),
        ];
        let driven = driven(&points, &day(), Piece::Hour);
        let distances: Vec<f64> = driven.iter().map(|one| one.distance).collect();
        assert_eq!(distances, [0., 0., 8.]);
    }

    proptest! {
        #[test]
        fn no_odometer_drives_backwards_or_out_of_the_span(
            readings in prop::collection::vec((-60_i64..60, prop::num::f64::ANY), 0..40),
        ) {
            let mut points: Vec<Point> = readings
                .into_iter()
                .map(|(at, value)| steady(hour(at), value))
                .collect();
            points.sort_by_key(|point| point.at);
            for one in driven(&points, &day(), Piece::Hour) {
                prop_assert!(one.distance >= 0. && one.distance.is_finite());
                prop_assert!(day().from <= one.from && one.from < one.until);
                prop_assert!(one.until <= day().until);
            }
        }
    }
}
