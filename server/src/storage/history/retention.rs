//! How long what is kept.

use time::{Duration, OffsetDateTime};

use super::Resolution;

/// How long the history is kept. What was summed up by day is kept as long as its vehicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// For how many days each reading is kept.
    pub raw_days: u16,
    /// For how many days hours are kept, which is at least as long.
    pub hourly_days: u16,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            raw_days: 90,
            hourly_days: 730,
        }
    }
}

impl Retention {
    /// The day of whose readings the first are kept.
    pub(crate) fn raw_from(self, now: OffsetDateTime) -> OffsetDateTime {
        days_before(now, self.raw_days)
    }

    /// The day of whose hours the first are kept.
    pub(crate) fn hours_from(self, now: OffsetDateTime) -> OffsetDateTime {
        days_before(now, self.hourly_days.max(self.raw_days))
    }
}

/// Whole days: a day or an hour of which a part is gone could not be summed up anew.
fn days_before(now: OffsetDateTime, days: u16) -> OffsetDateTime {
    let then = now.checked_sub(Duration::days(days.into()));
    Resolution::Day.start(then.unwrap_or(now))
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn whole_days_are_kept() {
        let retention = Retention {
            raw_days: 1,
            hourly_days: 2,
        };
        let now = datetime!(2026-11-23 12:00 UTC);
        assert_eq!(retention.raw_from(now), datetime!(2026-11-22 00:00 UTC));
        assert_eq!(retention.hours_from(now), datetime!(2026-11-21 00:00 UTC));
    }

    #[test]
    fn hours_are_never_kept_shorter_than_readings() {
        let retention = Retention {
            raw_days: 9,
            hourly_days: 2,
        };
        let now = datetime!(2026-11-23 12:00 UTC);
        assert_eq!(retention.hours_from(now), retention.raw_from(now));
    }
}
