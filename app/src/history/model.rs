//! The history of a car as its page knows it. Values are in the reader's units already.

use time::{Duration, OffsetDateTime};

use super::span::{Span, SpanProblem};
use crate::vehicle::{model::Vehicle, value::Unit};

/// What is shown over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// How full the battery is.
    Battery,
    /// How far the battery goes.
    BatteryRange,
    /// How far the car has been driven.
    Odometer,
    /// How full the tank is.
    FuelLevel,
    /// How much is in the tank.
    FuelAmount,
    /// How far the fuel goes.
    FuelRange,
    /// How warm it is outside.
    OutsideTemperature,
    /// How warm it is inside.
    InsideTemperature,
    /// The pressure of one tyre. Rows are counted from the front, columns from the left, from 0.
    TyrePressure {
        /// Its row.
        row: u8,
        /// Its column.
        column: u8,
    },
    /// With how much power the car charges.
    ChargePower,
}

/// What a measure said within one piece of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// When the piece begins.
    pub at: OffsetDateTime,
    /// How long it is.
    pub length: Duration,
    /// The lowest reading.
    pub low: f64,
    /// The mean of them.
    pub mean: f64,
    /// The highest.
    pub high: f64,
    /// The last.
    pub last: f64,
    /// How many there were.
    pub readings: u32,
}

impl Point {
    /// Whether every value is a number that can be drawn.
    pub(super) fn is_finite(&self) -> bool {
        [self.low, self.mean, self.high, self.last]
            .into_iter()
            .all(f64::is_finite)
    }
}

/// One measure over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Which one.
    pub measure: Measure,
    /// The unit of its values.
    pub unit: Unit,
    /// Oldest first; only pieces that have readings. The odometer begins a piece before the span: from
    /// there the first distance is counted.
    pub points: Vec<Point>,
}

/// From the plug in to the plug out, or as long as is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Session {
    /// When charging began.
    pub started_at: OffsetDateTime,
    /// When it ended; `None`: it goes on, as far as is known.
    pub ended_at: Option<OffsetDateTime>,
    /// How full the battery was then, in percent.
    pub start_percent: Option<f64>,
    /// How full it was in the end, in percent.
    pub end_percent: Option<f64>,
    /// What was charged, in kilowatt-hours; `None`: the car did not say.
    pub energy_added: Option<f64>,
}

/// From the first reading of anything to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// When the first was true.
    pub first: OffsetDateTime,
    /// When the last was.
    pub last: OffsetDateTime,
}

/// What there is in one span of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// The span.
    pub span: Span,
    /// The measures that have readings in it.
    pub series: Vec<Series>,
    /// The charging sessions that touch it, oldest first.
    pub sessions: Vec<Session>,
}

/// The history of one car, and how to show it.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryView {
    /// The car.
    pub vehicle: Vehicle,
    /// What was asked for, or why it cannot be.
    pub asked: Result<Recorded, SpanProblem>,
    /// How far the history goes; `None`: nothing was ever kept.
    pub reach: Option<Reach>,
    /// The instant of this view.
    pub now: OffsetDateTime,
}
