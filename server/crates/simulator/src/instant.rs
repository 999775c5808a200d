//! Instants as the API writes them.

use serde_json::Value;
use time::OffsetDateTime;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

use crate::quirks::Quirks;

const MILLISECONDS: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z");

/// RFC 3339 in UTC with milliseconds.
pub(crate) fn iso_instant(instant: OffsetDateTime) -> String {
    let utc = instant.to_offset(time::UtcOffset::UTC);
    utc.format(MILLISECONDS).unwrap_or_default()
}

const SECONDS: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");

/// RFC 3339 in UTC with whole seconds, as executions of commands have it (reference 5).
pub(crate) fn second_timestamp(instant: OffsetDateTime, quirks: &Quirks) -> Value {
    if quirks.numeric_timestamps {
        return timestamp(instant, quirks);
    }
    let utc = instant.to_offset(time::UtcOffset::UTC);
    utc.format(SECONDS).unwrap_or_default().into()
}

/// Milliseconds since 1970, as webhooks write instants (reference 8.3).
pub(crate) fn milliseconds(instant: OffsetDateTime) -> i64 {
    i64::try_from(instant.unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX)
}

/// An instant in JSON, with the deviation of reference 12.9.
pub(crate) fn timestamp(instant: OffsetDateTime, quirks: &Quirks) -> Value {
    if quirks.numeric_timestamps {
        return milliseconds(instant).into();
    }
    iso_instant(instant).into()
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn timestamps_are_in_utc_with_milliseconds_or_numbers() {
        let instant = datetime!(2025-05-03 04:45:45.349 +2);
        assert_eq!(
            timestamp(instant, &Quirks::default()),
            "2025-05-03T02:45:45.349Z"
        );
        let numeric = Quirks {
            numeric_timestamps: true,
            ..Quirks::default()
        };
        assert_eq!(timestamp(instant, &numeric), 1_746_240_345_349_i64);
    }
}
