//! A place on the earth.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::InvalidInput;

/// A latitude and a longitude, in degrees (reference 4.5, 5).
///
/// They say where somebody is or lives, so `Debug` does not show them.
///
/// ```
/// use smartcar::{Coordinates, InvalidInput};
///
/// let place = Coordinates::new(48.137, 11.575)?;
/// assert_eq!(place.latitude(), 48.137);
/// assert_eq!(Coordinates::new(91.0, 0.0), Err(InvalidInput::Latitude));
/// # Ok::<(), InvalidInput>(())
/// ```
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Degrees")]
pub struct Coordinates {
    latitude: f64,
    longitude: f64,
}

#[derive(Deserialize)]
struct Degrees {
    latitude: f64,
    longitude: f64,
}

impl Coordinates {
    /// Checks the ranges.
    ///
    /// # Errors
    ///
    /// [`InvalidInput::Latitude`] outside of -90 to 90, [`InvalidInput::Longitude`] outside of -180
    /// to 180; what is not a number is outside.
    pub fn new(latitude: f64, longitude: f64) -> Result<Self, InvalidInput> {
        if !(-90.0..=90.0).contains(&latitude) {
            return Err(InvalidInput::Latitude);
        }
        if !(-180.0..=180.0).contains(&longitude) {
            return Err(InvalidInput::Longitude);
        }
        Ok(Self {
            latitude,
            longitude,
        })
    }

    /// Degrees north of the equator.
    pub fn latitude(self) -> f64 {
        self.latitude
    }

    /// Degrees east of Greenwich.
    pub fn longitude(self) -> f64 {
        self.longitude
    }
}

impl TryFrom<Degrees> for Coordinates {
    type Error = InvalidInput;

    fn try_from(degrees: Degrees) -> Result<Self, Self::Error> {
        Self::new(degrees.latitude, degrees.longitude)
    }
}

impl fmt::Debug for Coordinates {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Coordinates([hidden])")
    }
}

#[cfg(test)]
mod tests {
    use super::{Coordinates, InvalidInput};

    #[test]
    fn the_edges_of_the_world_are_on_it() {
        for (latitude, longitude) in [(90.0, 180.0), (-90.0, -180.0), (0.0, -0.0)] {
            assert!(Coordinates::new(latitude, longitude).is_ok());
        }
    }

    #[test]
    fn what_lies_beyond_or_nowhere_is_refused() {
        for latitude in [90.1, -90.1, f64::NAN, f64::INFINITY] {
            assert_eq!(Coordinates::new(latitude, 0.0), Err(InvalidInput::Latitude));
        }
        for longitude in [180.1, -180.1, f64::NAN, f64::NEG_INFINITY] {
            assert_eq!(
                Coordinates::new(0.0, longitude),
                Err(InvalidInput::Longitude)
            );
        }
    }

    #[test]
    fn what_was_stored_is_checked_again_and_not_shown() {
        let stored = r#"{"latitude":48.137,"longitude":11.575}"#;
        let place: Coordinates = serde_json::from_str(stored).unwrap();
        assert_eq!(serde_json::to_string(&place).unwrap(), stored);
        assert_eq!(format!("{place:?}"), "Coordinates([hidden])");
        assert!(serde_json::from_str::<Coordinates>(r#"{"latitude":91,"longitude":0}"#).is_err());
    }
}
