//! The history of a car, a page at a time.

use time::{Duration, OffsetDateTime};

use super::{Export, stream::Broken};
use crate::storage::{ChargingSession, Measure, MeasureSpan, Point, Resolution, StoredReading};

/// How many readings are read at once.
const READINGS: u32 = 1_000;
/// What is read at once of hours, and of days.
const HOURS: Duration = Duration::days(50);
const DAYS: Duration = Duration::days(1_000);

impl Export {
    pub(super) async fn measures(&self) -> Result<Vec<MeasureSpan>, Broken> {
        let vehicle = &self.vehicle.vehicle;
        let store = &self.state.store;
        Ok(store.measures(&vehicle.owner, &vehicle.vehicle).await?)
    }

    /// The readings after this one; none when there are no more.
    pub(super) async fn readings_after(
        &self,
        measure: Measure,
        last: Option<OffsetDateTime>,
    ) -> Result<Vec<StoredReading>, Broken> {
        let vehicle = &self.vehicle.vehicle;
        let store = &self.state.store;
        Ok(store
            .readings(&vehicle.owner, &vehicle.vehicle, measure, last, READINGS)
            .await?)
    }

    /// The hours or days of a stretch of time.
    pub(super) async fn sums(
        &self,
        measure: Measure,
        resolution: Resolution,
        (from, until): (OffsetDateTime, OffsetDateTime),
    ) -> Result<Vec<Point>, Broken> {
        let vehicle = &self.vehicle.vehicle;
        let store = &self.state.store;
        Ok(store
            .points(
                &vehicle.owner,
                &vehicle.vehicle,
                measure,
                from,
                until,
                resolution,
            )
            .await?)
    }

    /// Of however many years.
    pub(super) async fn charging_sessions(&self) -> Result<Vec<ChargingSession>, Broken> {
        let vehicle = &self.vehicle.vehicle;
        let (from, until) = (OffsetDateTime::UNIX_EPOCH, self.now + Duration::DAY);
        let store = &self.state.store;
        Ok(store
            .charging_sessions(&vehicle.owner, &vehicle.vehicle, from, until)
            .await?)
    }
}

/// A measure's time in stretches, each of which has no more hours or days than can be read at once.
pub(super) fn stretches(
    span: &MeasureSpan,
    resolution: Resolution,
) -> impl Iterator<Item = (OffsetDateTime, OffsetDateTime)> + use<> {
    let length = if resolution == Resolution::Day {
        DAYS
    } else {
        HOURS
    };
    let last = span.last;
    let first = Resolution::Day.start(span.first);
    std::iter::successors(Some(first), move |from| from.checked_add(length))
        .take_while(move |from| *from <= last)
        .map(move |from| (from, from.saturating_add(length)))
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn stretches_hold_the_whole_span_and_do_not_overlap() {
        let span = MeasureSpan {
            measure: Measure::Battery,
            first: datetime!(2020-01-01 07:30 UTC),
            last: datetime!(2026-11-23 12:00 UTC),
        };
        for resolution in [Resolution::Hour, Resolution::Day] {
            let stretches: Vec<_> = stretches(&span, resolution).collect();
            assert_eq!(stretches[0].0, datetime!(2020-01-01 00:00 UTC));
            assert!(stretches.last().unwrap().1 > span.last);
            for pair in stretches.windows(2) {
                assert_eq!(pair[0].1, pair[1].0);
            }
        }
    }
}
