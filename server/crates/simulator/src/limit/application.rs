//! The application's bucket.

use time::OffsetDateTime;

/// So many requests at once (reference 7.3).
pub(crate) const BUCKET: f64 = 120.0;
/// So many more a minute (reference 7.3).
pub(crate) const REFILL_A_MINUTE: f64 = 2.0;

/// A bucket of requests that fills by and by.
#[derive(Debug, Clone)]
pub(crate) struct ApplicationLimit {
    /// Whether it limits anything.
    pub(crate) is_on: bool,
    left: f64,
    filled: Option<OffsetDateTime>,
}

impl ApplicationLimit {
    /// A full bucket.
    pub(crate) fn new(is_on: bool) -> Self {
        Self {
            is_on,
            left: BUCKET,
            filled: None,
        }
    }

    /// How many requests are left.
    pub(crate) fn left(&mut self, now: OffsetDateTime) -> f64 {
        let since = self
            .filled
            .map_or(0.0, |filled| (now - filled).as_seconds_f64());
        self.left = (self.left + since.max(0.0) / 60.0 * REFILL_A_MINUTE).min(BUCKET);
        self.filled = Some(now);
        self.left
    }

    pub(crate) fn set_left(&mut self, left: f64, now: OffsetDateTime) {
        self.left = left.clamp(0.0, BUCKET);
        self.filled = Some(now);
    }

    /// Takes one request out; or says in how many seconds there is one.
    pub(crate) fn take(&mut self, now: OffsetDateTime) -> Result<(), u64> {
        if !self.is_on {
            return Ok(());
        }
        let left = self.left(now);
        if left >= 1.0 {
            self.left -= 1.0;
            return Ok(());
        }
        // A rest of less than a second is waited for as a whole one.
        let seconds = time::Duration::seconds_f64((1.0 - left) / REFILL_A_MINUTE * 60.0);
        Err(u64::try_from(seconds.whole_seconds()).unwrap_or_default() + 1)
    }
}

#[cfg(test)]
mod tests {
    use time::Duration;

    use super::*;

    const BEGIN: OffsetDateTime = OffsetDateTime::UNIX_EPOCH;

    #[test]
    fn a_hundred_and_twenty_at_once_and_two_a_minute() {
        let mut limit = ApplicationLimit::new(true);
        assert!((0..120).all(|_| limit.take(BEGIN).is_ok()));
        assert!(
            limit
                .take(BEGIN)
                .is_err_and(|seconds| (30..=31).contains(&seconds))
        );
        assert!(limit.take(BEGIN + Duration::seconds(20)).is_err());
        let later = BEGIN + Duration::minutes(2);
        assert!((0..4).all(|_| limit.take(later).is_ok()));
        assert!(limit.take(later).is_err());
    }

    #[test]
    fn switched_off_it_limits_nothing() {
        let mut limit = ApplicationLimit::new(false);
        assert!((0..1_000).all(|_| limit.take(BEGIN).is_ok()));
    }
}
