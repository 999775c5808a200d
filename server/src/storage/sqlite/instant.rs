//! Instants as SQLite keeps them: milliseconds since 1970.

use time::OffsetDateTime;

use crate::storage::StoreError;

const NANOSECONDS_PER_MILLISECOND: i128 = 1_000_000;

/// The instant as a column's value. Every instant that `time` can hold fits.
pub(super) fn to_column(instant: OffsetDateTime) -> i64 {
    i64::try_from(
        instant
            .unix_timestamp_nanos()
            .div_euclid(NANOSECONDS_PER_MILLISECOND),
    )
    .unwrap_or(i64::MAX)
}

/// The instant of a column's value.
pub(super) fn from_column(
    column: &'static str,
    milliseconds: i64,
) -> Result<OffsetDateTime, StoreError> {
    OffsetDateTime::from_unix_timestamp_nanos(
        i128::from(milliseconds) * NANOSECONDS_PER_MILLISECOND,
    )
    .map_err(|_| StoreError::Corrupt { column })
}

/// The instant of the value of a column that may be empty.
pub(super) fn optional_from_column(
    column: &'static str,
    milliseconds: Option<i64>,
) -> Result<Option<OffsetDateTime>, StoreError> {
    milliseconds
        .map(|milliseconds| from_column(column, milliseconds))
        .transpose()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::macros::datetime;

    use super::*;

    #[test]
    fn the_order_of_instants_is_the_order_of_columns_before_1970_too() {
        let before = datetime!(1969-12-31 23:59:59.999_5 UTC);
        let after = datetime!(1970-01-01 00:00:00.000_5 UTC);
        assert!(to_column(before) < to_column(after));
    }

    proptest! {
        #[test]
        fn a_column_survives_the_round_trip(milliseconds in -62_135_596_800_000_i64..253_402_300_799_000) {
            let instant = from_column("test", milliseconds).unwrap();
            prop_assert_eq!(to_column(instant), milliseconds);
        }
    }

    #[test]
    fn a_value_outside_the_calendar_is_corrupt() {
        assert!(from_column("test", i64::MAX).is_err());
    }
}
