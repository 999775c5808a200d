//! Instants to the minute. The server does not know where the reader is, so they are in UTC, and
//! say so.

use time::{OffsetDateTime, UtcOffset};

/// For a reader, such as "23 November 2026, 12:03 UTC".
pub(crate) fn exact(instant: OffsetDateTime) -> String {
    let instant = in_utc(instant);
    format!(
        "{} {} {}, {:02}:{:02} UTC",
        instant.day(),
        instant.month(),
        instant.year(),
        instant.hour(),
        instant.minute()
    )
}

/// For a sentence of today: "12:03 UTC", and before it as much of the date as is another one.
pub(crate) fn brief(instant: OffsetDateTime, now: OffsetDateTime) -> String {
    let (instant, now) = (in_utc(instant), in_utc(now));
    let time = format!("{:02}:{:02} UTC", instant.hour(), instant.minute());
    let day = format!("{} {}", instant.day(), instant.month());
    if instant.date() == now.date() {
        time
    } else if instant.year() == now.year() {
        format!("{day}, {time}")
    } else {
        format!("{day} {}, {time}", instant.year())
    }
}

/// For the `datetime` of a `<time>`.
pub(crate) fn machine_readable(instant: OffsetDateTime) -> String {
    let instant = in_utc(instant);
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        instant.year(),
        u8::from(instant.month()),
        instant.day(),
        instant.hour(),
        instant.minute(),
        instant.second()
    )
}

/// At the very ends of the calendar there is no other offset to go to.
fn in_utc(instant: OffsetDateTime) -> OffsetDateTime {
    instant.checked_to_offset(UtcOffset::UTC).unwrap_or(instant)
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn instants_are_in_utc() {
        let instant = datetime!(2026-11-23 1:03:10 +2);
        assert_eq!(exact(instant), "22 November 2026, 23:03 UTC");
        assert_eq!(machine_readable(instant), "2026-11-22T23:03:10Z");
    }

    #[test]
    fn a_brief_instant_has_as_much_of_the_date_as_is_another_one() {
        let now = datetime!(2026-11-23 12:00 UTC);
        for (instant, words) in [
            (datetime!(2026-11-23 9:03 UTC), "09:03 UTC"),
            (datetime!(2026-11-23 1:03 +2), "22 November, 23:03 UTC"),
            (
                datetime!(2025-11-23 9:03 UTC),
                "23 November 2025, 09:03 UTC",
            ),
        ] {
            assert_eq!(brief(instant, now), words);
        }
    }
}
