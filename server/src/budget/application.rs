//! The bucket of the whole application.

use time::{Duration, OffsetDateTime};

/// What Smartcar allows the whole application (reference 7.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApplicationRules {
    /// How many requests at once, at most; at least one.
    pub burst: u32,
    /// How many come back in a minute; at least one.
    pub requests_per_minute: u32,
}

impl ApplicationRules {
    fn capacity(self) -> f64 {
        f64::from(self.burst)
    }

    fn per_second(self) -> f64 {
        f64::from(self.requests_per_minute) / 60.0
    }
}

/// The requests that the application may still send. It is counted from what Carport has sent, and
/// stops when Smartcar says so.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ApplicationBudget {
    /// What was in the bucket at [`level_at`](Self::level_at).
    pub level: f64,
    /// When the level was noted; `None`: nothing was ever sent, and the bucket is full.
    pub level_at: Option<OffsetDateTime>,
    /// Until when Smartcar has forbidden every request.
    pub blocked_until: Option<OffsetDateTime>,
}

impl ApplicationBudget {
    /// How many requests could be sent at once now, whole ones.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a level is between 0 and the burst"
    )]
    pub fn left(&self, rules: ApplicationRules, now: OffsetDateTime) -> u32 {
        if self.blocked_until.is_some_and(|until| until > now) {
            return 0;
        }
        self.level(rules, now).floor() as u32
    }

    /// From when on one request is possible; `None`: now.
    pub fn possible_at(
        &self,
        rules: ApplicationRules,
        now: OffsetDateTime,
    ) -> Option<OffsetDateTime> {
        let level = self.level(rules, now);
        let refilled =
            (level < 1.0).then(|| now + Duration::seconds_f64((1.0 - level) / rules.per_second()));
        refilled.max(self.blocked_until.filter(|until| *until > now))
    }

    /// Notes that requests were sent; more than the bucket held leave it empty.
    pub fn spend(&mut self, requests: u32, rules: ApplicationRules, now: OffsetDateTime) {
        self.level = (self.level(rules, now) - f64::from(requests)).max(0.0);
        self.level_at = Some(now);
    }

    /// Notes that Smartcar has forbidden every request until then.
    pub fn block(&mut self, until: OffsetDateTime) {
        self.blocked_until = self.blocked_until.max(Some(until));
    }

    fn level(&self, rules: ApplicationRules, now: OffsetDateTime) -> f64 {
        self.level_at.map_or(rules.capacity(), |noted| {
            let passed = (now - noted).as_seconds_f64().max(0.0);
            passed
                .mul_add(rules.per_second(), self.level)
                .clamp(0.0, rules.capacity())
        })
    }
}
