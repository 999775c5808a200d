//! Several points as one.

use super::{model::Point, piece::Piece};

/// The points, summed up by longer pieces. A point that is longer than these already stays, and so do
/// those that stand alone. A value that is no number is left out.
pub(super) fn condense(points: &[Point], piece: Piece) -> Vec<Point> {
    let mut condensed: Vec<Point> = Vec::new();
    for point in points.iter().filter(|point| point.is_finite()) {
        let start = piece.start_of(point.at);
        match condensed.last_mut() {
            Some(last) if piece.start_of(last.at) == start => add(last, point),
            _ => condensed.push(Point {
                at: start.min(point.at),
                length: point.length.max(piece.end_of(start) - start),
                mean: point
                    .mean
                    .clamp(point.low.min(point.high), point.high.max(point.low)),
                ..*point
            }),
        }
    }
    condensed
}

/// Each mean counts as often as there were readings. Its parts are small enough to be added.
fn add(sum: &mut Point, point: &Point) {
    let (before, more) = (
        f64::from(sum.readings.max(1)),
        f64::from(point.readings.max(1)),
    );
    let all = before + more;
    let mean = sum.mean * (before / all) + point.mean * (more / all);
    sum.low = sum.low.min(point.low);
    sum.high = sum.high.max(point.high);
    sum.mean = mean.clamp(sum.low, sum.high);
    sum.last = point.last;
    sum.length = sum.length.max(point.length);
    sum.readings = sum.readings.saturating_add(point.readings);
}

#[cfg(test)]
mod tests {
    use time::{Duration, macros::datetime};

    use super::{super::test_points::point, *};

    const NOON: time::OffsetDateTime = datetime!(2026-11-27 12:00 UTC);

    #[test]
    fn what_falls_into_a_piece_is_summed_up() {
        let points = [
            point(NOON, [1., 2., 3.], 3),
            point(NOON + Duration::minutes(5), [0., 6., 9.], 1),
            point(NOON + Duration::minutes(60), [5., 5., 5.], 1),
        ];
        let condensed = condense(&points, Piece::Hour);
        assert_eq!(condensed.len(), 2);
        let first = condensed[0];
        assert_eq!((first.at, first.length), (NOON, Duration::HOUR));
        assert_eq!((first.low, first.mean, first.high), (0., 3., 9.));
        assert_eq!((first.last, first.readings), (9., 4));
        assert_eq!(condensed[1].at, NOON + Duration::HOUR);
    }

    #[test]
    fn a_point_that_is_longer_than_the_piece_stays() {
        let mut long = point(NOON, [1., 2., 3.], 60);
        long.length = Duration::HOUR;
        let condensed = condense(&[long], Piece::FiveMinutes);
        assert_eq!(condensed, [long]);
    }

    #[test]
    fn what_is_no_number_is_left_out_and_the_huge_does_not_overflow() {
        let points = [
            point(NOON, [f64::MAX; 3], u32::MAX),
            point(NOON, [f64::NAN, 1., 2.], 1),
            point(NOON, [1., f64::INFINITY, 2.], 1),
            point(NOON, [f64::MIN; 3], u32::MAX),
        ];
        let condensed = condense(&points, Piece::Day);
        assert_eq!(condensed.len(), 1);
        assert!(condensed[0].is_finite());
        assert_eq!((condensed[0].low, condensed[0].high), (f64::MIN, f64::MAX));
    }
}
