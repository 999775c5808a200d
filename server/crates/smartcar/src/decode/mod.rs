//! From bytes to values: strict where it matters, lenient where Smartcar is inconsistent.

mod failure;
pub(crate) mod lenient;
pub(crate) mod optional;
pub(crate) mod scalar;

use serde::{Deserialize, de::DeserializeOwned, de::IgnoredAny};
use serde_json::Value;

pub(crate) use failure::DecodeFailure;

#[derive(Deserialize)]
struct Probe {
    data: Option<IgnoredAny>,
}

#[derive(Deserialize)]
struct Envelope<T> {
    data: T,
}

/// Whether JSON is an object. To `serde` a list may stand for a structure, its fields by their
/// positions; where this is asked, it may not.
pub(crate) fn is_object(json: &str) -> bool {
    json.trim_start_matches([' ', '\t', '\r', '\n'])
        .starts_with('{')
}

/// Reads an object, `None` if it is none, or not of this shape.
pub(crate) fn object<'json, T: Deserialize<'json>>(json: &'json str) -> Option<T> {
    is_object(json).then(|| serde_json::from_str(json).ok())?
}

/// Reads a document.
pub(crate) fn document<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeFailure> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| DecodeFailure::new(&error))?;
    deserializer
        .end()
        .map_err(|error| DecodeFailure::trailing(&error))?;
    Ok(value)
}

/// Reads a resource, wrapped in `{"data": …}` or bare (reference 4.1).
pub(crate) fn resource<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeFailure> {
    match serde_json::from_slice(body) {
        Ok(Probe { data: Some(_) }) => document::<Envelope<T>>(body).map(|envelope| envelope.data),
        _ => document(body),
    }
}

/// Reads one item of a list.
pub(crate) fn item<T: DeserializeOwned>(item: Value) -> Result<T, DecodeFailure> {
    serde_path_to_error::deserialize(item).map_err(|error| DecodeFailure::new(&error))
}

/// Reads every item of a list, or none. None is a list itself: see [`is_object`].
pub(crate) fn items<T: DeserializeOwned>(list: &Value) -> Option<Vec<T>> {
    list.as_array()?
        .iter()
        .map(|item| (!item.is_array()).then(|| T::deserialize(item).ok())?)
        .collect()
}

#[cfg(test)]
pub(crate) mod tests;
