//! A line through the readings, and how far they were apart within each piece.

use time::{Duration, OffsetDateTime};

use super::{Scale, coordinate};
use crate::history::{model::Point, span::Span};

/// Readings that are no farther apart than this are always joined.
const JOINED: Duration = Duration::HOUR;
/// Readings that are farther apart than this never are, unless each stands for more.
const APART: Duration = Duration::DAY;
/// Of fewer silences it cannot be said which are the usual ones.
const FEW: usize = 4;
/// So many times as long as it is silent otherwise: then a car has missed saying something.
const MISSED: f64 = 2.5;

/// A line as it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::history) struct Line {
    /// The path of the line, one piece for each stretch of time without a gap.
    pub(in crate::history) path: String,
    /// The outline of the band from the lowest to the highest; empty where they are the same.
    pub(in crate::history) band: String,
    /// The readings that stand alone: no line leads to them.
    pub(in crate::history) alone: Vec<Spot>,
    /// Every reading.
    pub(in crate::history) spots: Vec<Spot>,
    /// How often the line is interrupted.
    pub(in crate::history) gaps: usize,
}

/// The place of a reading, as fractions of the plot; from the left, and from the top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::history) struct Spot {
    /// The piece it stands for.
    pub(in crate::history) at: OffsetDateTime,
    /// From the left.
    pub(in crate::history) x: f64,
    /// From the top.
    pub(in crate::history) y: f64,
}

/// A line through the means of these points, interrupted where the car said nothing.
pub(in crate::history) fn line(points: &[Point], span: &Span, scale: &Scale) -> Line {
    let mut drawn = Line::default();
    for stretch in stretches(points) {
        let spots: Vec<Spot> = stretch
            .iter()
            .map(|point| spot(point, point.mean, span, scale))
            .collect();
        match spots.as_slice() {
            [only] => drawn.alone.push(*only),
            several => path(&mut drawn.path, several.iter()),
        }
        if stretch.iter().any(|point| point.low < point.high) {
            let highs: Vec<Spot> = stretch
                .iter()
                .map(|point| spot(point, point.high, span, scale))
                .collect();
            let lows: Vec<Spot> = stretch
                .iter()
                .map(|point| spot(point, point.low, span, scale))
                .collect();
            path(&mut drawn.band, highs.iter().chain(lows.iter().rev()));
            drawn.band.push('Z');
        }
        drawn.spots.extend(spots);
        drawn.gaps += 1;
    }
    drawn.gaps = drawn.gaps.saturating_sub(1);
    drawn
}

/// The points, cut where the car was silent for much longer than it is otherwise: no line leads across
/// what was missed. Some cars speak every minute, others every few hours.
fn stretches(points: &[Point]) -> impl Iterator<Item = &[Point]> {
    let mut silences: Vec<Duration> = points.windows(2).map(|two| two[1].at - two[0].at).collect();
    silences.sort_unstable();
    let joined = if silences.len() < FEW {
        JOINED
    } else {
        (silences[silences.len() / 2] * MISSED).clamp(JOINED, APART)
    };
    points.chunk_by(move |one, next| {
        let silence = next.at - one.at;
        // Pieces that are longer are joined to their neighbours.
        silence <= joined.max(one.length)
    })
}

/// In the middle of its piece.
fn spot(point: &Point, value: f64, span: &Span, scale: &Scale) -> Spot {
    let middle = point.at.saturating_add(point.length / 2);
    Spot {
        at: point.at,
        x: span.fraction(middle),
        y: 1. - scale.fraction(value),
    }
}

fn path<'spot>(path: &mut String, spots: impl Iterator<Item = &'spot Spot>) {
    let mut command = 'M';
    for spot in spots {
        path.push(command);
        path.push_str(&coordinate(spot.x));
        path.push(' ');
        path.push_str(&coordinate(spot.y));
        command = 'L';
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::macros::{date, datetime};

    use super::*;
    use crate::history::{
        chart::Ends,
        span::Period,
        test_points::{point, steady},
    };

    const MIDNIGHT: OffsetDateTime = datetime!(2026-11-27 0:00 UTC);

    fn drawn(points: &[Point]) -> Line {
        let scale = Scale::of(points.iter().map(|point| point.mean), Ends::Percent);
        line(points, &Period::Day.around(date!(2026 - 11 - 27)), &scale)
    }

    fn at(minutes: i64) -> OffsetDateTime {
        MIDNIGHT + Duration::minutes(minutes)
    }

    #[test]
    fn readings_are_joined_and_a_gap_is_a_gap() {
        let line = drawn(&[
            steady(at(720), 80.),
            steady(at(780), 60.),
            steady(at(931), 50.),
            steady(at(935), 40.),
        ]);
        assert_eq!(line.path, "M501.7 200L543.4 400M648.3 500L651 600");
        assert_eq!(line.gaps, 1);
        assert_eq!(line.band, "");
        assert!(line.alone.is_empty());
        assert_eq!(line.spots.len(), 4);
    }

    #[test]
    fn a_car_that_says_little_is_given_more_time() {
        let hours = [0, 4, 8, 12, 16, 27, 31];
        let points = hours.map(|hours| steady(at(hours * 60), 50.));
        let lengths: Vec<usize> = stretches(&points).map(<[_]>::len).collect();
        assert_eq!(lengths, [5, 2]);
    }

    #[test]
    fn longer_pieces_are_joined_to_their_neighbours_only() {
        let day = |days: i64| Point {
            length: Duration::DAY,
            ..steady(MIDNIGHT + Duration::days(days), 50.)
        };
        let points = [day(0), day(1), day(3)];
        assert_eq!(stretches(&points).count(), 2);
    }

    #[test]
    fn a_reading_that_stands_alone_is_a_spot() {
        let line = drawn(&[steady(at(0), 80.), steady(at(600), 60.)]);
        assert_eq!(line.path, "");
        assert_eq!(line.alone.len(), 2);
        assert!((line.alone[0].y - 0.2).abs() < 1e-9);
    }

    #[test]
    fn what_differs_within_a_piece_is_a_band() {
        let line = drawn(&[point(at(0), [40., 50., 60.], 5), steady(at(5), 50.)]);
        assert_eq!(line.band, "M1.7 400L5.2 500L5.2 500L1.7 600Z");
    }

    #[test]
    fn no_reading_is_no_line() {
        assert_eq!(drawn(&[]), Line::default());
    }

    proptest! {
        #[test]
        fn whatever_the_readings_every_coordinate_is_within_the_plot(
            readings in prop::collection::vec(
                (-5000_i64..5000, prop::num::f64::NORMAL | prop::num::f64::ZERO | prop::num::f64::SUBNORMAL),
                0..40,
            ),
        ) {
            let mut points: Vec<Point> = readings
                .into_iter()
                .map(|(minutes, value)| point(at(minutes), [value.min(0.), value, value.max(0.)], 2))
                .collect();
            points.sort_by_key(|point| point.at);
            let line = drawn(&points);
            for path in [&line.path, &line.band] {
                for number in path.split(|letter: char| " MLZ".contains(letter)).filter(|text| !text.is_empty()) {
                    let number: f64 = number.parse().unwrap();
                    prop_assert!((0. ..=1000.).contains(&number), "{path}");
                }
            }
            for spot in line.spots.iter().chain(&line.alone) {
                prop_assert!((0. ..=1.).contains(&spot.x) && (0. ..=1.).contains(&spot.y));
            }
        }
    }
}
