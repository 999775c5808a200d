//! What a span is called.

use time::{Date, Duration, OffsetDateTime};

use super::{Period, Span};

impl Span {
    /// Such as "23 to 29 November 2026".
    pub(in crate::history) fn words(&self) -> String {
        let (first, last) = (self.from.date(), self.last_day());
        match self.period {
            Some(Period::Day) => format!("{}, {}", first.weekday(), day(first)),
            Some(Period::Week) => days(first, last),
            Some(Period::Month) => month(first),
            Some(Period::Year) => first.year().to_string(),
            None if self.from.date() == self.until.date() => format!(
                "{}, {} to {} UTC",
                day(first),
                clock(self.from),
                clock(self.until)
            ),
            None => format!("{} to {} UTC", minute(self.from), minute(self.until)),
        }
    }

    fn last_day(&self) -> Date {
        self.until.saturating_sub(Duration::SECOND).date()
    }
}

/// "23 to 29 November 2026", "28 September to 4 October 2026".
fn days(first: Date, last: Date) -> String {
    if first.year() != last.year() {
        format!("{} to {}", day(first), day(last))
    } else if first.month() == last.month() {
        format!("{} to {}", first.day(), day(last))
    } else {
        format!("{} {} to {}", first.day(), first.month(), day(last))
    }
}

/// "27 November 2026".
pub(in crate::history) fn day(date: Date) -> String {
    format!("{} {} {}", date.day(), date.month(), date.year())
}

/// "November 2026".
pub(in crate::history) fn month(date: Date) -> String {
    format!("{} {}", date.month(), date.year())
}

/// "14:05".
pub(in crate::history) fn clock(instant: OffsetDateTime) -> String {
    format!("{:02}:{:02}", instant.hour(), instant.minute())
}

/// "27 November 2026, 14:05".
fn minute(instant: OffsetDateTime) -> String {
    format!("{}, {}", day(instant.date()), clock(instant))
}
