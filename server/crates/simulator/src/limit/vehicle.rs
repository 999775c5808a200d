//! What may be asked of one car.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use time::{Duration, Month, OffsetDateTime};

/// The limits of one car.
#[derive(Debug, Default)]
pub(crate) struct VehicleLimits {
    /// None: what the simulator is set to, or nothing.
    pub(crate) monthly: Option<Monthly>,
    pub(crate) throttle: Option<Throttle>,
    /// What was asked in a month.
    used: u32,
    month: Option<(i32, Month)>,
    latest: VecDeque<OffsetDateTime>,
}

/// The allowance of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Monthly {
    pub(crate) allowed: u32,
    /// What it has already cost, where that is to be changed.
    #[serde(default, skip_serializing)]
    pub(crate) used: Option<u32>,
}

/// So many requests in so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Throttle {
    pub(crate) requests: usize,
    pub(crate) per_seconds: u32,
}

/// Which limit a request is beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exceeded {
    /// Of a month.
    Monthly,
    /// Of a while; in so many seconds it may be asked again.
    Throttle(u64),
}

impl VehicleLimits {
    /// What was asked this month.
    pub(crate) fn used(&mut self, now: OffsetDateTime) -> u32 {
        let month = Some((now.year(), now.month()));
        if self.month != month {
            self.month = month;
            self.used = 0;
        }
        self.used
    }

    pub(crate) fn set_used(&mut self, used: u32, now: OffsetDateTime) {
        self.used(now);
        self.used = used;
    }

    /// Throttles from now on, whatever was asked before.
    pub(crate) fn set_throttle(&mut self, throttle: Option<Throttle>) {
        self.throttle = throttle;
        self.latest.clear();
    }

    /// Counts a request that costs so much, unless it is beyond a limit; `usual` is the allowance
    /// of a car without one of its own.
    pub(crate) fn take(
        &mut self,
        cost: u32,
        usual: Option<u32>,
        now: OffsetDateTime,
    ) -> Result<(), Exceeded> {
        let used = self.used(now);
        let allowed = self.monthly.map(|monthly| monthly.allowed).or(usual);
        if let Some(throttle) = self.throttle {
            let span = Duration::seconds(i64::from(throttle.per_seconds));
            self.latest.retain(|asked| *asked + span > now);
            if self.latest.len() >= throttle.requests {
                let free_at = self
                    .latest
                    .front()
                    .map_or(now + span, |asked| *asked + span);
                let seconds = (free_at - now).whole_seconds().max(1);
                return Err(Exceeded::Throttle(seconds.unsigned_abs()));
            }
        }
        if allowed.is_some_and(|allowed| used.saturating_add(cost) > allowed) {
            return Err(Exceeded::Monthly);
        }
        if self.throttle.is_some() {
            self.latest.push_back(now);
        }
        self.used = used.saturating_add(cost);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    const BEGIN: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

    #[test]
    fn an_allowance_begins_anew_with_the_month() {
        let mut limits = VehicleLimits {
            monthly: Some(Monthly {
                allowed: 2,
                used: None,
            }),
            ..VehicleLimits::default()
        };
        assert_eq!(limits.take(1, Some(0), BEGIN), Ok(()));
        assert_eq!(limits.take(2, None, BEGIN), Err(Exceeded::Monthly));
        assert_eq!(limits.take(1, None, BEGIN), Ok(()));
        assert_eq!(limits.take(1, None, BEGIN), Err(Exceeded::Monthly));
        assert_eq!(limits.take(1, None, datetime!(2026-12-01 0:00 UTC)), Ok(()));
    }

    #[test]
    fn a_throttle_says_when_to_ask_again() {
        let mut limits = VehicleLimits {
            throttle: Some(Throttle {
                requests: 2,
                per_seconds: 120,
            }),
            ..VehicleLimits::default()
        };
        assert_eq!(limits.take(1, None, BEGIN), Ok(()));
        assert_eq!(limits.take(1, None, BEGIN + Duration::seconds(20)), Ok(()));
        let third = limits.take(1, None, BEGIN + Duration::seconds(30));
        assert_eq!(third, Err(Exceeded::Throttle(90)));
        assert_eq!(limits.take(1, None, BEGIN + Duration::seconds(120)), Ok(()));
    }
}
