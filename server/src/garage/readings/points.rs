//! Points over time in the reader's unit.

use app::{
    history::model::Point,
    vehicle::{units::Units, value::Unit},
};
use smartcar::signals;

use super::quantity::shown;

/// Points that are kept in this unit, in the reader's, and which that is.
pub(in crate::garage) fn converted(
    points: Vec<Point>,
    kept: &signals::Unit,
    units: Units,
) -> (Vec<Point>, Unit) {
    let convert = |value: f64| shown(&signals::Quantity::new(value, kept.clone()), units);
    let points = points
        .into_iter()
        .map(|point| Point {
            low: convert(point.low).value,
            mean: convert(point.mean).value,
            high: convert(point.high).value,
            last: convert(point.last).value,
            ..point
        })
        .collect();
    (points, convert(0.).unit)
}

#[cfg(test)]
mod tests {
    use time::{Duration, macros::datetime};

    use super::*;

    #[test]
    fn every_value_of_a_point_is_in_the_readers_unit() {
        let point = Point {
            at: datetime!(2026-11-27 12:00 UTC),
            length: Duration::HOUR,
            low: -10.,
            mean: 0.,
            high: 100.,
            last: 20.,
            readings: 3,
        };
        let (points, unit) = converted(vec![point], &signals::Unit::Celsius, Units::IMPERIAL);
        assert_eq!(unit, Unit::Fahrenheit);
        let [shown] = points[..] else {
            panic!("one point")
        };
        for (value, expected) in [
            (shown.low, 14.),
            (shown.mean, 32.),
            (shown.high, 212.),
            (shown.last, 68.),
        ] {
            assert!((value - expected).abs() < 1e-9, "{value} {expected}");
        }
        assert_eq!((shown.at, shown.readings), (point.at, 3));

        let (points, unit) = converted(vec![point], &signals::Unit::Percent, Units::IMPERIAL);
        assert_eq!((points, unit), (vec![point], Unit::Percent));
    }
}
