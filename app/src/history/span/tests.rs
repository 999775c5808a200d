//! What an address may ask for, and what a span is called.

use proptest::prelude::*;
use time::macros::{date, datetime};

use super::*;
use crate::settings::choice::Choice;

const NOW: OffsetDateTime = datetime!(2026-11-27 14:38 UTC);

fn asked(period: Option<&str>, at: Option<&str>) -> Result<Span, SpanProblem> {
    let (from, until) = (None, None);
    Asked {
        period,
        at,
        from,
        until,
    }
    .span(NOW)
}

fn own(from: &str, until: &str) -> Result<Span, SpanProblem> {
    Asked {
        from: Some(from),
        until: Some(until),
        ..Asked::default()
    }
    .span(NOW)
}

#[test]
fn without_a_word_it_is_this_week() {
    let span = asked(None, None).unwrap();
    assert_eq!(span.words(), "23 to 29 November 2026");
    assert_eq!(span.query(), "?period=week&at=2026-11-23");
}

#[test]
fn each_period_is_that_around_its_day() {
    for (period, from, until, words) in [
        (
            "day",
            datetime!(2026-02-28 0:00 UTC),
            datetime!(2026-03-01 0:00 UTC),
            "Saturday, 28 February 2026",
        ),
        (
            "week",
            datetime!(2026-02-23 0:00 UTC),
            datetime!(2026-03-02 0:00 UTC),
            "23 February to 1 March 2026",
        ),
        (
            "month",
            datetime!(2026-02-01 0:00 UTC),
            datetime!(2026-03-01 0:00 UTC),
            "February 2026",
        ),
        (
            "year",
            datetime!(2026-01-01 0:00 UTC),
            datetime!(2027-01-01 0:00 UTC),
            "2026",
        ),
    ] {
        let span = asked(Some(period), Some("2026-02-28")).unwrap();
        assert_eq!((span.from, span.until), (from, until), "{period}");
        assert_eq!(span.words(), words);
    }
    let over_new_year = asked(Some("week"), Some("2026-01-01")).unwrap();
    assert_eq!(over_new_year.words(), "29 December 2025 to 4 January 2026");
}

#[test]
fn a_span_of_ones_own_runs_from_minute_to_minute() {
    let span = own("2026-11-27T10:05", "2026-11-27T11:20Z").unwrap();
    assert_eq!(span.words(), "27 November 2026, 10:05 to 11:20 UTC");
    assert_eq!(
        span.query(),
        "?from=2026-11-27T10:05Z&until=2026-11-27T11:20Z"
    );
    let span = own("2026-11-20T10:05", "2026-11-27T11:20").unwrap();
    assert_eq!(
        span.words(),
        "20 November 2026, 10:05 to 27 November 2026, 11:20 UTC"
    );
}

#[test]
fn what_cannot_be_looked_at_says_why() {
    use SpanProblem::{
        Both, Future, Half, NotADate, NotAnInstant, Reversed, TooEarly, TooLong, TooShort,
        UnknownPeriod,
    };

    for (period, at, problem) in [
        (Some("Week"), None, UnknownPeriod),
        (Some("decade"), None, UnknownPeriod),
        (Some("<script>"), None, UnknownPeriod),
        (Some("week"), Some("today"), NotADate),
        (None, Some("2026-11-31"), NotADate),
        (None, Some("2026-1-01"), NotADate),
        (None, Some("-026-11-27"), NotADate),
        (None, Some("+2026-1-27"), NotADate),
        (None, Some("2026-11-27 "), NotADate),
        (None, Some("2026-11-27T00:00"), NotADate),
        (None, Some("٢٠٢٦-١١-٢٧"), NotADate),
        (None, Some("1999-12-31"), TooEarly),
        (None, Some("0000-01-01"), TooEarly),
        (None, Some("2026-11-28"), Future),
        (None, Some("9999-12-31"), Future),
    ] {
        assert_eq!(asked(period, at), Err(problem), "{period:?} {at:?}");
    }
    for (from, until, problem) in [
        ("2026-11-27", "2026-11-28", NotAnInstant),
        ("2026-11-27T10:05:30", "2026-11-27T12:00", NotAnInstant),
        ("2026-11-27T10:05+02", "2026-11-27T12:00", NotAnInstant),
        ("2026-11-27T24:05", "2026-11-27T12:00", NotAnInstant),
        ("2026-11-27T10:05ZZ", "2026-11-27T12:00", NotAnInstant),
        ("2026-11-27T12:00", "2026-11-27T10:00", Reversed),
        ("2026-11-27T12:00", "2026-11-27T12:09", TooShort),
        ("2026-11-27T12:00", "2026-11-27T12:00", TooShort),
        ("2020-11-26T12:00", "2026-11-27T12:00", TooLong),
        ("1999-12-31T23:59", "2000-01-27T12:00", TooEarly),
        ("2026-11-27T14:39", "2026-11-27T15:00", Future),
        ("2026-11-27T12:00", "2026-11-28T14:39", Future),
        ("0000-01-01T00:00", "9999-12-31T23:59", TooEarly),
    ] {
        assert_eq!(own(from, until), Err(problem), "{from} {until}");
    }
    let (both, half) = (
        Asked {
            period: Some("day"),
            from: Some("2026-11-27T10:05"),
            until: Some("2026-11-27T11:05"),
            at: None,
        },
        Asked {
            until: Some("2026-11-27T11:05"),
            ..Asked::default()
        },
    );
    assert_eq!(both.span(NOW), Err(Both));
    assert_eq!(half.span(NOW), Err(Half));
}

#[test]
fn one_goes_back_for_ever_and_forth_until_now() {
    for period in Period::ALL {
        let span = period.around(NOW.date());
        assert_eq!(span.after(NOW), None, "{period:?}");
        let before = span.before();
        assert_eq!(before.until, span.from);
        assert_eq!(before.after(NOW), Some(span));
    }
    let span = own("2026-11-27T12:00", "2026-11-27T13:00").unwrap();
    assert_eq!(
        span.before().words(),
        "27 November 2026, 11:00 to 12:00 UTC"
    );
    assert_eq!(span.after(NOW).unwrap().from, span.until);
}

#[test]
fn zooming_out_leads_to_the_next_longer_period() {
    let hour = own("2026-11-10T12:00", "2026-11-10T13:00").unwrap();
    let mut names = Vec::new();
    let mut span = Some(hour);
    while let Some(wider) = span.and_then(|span| span.wider(NOW)) {
        names.push(wider.words());
        span = Some(wider);
    }
    assert_eq!(
        names,
        [
            "Tuesday, 10 November 2026",
            "9 to 15 November 2026",
            "November 2026",
            "2026"
        ]
    );
}

#[test]
fn another_period_is_that_around_the_same_place() {
    let this_year = Period::Year.around(NOW.date());
    assert_eq!(
        this_year.as_period(Period::Day, NOW),
        Period::Day.around(NOW.date())
    );
    let last_year = this_year.before();
    assert_eq!(last_year.as_period(Period::Month, NOW).words(), "July 2025");
}

#[test]
fn an_instant_has_its_place_in_the_span() {
    let day = Period::Day.around(date!(2026 - 11 - 27));
    for (instant, fraction) in [
        (datetime!(2026-11-27 0:00 UTC), 0.),
        (datetime!(2026-11-27 12:00 UTC), 0.5),
        (datetime!(2020-01-01 0:00 UTC), 0.),
        (datetime!(9999-12-31 23:59 UTC), 1.),
    ] {
        assert!((day.fraction(instant) - fraction).abs() < 1e-9, "{instant}");
    }
}

proptest! {
    #[test]
    fn nothing_in_an_address_panics(
        period in prop::option::of(".{0,20}"),
        at in prop::option::of("[0-9+-]{0,12}"),
        from in prop::option::of("[0-9TZ:+-]{0,20}"),
        until in prop::option::of(".{0,20}"),
    ) {
        let asked = Asked {
            period: period.as_deref(),
            at: at.as_deref(),
            from: from.as_deref(),
            until: until.as_deref(),
        };
        let _ = asked.span(NOW);
    }

    #[test]
    fn an_address_leads_back_to_its_span(minutes in 0_i64..10_000_000, length in 10_i64..2_000_000) {
        let from = datetime!(2003-01-01 0:00 UTC) + Duration::minutes(minutes);
        let until = from + Duration::minutes(length);
        let span = Span { period: None, from, until };
        let query = span.query();
        let (from, until) = query.strip_prefix("?from=").unwrap().split_once("&until=").unwrap();
        prop_assert_eq!(own(from, until), Ok(span));
        for period in Period::ALL {
            let span = period.around(span.from.date());
            let (_, at) = span.query().split_once("&at=").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
            prop_assert_eq!(asked(Some(period.code()), Some(&at)), Ok(span));
        }
    }
}
