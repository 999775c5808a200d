//! Parts of a body, and that it is none of its shape.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::decode;

/// The body is not of the shape of its signal.
#[derive(Debug)]
pub(super) struct Misfit;

/// A part of a body that may be there and say nothing: `null`.
pub(super) type Part<T> = Result<Option<T>, Misfit>;

/// The single value of a body.
pub(super) fn single<T>(body: &Value, read: impl FnOnce(&Value) -> Option<T>) -> Part<T> {
    match body.get("value") {
        None => Err(Misfit),
        Some(Value::Null) => Ok(None),
        Some(value) => read(value).map(Some).ok_or(Misfit),
    }
}

/// The list of a body, under the first of `names` that is there.
pub(super) fn list<T: DeserializeOwned>(body: &Value, names: &[&str]) -> Part<Vec<T>> {
    match names.iter().find_map(|name| body.get(name)) {
        None => Err(Misfit),
        Some(Value::Null) => Ok(None),
        Some(values) => decode::items(values).map(Some).ok_or(Misfit),
    }
}

/// All of a value.
pub(super) fn whole<T: DeserializeOwned>(value: &Value) -> Result<T, Misfit> {
    T::deserialize(value).map_err(|_| Misfit)
}

/// A body of named parts, at least one of which must be there: any object would do otherwise.
pub(super) fn parts<T: DeserializeOwned>(body: &Value, names: &[&str]) -> Result<T, Misfit> {
    if names.iter().any(|name| body.get(name).is_some()) {
        whole(body)
    } else {
        Err(Misfit)
    }
}
