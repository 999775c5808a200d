//! Which time is looked at: a day, a week, a month or a year, or from one minute to another. All of it
//! is in UTC: the server does not know where the reader is.

pub(super) mod address;
mod period;
mod problem;
pub(super) mod words;

use time::{Duration, OffsetDateTime, PrimitiveDateTime, Time};

pub use address::Asked;
pub use period::Period;
pub use problem::SpanProblem;

/// The shortest span that can be looked at.
pub const SHORTEST: Duration = Duration::minutes(10);
/// The longest.
pub const LONGEST: Duration = Duration::days(5 * 366);

/// A span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// What it is called in the calendar; `None`: it runs from one minute to another.
    pub period: Option<Period>,
    /// Its first instant.
    pub from: OffsetDateTime,
    /// The first instant after it.
    pub until: OffsetDateTime,
}

impl Span {
    /// How long it is.
    pub fn length(&self) -> Duration {
        self.until - self.from
    }

    /// How far into the span an instant is, from 0 to 1; an instant outside is at the edge.
    pub(super) fn fraction(&self, instant: OffsetDateTime) -> f64 {
        let whole = self.length().as_seconds_f64();
        let part = (instant - self.from).as_seconds_f64() / whole;
        if part.is_finite() {
            part.clamp(0., 1.)
        } else {
            0.
        }
    }

    /// The one before, as long as this one.
    pub(super) fn before(&self) -> Self {
        match self.period {
            Some(period) => period.around(self.from.saturating_sub(Duration::SECOND).date()),
            None => Self {
                from: self.from.saturating_sub(self.length()),
                until: self.from,
                ..*self
            },
        }
    }

    /// The one after it; `None` when that has not begun.
    pub(super) fn after(&self, now: OffsetDateTime) -> Option<Self> {
        let next = match self.period {
            Some(period) => period.around(self.until.date()),
            None => Self {
                from: self.until,
                until: self.until.saturating_add(self.length()),
                ..*self
            },
        };
        (next.from <= now).then_some(next)
    }

    /// The next longer period around the middle of this span; `None` for a year and beyond.
    pub(super) fn wider(&self, now: OffsetDateTime) -> Option<Self> {
        let length = self.length();
        let longer = [
            (Duration::DAY, Period::Day),
            (Duration::WEEK, Period::Week),
            (Duration::days(28), Period::Month),
            (Duration::days(365), Period::Year),
        ];
        let (_, period) = longer.into_iter().find(|(longer, _)| length < *longer)?;
        Some(period.around(self.middle(now).date()))
    }

    /// The same place in another period: that around the middle of this span, or around now where this
    /// span has now in it.
    pub(super) fn as_period(&self, period: Period, now: OffsetDateTime) -> Self {
        let holds_now = self.from <= now && now < self.until;
        let place = if holds_now { now } else { self.middle(now) };
        period.around(place.date())
    }

    /// Never in the future.
    fn middle(&self, now: OffsetDateTime) -> OffsetDateTime {
        self.from.saturating_add(self.length() / 2).min(now)
    }
}

/// The first instant of a day.
fn midnight(date: time::Date) -> OffsetDateTime {
    PrimitiveDateTime::new(date, Time::MIDNIGHT).assume_utc()
}

#[cfg(test)]
mod tests;
