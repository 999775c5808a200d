//! Fields that may be missing or `null`, but else must be what they are said to be.
//!
//! Stricter than [`lenient`](super::lenient): what does not fit fails its whole body, which is then
//! kept raw. Half a body would pass for a whole one.

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error as _},
};
use serde_json::Value;
use time::OffsetDateTime;

use super::scalar;

fn read<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    read: impl FnOnce(&Value) -> Option<T>,
) -> Result<Option<T>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        value => read(&value)
            .map(Some)
            .ok_or_else(|| D::Error::custom("of another shape")),
    }
}

/// A truth.
pub(crate) fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
    read(deserializer, scalar::flag)
}

/// A finite number.
pub(crate) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    read(deserializer, scalar::number)
}

/// A count.
pub(crate) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    read(deserializer, scalar::count)
}

/// A text.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    read(deserializer, scalar::text)
}

/// A value of an open enumeration.
pub(crate) fn word<'de, D: Deserializer<'de>, T: From<String>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    read(deserializer, |value| value.as_str().map(str::to_owned)).map(|text| text.map(T::from))
}

/// A time. One that is written as 0 is none.
pub(crate) fn instant<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<OffsetDateTime>, D::Error> {
    let instant = read(deserializer, scalar::instant)?;
    Ok(instant.filter(scalar::is_known))
}

/// A list, `null` being an empty one.
pub(crate) fn list<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let items = read(deserializer, |value| super::items(value))?;
    Ok(items.unwrap_or_default())
}
