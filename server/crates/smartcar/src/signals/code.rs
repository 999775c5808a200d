//! What a signal is called.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::KnownSignal;

/// The code of a signal, such as `tractionbattery-stateofcharge` (reference 4.5).
///
/// An open set: Smartcar adds signals without a new version of its API.
///
/// ```
/// use smartcar::signals::{KnownSignal, SignalCode};
///
/// let code = SignalCode::from("closure-islocked");
/// assert_eq!(code.known(), Some(KnownSignal::ClosureIsLocked));
/// assert_eq!(SignalCode::from("flux-capacitor").known(), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SignalCode(String);

impl SignalCode {
    /// Takes the code as it is.
    pub fn new(code: impl Into<String>) -> Self {
        Self(code.into())
    }

    /// The code as it is written on the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The signal of the catalogue by this code.
    pub fn known(&self) -> Option<KnownSignal> {
        KnownSignal::from_code(&self.0)
    }
}

impl KnownSignal {
    /// The signal by its code, without regard to case.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|known| known.code().eq_ignore_ascii_case(code))
    }
}

impl fmt::Display for KnownSignal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

impl fmt::Display for SignalCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<KnownSignal> for SignalCode {
    fn from(known: KnownSignal) -> Self {
        Self::new(known.code())
    }
}

impl From<&str> for SignalCode {
    fn from(code: &str) -> Self {
        Self::new(code)
    }
}

impl From<String> for SignalCode {
    fn from(code: String) -> Self {
        Self::new(code)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{KnownSignal, SignalCode};
    use crate::signals::Shape;

    #[test]
    fn the_catalogue_has_93_codes_and_each_is_found_by_its_own() {
        let codes: HashSet<&str> = KnownSignal::ALL.iter().map(|known| known.code()).collect();
        assert_eq!(codes.len(), 93);
        for known in KnownSignal::ALL {
            assert_eq!(SignalCode::from(*known).known(), Some(*known));
            assert_eq!(
                KnownSignal::from_code(&known.code().to_uppercase()),
                Some(*known)
            );
        }
    }

    #[test]
    fn every_number_has_a_unit_and_what_is_no_number_has_none() {
        for known in KnownSignal::ALL {
            let measured = matches!(
                known.shape(),
                Shape::Number
                    | Shape::ChargeLimits
                    | Shape::NominalCapacity
                    | Shape::Range
                    | Shape::Tires
            );
            assert_eq!(known.default_unit().is_some(), measured, "{known}");
        }
    }

    #[test]
    fn a_guessed_permission_says_so() {
        let permission = |known: KnownSignal| known.documented_permission();
        let odometer = permission(KnownSignal::OdometerTraveledDistance).unwrap();
        assert_eq!(odometer.permission.as_str(), "read_odometer");
        assert!(!odometer.is_guess);
        assert!(permission(KnownSignal::LocationIsAtHome).unwrap().is_guess);
        assert_eq!(permission(KnownSignal::TransmissionGearState), None);
    }
}
