//! How long a value holds. After that it is shown as old: the lock of an hour ago may have been
//! opened since, the make of a car is the same in ten years.

use time::{Duration, OffsetDateTime};

/// How long a value of a kind of signal holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lasts {
    /// What a hand or a minute changes: locks, doors, charging, speed, place, temperatures.
    AnHour,
    /// What a drive changes: how full, how far, how many kilometres.
    HalfADay,
    /// What changes by itself and slowly: tyres, oil, faults, limits, software.
    AWeek,
    /// What stays: what the car is and was built with.
    Always,
}

impl Lasts {
    /// For a signal that Carport does not know.
    pub(super) const UNKNOWN: Self = Self::HalfADay;

    /// Whether a value of that instant is old by now.
    pub(super) fn is_old(self, then: OffsetDateTime, now: OffsetDateTime) -> bool {
        let limit = match self {
            Self::AnHour => Duration::HOUR,
            Self::HalfADay => Duration::hours(12),
            Self::AWeek => Duration::WEEK,
            Self::Always => return false,
        };
        now - then > limit
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    const NOW: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

    #[test]
    fn a_value_is_old_after_its_time_and_not_before() {
        for (lasts, limit) in [
            (Lasts::AnHour, Duration::hours(1)),
            (Lasts::HalfADay, Duration::hours(12)),
            (Lasts::AWeek, Duration::days(7)),
        ] {
            assert!(!lasts.is_old(NOW, NOW), "{lasts:?}");
            assert!(!lasts.is_old(NOW - limit, NOW), "{lasts:?}");
            assert!(
                lasts.is_old(NOW - limit - Duration::SECOND, NOW),
                "{lasts:?}"
            );
        }
    }

    #[test]
    fn what_stays_is_never_old() {
        assert!(!Lasts::Always.is_old(datetime!(1970-01-01 0:00 UTC), NOW));
    }

    #[test]
    fn a_clock_that_is_ahead_makes_nothing_old() {
        assert!(!Lasts::AnHour.is_old(NOW + Duration::WEEK, NOW));
    }
}
