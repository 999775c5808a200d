//! What can be wrong with the configuration, in one line that names the variable.

use thiserror::Error;

/// A variable is missing or malformed. The text never repeats a value: it may be a secret.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ConfigError {
    /// A variable has to be set.
    #[error("{variable} is not set: {why}")]
    Missing {
        /// The variable.
        variable: &'static str,
        /// Why it is needed.
        why: &'static str,
    },
    /// A variable holds what cannot be used.
    #[error("{variable} is malformed: {expected}")]
    Malformed {
        /// The variable.
        variable: &'static str,
        /// What it has to be.
        expected: String,
    },
}

impl ConfigError {
    pub(super) fn malformed(variable: &'static str, expected: &str) -> Self {
        Self::Malformed {
            variable,
            expected: format!("it must be {expected}"),
        }
    }
}
