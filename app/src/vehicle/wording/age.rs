//! How long ago something was, in words.

use leptos::prelude::*;
use time::{Duration, OffsetDateTime};

use super::{
    instant::{exact, machine_readable},
    plain::counted,
};

/// How long ago: "just now", "2 minutes ago", "3 days ago". A clock that is ahead counts as now.
pub(crate) fn ago(then: OffsetDateTime, now: OffsetDateTime) -> String {
    let passed = now - then;
    if passed < Duration::MINUTE {
        "just now".to_owned()
    } else {
        format!("{} ago", span(passed))
    }
}

/// How long from now: "in 12 minutes". What has come already is now.
pub(crate) fn ahead(then: OffsetDateTime, now: OffsetDateTime) -> String {
    let left = then - now;
    if left <= Duration::ZERO {
        "now".to_owned()
    } else if left < Duration::MINUTE {
        "in less than a minute".to_owned()
    } else {
        format!("in {}", span(left))
    }
}

/// So much time, in the largest unit of which there are at least two: "14 minutes", "47 hours".
pub(crate) fn span(duration: Duration) -> String {
    const HOURS: i64 = 60;
    const DAYS: i64 = 24 * HOURS;
    const MONTHS: i64 = 30 * DAYS;
    const YEARS: i64 = 365 * DAYS;

    match duration.whole_minutes() {
        minutes if minutes < HOURS => counted(minutes, "minute", "minutes"),
        minutes if minutes < 2 * DAYS => counted(minutes / HOURS, "hour", "hours"),
        minutes if minutes < 2 * MONTHS => counted(minutes / DAYS, "day", "days"),
        minutes if minutes < 2 * YEARS => counted(minutes / MONTHS, "month", "months"),
        minutes => counted(minutes / YEARS, "year", "years"),
    }
}

/// The age, with the exact instant for a program and for a pointer that rests on it.
pub(crate) fn view(then: OffsetDateTime, now: OffsetDateTime) -> AnyView {
    view! {
        <time datetime=machine_readable(then) title=exact(then)>
            {ago(then, now)}
        </time>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    const NOW: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

    #[test]
    fn ages_are_words() {
        for (passed, words) in [
            (Duration::ZERO, "just now"),
            (Duration::seconds(59), "just now"),
            (Duration::seconds(60), "1 minute ago"),
            (Duration::seconds(125), "2 minutes ago"),
            (Duration::minutes(59), "59 minutes ago"),
            (Duration::minutes(60), "1 hour ago"),
            (Duration::hours(47), "47 hours ago"),
            (Duration::days(2), "2 days ago"),
            (Duration::days(59), "59 days ago"),
            (Duration::days(60), "2 months ago"),
            (Duration::days(729), "24 months ago"),
            (Duration::days(730), "2 years ago"),
            (Duration::days(365 * 56), "56 years ago"),
        ] {
            assert_eq!(ago(NOW - passed, NOW), words, "{passed}");
        }
    }

    #[test]
    fn a_clock_that_is_ahead_counts_as_now() {
        assert_eq!(ago(NOW + Duration::DAY, NOW), "just now");
    }

    #[test]
    fn what_is_to_come_is_words_too() {
        for (left, words) in [
            (-Duration::HOUR, "now"),
            (Duration::ZERO, "now"),
            (Duration::SECOND, "in less than a minute"),
            (Duration::minutes(1), "in 1 minute"),
            (Duration::minutes(12), "in 12 minutes"),
            (Duration::days(9), "in 9 days"),
        ] {
            assert_eq!(ahead(NOW + left, NOW), words, "{left}");
        }
    }

    #[test]
    fn the_exact_instant_comes_along() {
        let html = view(NOW - Duration::minutes(5), NOW).to_html();
        assert_eq!(
            html,
            r#"<time datetime="2026-11-23T11:55:00Z" title="23 November 2026, 11:55 UTC">5 minutes ago</time>"#
        );
    }
}
