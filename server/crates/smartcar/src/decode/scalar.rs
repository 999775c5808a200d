//! Single values, written in more than one way: a number as a text, a time as a number.

use serde_json::Value;
use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

/// A number this great or greater counts milliseconds; a smaller one counts seconds. As seconds it
/// is the year 5138, as milliseconds the year 1973, so that neither is met by mistake.
const MILLISECONDS_FROM: u64 = 100_000_000_000;

/// A truth, also as a text.
pub(crate) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// A finite number, also as a text.
pub(crate) fn number(value: &Value) -> Option<f64> {
    let number: f64 = match value {
        Value::Number(number) => number.as_f64()?,
        // The text `NaN` is a number to Rust, but none to a reader.
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    number.is_finite().then_some(number)
}

/// A whole number, as a number or as a text.
pub(crate) fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::String(text) => text.trim().parse().ok(),
        Value::Number(number) => number.as_i64().or_else(|| {
            let real = number.as_f64()?;
            // Beyond this a float is no longer exact to the unit.
            #[expect(clippy::cast_possible_truncation, reason = "the bounds are checked")]
            (real.fract() == 0.0 && real.abs() < 9_007_199_254_740_992.0).then_some(real as i64)
        }),
        _ => None,
    }
}

/// A count, as a number or as a text.
pub(crate) fn count(value: &Value) -> Option<u64> {
    u64::try_from(whole(value)?).ok()
}

/// A text, or a number as text: a model may be called `911`.
pub(crate) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A time as RFC 3339, or as seconds or milliseconds since 1970, as a number or as a text
/// (reference 4.2, 8.3, 12.9). Magnitude tells seconds from milliseconds.
///
/// It is in UTC: at the ends of the calendar there are instants with an offset which no other offset
/// has, and whoever moves them there panics.
pub(crate) fn instant(value: &Value) -> Option<OffsetDateTime> {
    let written = value
        .as_str()
        .and_then(|text| OffsetDateTime::parse(text, &Rfc3339).ok())
        .and_then(|instant| instant.checked_to_offset(UtcOffset::UTC));
    written.or_else(|| {
        let number = whole(value)?;
        let scale = if number.unsigned_abs() >= MILLISECONDS_FROM {
            1_000_000
        } else {
            1_000_000_000
        };
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(number) * scale).ok()
    })
}

/// Whether a time is known at all: Smartcar writes 0 for one that is not (reference 4.5, 8.3). Before
/// that no car said anything, and a database may not hold it.
pub(crate) fn is_known(instant: &OffsetDateTime) -> bool {
    *instant > OffsetDateTime::UNIX_EPOCH
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use time::macros::datetime;

    use super::{count, flag, instant, is_known, number, text};

    #[test]
    fn a_time_in_each_of_its_forms() {
        let expected = Some(datetime!(2025-05-03 02:45:45.349 UTC));
        for value in [
            json!("2025-05-03T02:45:45.349Z"),
            json!("2025-05-03T04:45:45.349+02:00"),
            json!(1_746_240_345_349_i64),
            json!(1_746_240_345_349.0),
            json!("1746240345349"),
        ] {
            assert_eq!(instant(&value), expected, "{value}");
        }
        let whole_second = Some(datetime!(2025-05-03 02:45:45 UTC));
        for value in [json!(1_746_240_345), json!("1746240345")] {
            assert_eq!(instant(&value), whole_second, "{value}");
        }
    }

    #[test]
    fn what_is_no_time_is_none_and_the_time_zero_is_not_known() {
        for value in [json!("yesterday"), json!(i64::MAX), json!({}), json!(0.5)] {
            assert_eq!(instant(&value), None, "{value}");
        }
        for value in [
            json!(0),
            json!("0"),
            json!("1970-01-01T00:00:00.000Z"),
            json!(-1),
            json!(-300_000_000_000_000_i64),
            json!("0000-01-01T00:00:00Z"),
        ] {
            assert!(!is_known(&instant(&value).unwrap()), "{value}");
        }
        assert!(is_known(&instant(&json!(1)).unwrap()));
    }

    #[test]
    fn an_instant_that_only_its_own_offset_has_is_none() {
        for value in ["9999-12-31T23:59:59-00:01", "9999-12-31T23:59:60-23:59"] {
            assert_eq!(instant(&json!(value)), None, "{value}");
        }
        let last = instant(&json!("9999-12-31T23:59:59Z")).unwrap();
        assert_eq!((last.year(), last.offset().is_utc()), (9999, true));
        let first = instant(&json!("0000-01-01T00:00:00+23:59")).unwrap();
        assert_eq!((first.year(), first.offset().is_utc()), (-1, true));
    }

    #[test]
    fn seconds_end_where_milliseconds_begin() {
        assert_eq!(instant(&json!(99_999_999_999_u64)).unwrap().year(), 5138);
        assert_eq!(instant(&json!(100_000_000_000_u64)).unwrap().year(), 1973);
    }

    #[test]
    fn a_number_is_finite() {
        for value in [json!(1.5), json!("1.5"), json!(" 1.5 ")] {
            assert_eq!(number(&value), Some(1.5), "{value}");
        }
        for value in ["NaN", "inf", "-Infinity", "1e999", "", "1,5"] {
            assert_eq!(number(&json!(value)), None, "{value}");
        }
        assert_eq!(number(&json!(true)), None);
    }

    #[test]
    fn a_flag_a_text_and_a_count() {
        assert_eq!(flag(&json!("TRUE")), Some(true));
        assert_eq!(flag(&json!("false")), Some(false));
        assert_eq!(flag(&json!(1)), None);
        assert_eq!(text(&json!(911)).as_deref(), Some("911"));
        assert_eq!(text(&json!([])), None);
        assert_eq!(count(&json!("12")), Some(12));
        assert_eq!(count(&json!(3.0)), Some(3));
        assert_eq!(count(&json!(-12)), None);
        assert_eq!(count(&Value::Null), None);
    }
}
