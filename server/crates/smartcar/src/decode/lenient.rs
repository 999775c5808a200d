//! Values that Smartcar writes in more than one way. What is optional and cannot be read is `None`.

use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::Value;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// An identifier. Unlike the rest it is not lenient: it decides whose a thing is.
pub(crate) fn identifier<'de, D: Deserializer<'de>, T: From<String>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.is_empty() {
        return Err(D::Error::custom("empty"));
    }
    Ok(T::from(text))
}

/// An identifier that may be missing or `null`, but must not be anything else.
pub(crate) fn optional_identifier<'de, D: Deserializer<'de>, T: From<String>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    Ok(text.filter(|text| !text.is_empty()).map(T::from))
}

/// A part that may be `null`.
pub(crate) fn nullable<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// A text, or a number as text: a model may be called `911`.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

/// A value of an open enumeration.
pub(crate) fn word<'de, D: Deserializer<'de>, T: From<String>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(text) => Some(T::from(text)),
        _ => None,
    })
}

/// A list of texts; other items are left out.
pub(crate) fn words<'de, D: Deserializer<'de>, T: From<String>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Array(items) => items
            .into_iter()
            .filter_map(|item| match item {
                Value::String(text) => Some(T::from(text)),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    })
}

/// A year as a number or as a text (reference 4.1).
pub(crate) fn year<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u16>, D::Error> {
    Ok(number(&Value::deserialize(deserializer)?).and_then(|number| u16::try_from(number).ok()))
}

/// A count as a number or as a text.
pub(crate) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<usize>, D::Error> {
    Ok(number(&Value::deserialize(deserializer)?).and_then(|number| usize::try_from(number).ok()))
}

/// A time as RFC 3339, or as milliseconds since 1970, as a number or as a text (reference 12.9).
pub(crate) fn timestamp<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<OffsetDateTime>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let written = value
        .as_str()
        .and_then(|text| OffsetDateTime::parse(text, &Rfc3339).ok());
    Ok(written.or_else(|| {
        let nanoseconds = i128::from(number(&value)?) * 1_000_000;
        OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).ok()
    }))
}

/// A whole number, as a number or as a text.
fn number(value: &Value) -> Option<i64> {
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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use time::macros::datetime;

    use super::{count, text, timestamp, year};

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
            assert_eq!(timestamp(&value).unwrap(), expected, "{value}");
        }
        for value in [json!("yesterday"), json!(i64::MAX), json!({}), json!(0.5)] {
            assert_eq!(timestamp(&value).unwrap(), None, "{value}");
        }
    }

    #[test]
    fn a_year_in_each_of_its_forms() {
        for value in [json!(2014), json!("2014"), json!(2014.0), json!(" 2014 ")] {
            assert_eq!(year(&value).unwrap(), Some(2014), "{value}");
        }
        for value in [json!("MMXIV"), json!(-1), json!(99_999), Value::Null] {
            assert_eq!(year(&value).unwrap(), None, "{value}");
        }
    }

    #[test]
    fn a_text_and_a_count() {
        assert_eq!(text(&json!(911)).unwrap().as_deref(), Some("911"));
        assert_eq!(text(&json!([])).unwrap(), None);
        assert_eq!(count(&json!("12")).unwrap(), Some(12));
        assert_eq!(count(&json!(-12)).unwrap(), None);
    }
}
