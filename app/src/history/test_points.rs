//! Points to order.

use time::{Duration, OffsetDateTime};

use super::model::Point;

/// Five minutes with this lowest, mean and highest value, the last of which is the highest.
pub(super) fn point(at: OffsetDateTime, [low, mean, high]: [f64; 3], readings: u32) -> Point {
    Point {
        at,
        length: Duration::minutes(5),
        low,
        mean,
        high,
        last: high,
        readings,
    }
}

/// Five minutes in which nothing changed.
pub(super) fn steady(at: OffsetDateTime, value: f64) -> Point {
    point(at, [value; 3], 1)
}
