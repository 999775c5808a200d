//! Up to where the battery is to be charged.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::InvalidInput;

/// A charge limit: a whole number of percent from 50 to 100 (reference 5).
///
/// ```
/// use smartcar::{InvalidInput, commands::ChargeLimit};
///
/// assert_eq!(ChargeLimit::new(80)?.percent(), 80);
/// assert_eq!(ChargeLimit::new(49), Err(InvalidInput::ChargeLimit));
/// # Ok::<(), InvalidInput>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "u8")]
pub struct ChargeLimit(u8);

impl ChargeLimit {
    /// The lowest that can be set.
    pub const LEAST: Self = Self(50);
    /// The highest.
    pub const MOST: Self = Self(100);

    /// Checks the range.
    ///
    /// # Errors
    ///
    /// [`InvalidInput::ChargeLimit`] outside of 50 to 100.
    pub fn new(percent: i64) -> Result<Self, InvalidInput> {
        u8::try_from(percent)
            .map(Self)
            .ok()
            .filter(|limit| (Self::LEAST..=Self::MOST).contains(limit))
            .ok_or(InvalidInput::ChargeLimit)
    }

    /// The number of percent.
    pub fn percent(self) -> u8 {
        self.0
    }
}

impl TryFrom<i64> for ChargeLimit {
    type Error = InvalidInput;

    fn try_from(percent: i64) -> Result<Self, Self::Error> {
        Self::new(percent)
    }
}

impl From<ChargeLimit> for u8 {
    fn from(limit: ChargeLimit) -> Self {
        limit.0
    }
}

impl fmt::Display for ChargeLimit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} %", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{ChargeLimit, InvalidInput};

    #[test]
    fn from_50_to_100_and_no_other() {
        for percent in [50, 51, 99, 100] {
            let limit = ChargeLimit::new(percent).unwrap();
            assert_eq!(i64::from(limit.percent()), percent);
        }
        for percent in [i64::MIN, -80, 0, 49, 101, 306, i64::MAX] {
            assert_eq!(
                ChargeLimit::new(percent),
                Err(InvalidInput::ChargeLimit),
                "{percent}"
            );
        }
    }

    #[test]
    fn what_was_stored_is_checked_again() {
        let limit: ChargeLimit = serde_json::from_str("80").unwrap();
        assert_eq!(serde_json::to_string(&limit).unwrap(), "80");
        for stored in ["49", "101", "80.5", "\"80\"", "null"] {
            assert!(
                serde_json::from_str::<ChargeLimit>(stored).is_err(),
                "{stored}"
            );
        }
    }
}
