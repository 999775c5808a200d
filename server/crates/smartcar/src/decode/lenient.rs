//! Values that Smartcar writes in more than one way. What is optional and cannot be read is `None`.

use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::Value;
use time::OffsetDateTime;

use super::scalar;

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
    Ok(scalar::text(&Value::deserialize(deserializer)?))
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
    let whole = scalar::whole(&Value::deserialize(deserializer)?);
    Ok(whole.and_then(|number| u16::try_from(number).ok()))
}

/// A count as a number or as a text.
pub(crate) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<usize>, D::Error> {
    let whole = scalar::whole(&Value::deserialize(deserializer)?);
    Ok(whole.and_then(|number| usize::try_from(number).ok()))
}

/// A time in any of its forms. One that is written as 0 is none.
pub(crate) fn timestamp<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<OffsetDateTime>, D::Error> {
    let instant = scalar::instant(&Value::deserialize(deserializer)?);
    Ok(instant.filter(scalar::is_known))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{count, text, timestamp, year};

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
    fn what_cannot_be_read_is_none() {
        assert_eq!(text(&json!([])).unwrap(), None);
        assert_eq!(count(&json!(-12)).unwrap(), None);
        assert_eq!(timestamp(&json!("yesterday")).unwrap(), None);
    }
}
