//! The time below a chart.

use time::{Date, Duration, Month, OffsetDateTime};

use crate::history::span::{Period, Span, words::clock};

/// A mark on the axis of time.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::history) struct TimeTick {
    /// How far into the span, from 0 to 1.
    pub(in crate::history) fraction: f64,
    /// Such as "14:00", "27 Nov", "Feb".
    pub(in crate::history) label: String,
}

/// From one mark to the next.
#[derive(Clone, Copy, Debug)]
enum Step {
    Minutes(i64),
    Days(i64),
    Months(u8),
}

/// From the finest on. A week has its days, a month its weeks, a year its months.
const STEPS: [Step; 16] = [
    Step::Minutes(1),
    Step::Minutes(2),
    Step::Minutes(5),
    Step::Minutes(10),
    Step::Minutes(15),
    Step::Minutes(30),
    Step::Minutes(60),
    Step::Minutes(180),
    Step::Minutes(360),
    Step::Minutes(720),
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Months(1),
    Step::Months(3),
    Step::Months(12),
];

/// More marks than this are not told apart.
const MOST: usize = 13;

/// The round instants of a span, both ends included.
pub(in crate::history) fn time_ticks(span: &Span) -> Vec<TimeTick> {
    STEPS
        .into_iter()
        .map(|step| ticks(span, step))
        .find(|ticks| ticks.len() <= MOST)
        .unwrap_or_default()
}

/// The marks of these steps, one too many at the most.
fn ticks(span: &Span, step: Step) -> Vec<TimeTick> {
    let mut ticks = Vec::new();
    let mut instant = step.first(span);
    while instant <= span.until && ticks.len() <= MOST {
        ticks.push(TimeTick {
            fraction: span.fraction(instant),
            label: step.label(instant),
        });
        instant = step.next(instant);
    }
    ticks
}

impl Step {
    /// The first round instant of the span.
    fn first(self, span: &Span) -> OffsetDateTime {
        let midnight = Period::Day.around(span.from.date()).from;
        match self {
            Self::Minutes(minutes) => {
                let passed = (span.from - midnight).whole_seconds();
                let step = minutes * 60;
                let rest = passed.rem_euclid(step);
                let missing = if rest == 0 { 0 } else { step - rest };
                span.from.saturating_add(Duration::seconds(missing))
            }
            Self::Days(_) if midnight == span.from => midnight,
            Self::Days(_) => midnight.saturating_add(Duration::DAY),
            Self::Months(months) => {
                let mut first = Period::Month.around(span.from.date()).from;
                while first < span.from || !is_round(first.month(), months) {
                    first = next_month(first.date());
                }
                first
            }
        }
    }

    fn next(self, instant: OffsetDateTime) -> OffsetDateTime {
        match self {
            Self::Minutes(minutes) => instant.saturating_add(Duration::minutes(minutes)),
            Self::Days(days) => instant.saturating_add(Duration::days(days)),
            Self::Months(months) => (0..months).fold(instant, |first, _| next_month(first.date())),
        }
    }

    /// The day where one begins, the year where one begins.
    fn label(self, instant: OffsetDateTime) -> String {
        let date = instant.date();
        match self {
            Self::Minutes(_) if Period::Day.around(date).from != instant => clock(instant),
            Self::Minutes(_) | Self::Days(_) => format!("{} {}", date.day(), short(date.month())),
            Self::Months(_) if date.month() == Month::January => date.year().to_string(),
            Self::Months(_) => short(date.month()),
        }
    }
}

fn next_month(first: Date) -> OffsetDateTime {
    Period::Month.around(first).until
}

fn is_round(month: Month, months: u8) -> bool {
    (u8::from(month) - 1).is_multiple_of(months)
}

/// "Nov".
fn short(month: Month) -> String {
    month.to_string().chars().take(3).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::macros::{date, datetime};

    use super::*;

    fn labels(span: &Span) -> String {
        let labels: Vec<String> = time_ticks(span)
            .into_iter()
            .map(|tick| tick.label)
            .collect();
        labels.join(" | ")
    }

    fn own(from: OffsetDateTime, until: OffsetDateTime) -> Span {
        Span {
            period: None,
            from,
            until,
        }
    }

    #[test]
    fn each_span_has_its_marks() {
        let day = date!(2026 - 11 - 27);
        for (period, marks) in [
            (
                Period::Day,
                "27 Nov | 03:00 | 06:00 | 09:00 | 12:00 | 15:00 | 18:00 | 21:00 | 28 Nov",
            ),
            (
                Period::Week,
                "23 Nov | 24 Nov | 25 Nov | 26 Nov | 27 Nov | 28 Nov | 29 Nov | 30 Nov",
            ),
            (Period::Month, "1 Nov | 8 Nov | 15 Nov | 22 Nov | 29 Nov"),
            (
                Period::Year,
                "2026 | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec | 2027",
            ),
        ] {
            assert_eq!(labels(&period.around(day)), marks);
        }
        let minutes = own(
            datetime!(2026-11-26 23:56 UTC),
            datetime!(2026-11-27 0:21 UTC),
        );
        assert_eq!(
            labels(&minutes),
            "23:56 | 23:58 | 27 Nov | 00:02 | 00:04 | 00:06 | 00:08 | 00:10 | 00:12 | 00:14 | 00:16 | 00:18 | 00:20"
        );
        let years = own(
            datetime!(2021-11-26 23:56 UTC),
            datetime!(2026-11-27 0:21 UTC),
        );
        assert_eq!(labels(&years), "2022 | 2023 | 2024 | 2025 | 2026");
    }

    proptest! {
        #[test]
        fn every_span_has_a_few_marks_in_their_order(
            from in 0_i64..10_000_000,
            length in 10_i64..2_635_200,
        ) {
            let from = datetime!(2001-03-04 5:06 UTC) + Duration::minutes(from);
            let ticks = time_ticks(&own(from, from + Duration::minutes(length)));
            prop_assert!((1..=MOST).contains(&ticks.len()), "{ticks:?}");
            prop_assert!(ticks.iter().all(|tick| (0. ..=1.).contains(&tick.fraction)));
            prop_assert!(ticks.is_sorted_by(|one, next| one.fraction < next.fraction));
        }
    }
}
