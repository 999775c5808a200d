//! What a person or a program put in and no car could carry out.

use std::fmt;

use crate::Error;

/// Why a value was refused before anything was sent. The text is for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InvalidInput {
    /// A charge limit that is not a whole number from 50 to 100.
    ChargeLimit,
    /// A latitude that is no number from -90 to 90.
    Latitude,
    /// A longitude that is no number from -180 to 180.
    Longitude,
    /// A time of day that is not `HH:MM` from `00:00` to `23:59`.
    TimeOfDay,
    /// A charge window that has no length.
    EndsAsItBegins,
    /// A charge window that ends before it begins.
    EndsBeforeItBegins,
    /// A charge schedule without a single window.
    NoWindow,
}

impl fmt::Display for InvalidInput {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::ChargeLimit => "A charge limit is a whole number from 50 to 100.",
            Self::Latitude => "A latitude is a number from -90 to 90.",
            Self::Longitude => "A longitude is a number from -180 to 180.",
            Self::TimeOfDay => "A time of day is written HH:MM, from 00:00 to 23:59.",
            Self::EndsAsItBegins => {
                "Charging would end at the moment it begins: choose a later end."
            }
            Self::EndsBeforeItBegins => {
                "Charging would end before it begins: choose a later end. To charge over midnight, \
                 make one schedule that ends at 23:59 and another that begins at 00:00."
            }
            Self::NoWindow => "A charge schedule needs at least one day with a time.",
        })
    }
}

impl std::error::Error for InvalidInput {}

impl From<InvalidInput> for Error {
    fn from(input: InvalidInput) -> Self {
        Self::invalid_argument(&input.to_string())
    }
}
