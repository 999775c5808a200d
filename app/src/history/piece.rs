//! Into how long pieces a span is cut: to be drawn, listed, or counted as distance.

use time::{Date, Duration, OffsetDateTime, Time};

use super::span::{Period, Span, words};

/// A piece of time. All are aligned in UTC; weeks begin on Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece {
    /// A minute.
    Minute,
    /// Five minutes.
    FiveMinutes,
    /// A quarter of an hour.
    QuarterHour,
    /// An hour.
    Hour,
    /// Three hours.
    ThreeHours,
    /// A quarter of a day.
    SixHours,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
}

/// More points than this are not told apart in a drawing.
const MOST_DRAWN: i64 = 300;
/// More rows or bars than this are not read.
const MOST_READ: i64 = 32;

impl Piece {
    const ALL: [Self; 9] = [
        Self::Minute,
        Self::FiveMinutes,
        Self::QuarterHour,
        Self::Hour,
        Self::ThreeHours,
        Self::SixHours,
        Self::Day,
        Self::Week,
        Self::Month,
    ];

    /// The pieces in which a span is drawn.
    pub fn drawn(span: &Span) -> Self {
        Self::finest(span, MOST_DRAWN, |_| true)
    }

    /// The pieces in which a span is listed in a table.
    pub(super) fn listed(span: &Span) -> Self {
        Self::finest(span, MOST_READ, |_| true)
    }

    /// The pieces in which distance is counted: nobody thinks in quarters of a day.
    pub fn driven(span: &Span) -> Self {
        Self::finest(span, MOST_READ, |piece| {
            !matches!(piece, Self::ThreeHours | Self::SixHours)
        })
    }

    fn finest(span: &Span, most: i64, is_wanted: impl Fn(Self) -> bool) -> Self {
        let is_fine = |piece: &Self| {
            let pieces = span.length().whole_minutes() / piece.longest().whole_minutes();
            is_wanted(*piece) && pieces <= most
        };
        Self::ALL.into_iter().find(is_fine).unwrap_or(Self::Month)
    }

    /// How long it is at the most.
    pub const fn longest(self) -> Duration {
        match self {
            Self::Minute => Duration::MINUTE,
            Self::FiveMinutes => Duration::minutes(5),
            Self::QuarterHour => Duration::minutes(15),
            Self::Hour => Duration::HOUR,
            Self::ThreeHours => Duration::hours(3),
            Self::SixHours => Duration::hours(6),
            Self::Day => Duration::DAY,
            Self::Week => Duration::WEEK,
            Self::Month => Duration::days(31),
        }
    }

    /// When the piece begins that this instant is in.
    pub fn start_of(self, instant: OffsetDateTime) -> OffsetDateTime {
        match self {
            Self::Week => Period::Week.around(instant.date()).from,
            Self::Month => Period::Month.around(instant.date()).from,
            _ => {
                let midnight = instant.replace_time(Time::MIDNIGHT);
                let passed = (instant - midnight).whole_seconds();
                let length = self.longest().whole_seconds();
                midnight.saturating_add(Duration::seconds(passed - passed % length))
            }
        }
    }

    /// When the piece ends that begins then.
    pub fn end_of(self, start: OffsetDateTime) -> OffsetDateTime {
        match self {
            Self::Month => Period::Month.around(start.date()).until,
            _ => start.saturating_add(self.longest()),
        }
    }

    /// "each hour".
    pub(super) fn each(self) -> &'static str {
        match self {
            Self::Minute => "each minute",
            Self::FiveMinutes => "each five minutes",
            Self::QuarterHour => "each quarter of an hour",
            Self::Hour => "each hour",
            Self::ThreeHours => "each three hours",
            Self::SixHours => "each six hours",
            Self::Day => "each day",
            Self::Week => "each week",
            Self::Month => "each month",
        }
    }

    /// What the piece is called that begins then: "27 November, 14:00", "November 2026".
    pub(super) fn name(self, start: OffsetDateTime) -> String {
        let date = start.date();
        match self {
            Self::Month => words::month(date),
            Self::Week => format!("Week from {}", words::day(date)),
            Self::Day => words::day(date),
            _ => format!("{}, {}", short_day(date), words::clock(start)),
        }
    }
}

fn short_day(date: Date) -> String {
    format!("{} {}", date.day(), date.month())
}

#[cfg(test)]
mod tests {
    use time::macros::{date, datetime};

    use super::*;

    fn pieces(period: Period) -> (Piece, Piece, Piece) {
        let span = period.around(date!(2026 - 11 - 27));
        (
            Piece::drawn(&span),
            Piece::listed(&span),
            Piece::driven(&span),
        )
    }

    #[test]
    fn each_period_has_its_pieces() {
        use Piece::{Day, FiveMinutes, Hour, Month, SixHours, ThreeHours, Week};

        assert_eq!(pieces(Period::Day), (FiveMinutes, Hour, Hour));
        assert_eq!(pieces(Period::Week), (Hour, SixHours, Day));
        assert_eq!(pieces(Period::Month), (ThreeHours, Day, Day));
        assert_eq!(pieces(Period::Year), (Week, Month, Month));
    }

    #[test]
    fn the_shortest_and_the_longest_span_have_pieces_too() {
        let from = datetime!(2020-02-29 10:05 UTC);
        for (until, drawn) in [
            (from + super::super::span::SHORTEST, Piece::Minute),
            (from + super::super::span::LONGEST, Piece::Week),
        ] {
            let span = Span {
                period: None,
                from,
                until,
            };
            assert_eq!(Piece::drawn(&span), drawn);
            assert!(Piece::listed(&span) >= drawn);
        }
    }

    #[test]
    fn pieces_follow_each_other_without_a_gap() {
        let instant = datetime!(2026-11-27 14:38:21.5 UTC);
        for (piece, start, name) in [
            (
                Piece::Minute,
                datetime!(2026-11-27 14:38 UTC),
                "27 November, 14:38",
            ),
            (
                Piece::FiveMinutes,
                datetime!(2026-11-27 14:35 UTC),
                "27 November, 14:35",
            ),
            (
                Piece::QuarterHour,
                datetime!(2026-11-27 14:30 UTC),
                "27 November, 14:30",
            ),
            (
                Piece::Hour,
                datetime!(2026-11-27 14:00 UTC),
                "27 November, 14:00",
            ),
            (
                Piece::ThreeHours,
                datetime!(2026-11-27 12:00 UTC),
                "27 November, 12:00",
            ),
            (
                Piece::SixHours,
                datetime!(2026-11-27 12:00 UTC),
                "27 November, 12:00",
            ),
            (
                Piece::Day,
                datetime!(2026-11-27 0:00 UTC),
                "27 November 2026",
            ),
            (
                Piece::Week,
                datetime!(2026-11-23 0:00 UTC),
                "Week from 23 November 2026",
            ),
            (
                Piece::Month,
                datetime!(2026-11-01 0:00 UTC),
                "November 2026",
            ),
        ] {
            assert_eq!(piece.start_of(instant), start, "{piece:?}");
            assert_eq!(piece.start_of(start), start, "{piece:?}");
            let end = piece.end_of(start);
            assert_eq!(piece.start_of(end), end, "{piece:?}");
            assert_eq!(piece.name(start), name);
        }
    }
}
