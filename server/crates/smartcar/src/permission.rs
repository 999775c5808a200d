//! Permissions.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A permission of an owner to an application, such as `read_odometer` (reference 6).
///
/// An open set: Smartcar adds permissions without a new version of its API.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Permission(String);

impl Permission {
    /// Takes the name as it is.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The name of the permission.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Permission {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

impl From<String> for Permission {
    fn from(name: String) -> Self {
        Self::new(name)
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
