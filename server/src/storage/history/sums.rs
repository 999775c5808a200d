//! Readings, summed up.

use std::collections::{BTreeMap, HashSet};

use time::OffsetDateTime;

use super::{Point, Resolution};

/// The readings of a piece of a period, summed up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sum {
    pub(crate) start: OffsetDateTime,
    pub(crate) low: f64,
    pub(crate) total: f64,
    pub(crate) high: f64,
    pub(crate) last: f64,
    pub(crate) readings: i64,
}

impl From<Sum> for Point {
    fn from(sum: Sum) -> Self {
        let readings = u32::try_from(sum.readings).unwrap_or(u32::MAX);
        Self {
            from: sum.start,
            low: sum.low,
            // A sum of many is rounded often, and no mean lies outside of what it is the mean of.
            mean: (sum.total / f64::from(readings.max(1))).clamp(sum.low, sum.high),
            high: sum.high,
            last: sum.last,
            readings,
        }
    }
}

/// The days as they were summed up; those that are due, out of these hours, which come in their order.
pub(crate) fn days_of(days: Vec<Sum>, due: &HashSet<OffsetDateTime>, hours: &[Sum]) -> Vec<Sum> {
    let mut all: BTreeMap<OffsetDateTime, Sum> = days
        .into_iter()
        .filter(|day| !due.contains(&day.start))
        .map(|day| (day.start, day))
        .collect();
    for hour in hours {
        let start = Resolution::Day.start(hour.start);
        if !due.contains(&start) {
            continue;
        }
        all.entry(start)
            .and_modify(|day| {
                day.low = day.low.min(hour.low);
                day.total += hour.total;
                day.high = day.high.max(hour.high);
                day.last = hour.last;
                day.readings += hour.readings;
            })
            .or_insert(Sum { start, ..*hour });
    }
    all.into_values().collect()
}
