//! The periods of the calendar.

use time::{Date, Duration, Month};

use super::{Span, midnight};
use crate::settings::choice::Choice;

/// A period of the calendar. Weeks begin on Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// From midnight to midnight.
    Day,
    /// From Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Period {
    /// What is looked at when nothing else is asked for.
    pub const DEFAULT: Self = Self::Week;

    /// The one that this day is in.
    pub fn around(self, date: Date) -> Span {
        let first = self.first_day(date);
        let longest = match self {
            Self::Day => 1,
            Self::Week => 7,
            Self::Month => 31,
            Self::Year => 366,
        };
        let next = self.first_day(first.saturating_add(Duration::days(longest)));
        Span {
            period: Some(self),
            from: midnight(first),
            until: midnight(next),
        }
    }

    fn first_day(self, date: Date) -> Date {
        match self {
            Self::Day => date,
            Self::Week => {
                let passed = date.weekday().number_days_from_monday();
                date.saturating_sub(Duration::days(passed.into()))
            }
            // The first of a month is in every calendar.
            Self::Month => date.replace_day(1).unwrap_or(date),
            Self::Year => date
                .replace_day(1)
                .and_then(|first| first.replace_month(Month::January))
                .unwrap_or(date),
        }
    }
}

impl Choice for Period {
    const NAME: &'static str = "period";
    const ALL: &'static [Self] = &[Self::Day, Self::Week, Self::Month, Self::Year];

    fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Day => "Day",
            Self::Week => "Week",
            Self::Month => "Month",
            Self::Year => "Year",
        }
    }
}
