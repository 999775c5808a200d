//! What vehicles said over time.
//!
//! A reading is kept as it came for some time, summed up by hour for a longer one, and by day for good
//! ([`Retention`]). Hours and days are those of UTC.

mod charging;
mod kept;
mod measure;
mod retention;
mod sums;

use async_trait::async_trait;
use smartcar::{UserId, VehicleId};
use time::{Duration, OffsetDateTime};

use super::StoreError;

pub(super) use charging::{COUNTED_FROM, ChargingRows, ChargingSeries, recount, sessions_touching};
pub(super) use kept::{KeptReading, kept_readings};
pub use measure::Measure;
pub use retention::Retention;
pub(super) use sums::{Sum, days_of};

/// How many hours are summed up in one step, and how many rows are removed in one: few enough that
/// nobody who writes has to wait for long.
pub(super) const HOURS_AT_ONCE: i64 = 500;
pub(super) const ROWS_AT_ONCE: i64 = 10_000;

/// What vehicles said over time. All of it goes with its vehicle.
///
/// It is written where signals are taken in, and worked on in the background by [`condense`],
/// [`thin`] and [`sweep`]: each takes one step in one transaction, returns how much it did, and has
/// nothing more to do when that is 0. Each may be stopped at any moment, and several replicas may call
/// it at once. What is read is right at every moment: it takes along what waits to be summed up.
///
/// [`condense`]: History::condense
/// [`thin`]: History::thin
/// [`sweep`]: History::sweep
#[async_trait]
pub trait History: Send + Sync + 'static {
    /// Which measures were ever kept of a vehicle, and the instants of the first and last reading of
    /// each.
    async fn measures(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
    ) -> Result<Vec<MeasureSpan>, StoreError>;

    /// Points of one measure in [`from`, `until`), oldest first, only pieces that have readings. A
    /// piece that begins before `from` and ends after it is among them. Minute and `FiveMinutes` come
    /// from raw readings (and so are empty where these were thinned), Hour and Day from their tables
    /// plus what is not yet summed up.
    async fn points(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        measure: Measure,
        from: OffsetDateTime,
        until: OffsetDateTime,
        resolution: Resolution,
    ) -> Result<Vec<Point>, StoreError>;

    /// Readings of one measure as they came, after this instant (from the first, when `None`), oldest
    /// first and at most so many.
    async fn readings(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        measure: Measure,
        after: Option<OffsetDateTime>,
        limit: u32,
    ) -> Result<Vec<StoredReading>, StoreError>;

    /// Sessions that touch [`from`, `until`), oldest first.
    async fn charging_sessions(
        &self,
        owner: &UserId,
        vehicle: &VehicleId,
        from: OffsetDateTime,
        until: OffsetDateTime,
    ) -> Result<Vec<ChargingSession>, StoreError>;

    /// Sums up some of the hours that have ended and whose readings have changed. Returns how many.
    async fn condense(&self, now: OffsetDateTime) -> Result<u64, StoreError>;

    /// Removes some of the readings and hours that are older than they are kept for. Returns of how
    /// many series.
    async fn thin(&self, now: OffsetDateTime) -> Result<u64, StoreError>;

    /// Removes some of the rows that vehicles have left behind. Returns how many.
    async fn sweep(&self) -> Result<u64, StoreError>;
}

/// A measure that was kept of a vehicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasureSpan {
    /// The measure.
    pub measure: Measure,
    /// Its first reading; where only the sums of a day or an hour are left, the beginning of that.
    pub first: OffsetDateTime,
    /// Its last reading; likewise.
    pub last: OffsetDateTime,
}

/// What a measure was at one instant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StoredReading {
    /// What was measured.
    pub measure: Measure,
    /// When the car says it was so.
    pub at: OffsetDateTime,
    /// In the unit of the measure.
    pub value: f64,
}

/// Into how long pieces a period is cut (UTC).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each says how long it is")]
pub enum Resolution {
    Minute,
    FiveMinutes,
    Hour,
    Day,
}

impl Resolution {
    /// How long a piece is.
    pub const fn length(self) -> Duration {
        match self {
            Self::Minute => Duration::MINUTE,
            Self::FiveMinutes => Duration::minutes(5),
            Self::Hour => Duration::HOUR,
            Self::Day => Duration::DAY,
        }
    }

    /// The beginning of the piece that holds this instant.
    pub fn start(self, instant: OffsetDateTime) -> OffsetDateTime {
        let seconds = self.length().whole_seconds();
        let past = instant.unix_timestamp().rem_euclid(seconds);
        let whole = instant - Duration::nanoseconds(instant.nanosecond().into());
        // At the very beginning of what `time` can hold there is no earlier instant.
        whole
            .checked_sub(Duration::seconds(past))
            .unwrap_or(whole)
            .to_offset(time::UtcOffset::UTC)
    }
}

/// What a measure said within one piece of a period, in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// When the piece begins.
    pub from: OffsetDateTime,
    /// The least.
    pub low: f64,
    /// The mean of the readings.
    pub mean: f64,
    /// The greatest.
    pub high: f64,
    /// What the last reading said.
    pub last: f64,
    /// How many readings there were.
    pub readings: u32,
}

/// A time in which a vehicle was charging.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChargingSession {
    /// When the car first said that it is charging.
    pub started_at: OffsetDateTime,
    /// When the car first said that it is not any more. `None`: still charging, as far as is known.
    pub ended_at: Option<OffsetDateTime>,
    /// The state of charge about when it started.
    pub start_percent: Option<f64>,
    /// The state of charge about when it ended.
    pub end_percent: Option<f64>,
    /// kWh, from charge-energyadded; `None`: the car did not say.
    pub energy_added: Option<f64>,
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn a_piece_begins_by_utc_whatever_the_offset_and_before_1970_too() {
        let at = datetime!(2026-11-23 01:47:31.5 +05:30);
        assert_eq!(
            [
                Resolution::Minute,
                Resolution::FiveMinutes,
                Resolution::Hour,
                Resolution::Day
            ]
            .map(|resolution| resolution.start(at)),
            [
                datetime!(2026-11-22 20:17 UTC),
                datetime!(2026-11-22 20:15 UTC),
                datetime!(2026-11-22 20:00 UTC),
                datetime!(2026-11-22 00:00 UTC),
            ]
        );
        assert_eq!(
            Resolution::Day.start(datetime!(1969-12-31 23:59:59.9 UTC)),
            datetime!(1969-12-31 00:00 UTC)
        );
    }
}
