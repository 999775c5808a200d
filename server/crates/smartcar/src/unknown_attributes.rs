//! What an answer held beyond what this crate knows.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The attributes of a resource which this version of the crate does not know, by their names.
///
/// They may be personal, so `Debug` says only how many there are.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnknownAttributes(Map<String, Value>);

impl UnknownAttributes {
    /// The attribute of this name, as it was received.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// All of them.
    pub fn as_map(&self) -> &Map<String, Value> {
        &self.0
    }
}

impl From<UnknownAttributes> for Map<String, Value> {
    fn from(attributes: UnknownAttributes) -> Self {
        attributes.0
    }
}

impl fmt::Debug for UnknownAttributes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "UnknownAttributes({} hidden)", self.0.len())
    }
}
