//! Where the vehicle is.

use serde::Deserialize;
use serde_json::Value;

use super::misfit::{Misfit, Part, parts};
use crate::{Coordinates, decode::optional, open_enum::caseless_enum};

caseless_enum! {
    /// Where the vehicle points (reference 4.5).
    CompassDirection {
        /// North.
        North = "N",
        /// North-east.
        NorthEast = "NE",
        /// East.
        East = "E",
        /// South-east.
        SouthEast = "SE",
        /// South.
        South = "S",
        /// South-west.
        SouthWest = "SW",
        /// West.
        West = "W",
        /// North-west.
        NorthWest = "NW",
    }
}

caseless_enum! {
    /// Of when a location is (reference 4.5).
    LocationKind {
        /// Where the vehicle is.
        Current = "CURRENT",
        /// Where it was parked last.
        LastParked = "LAST_PARKED",
    }
}

/// Where the vehicle is: `location-preciselocation` (reference 4.5).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Location {
    /// The place.
    pub coordinates: Coordinates,
    /// Where it points, in degrees clockwise from north.
    pub heading: Option<f64>,
    /// Where it points, in words.
    pub direction: Option<CompassDirection>,
    /// Of when it is.
    pub kind: Option<LocationKind>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LocationRecord {
    #[serde(default, deserialize_with = "optional::number")]
    latitude: Option<f64>,
    #[serde(default, deserialize_with = "optional::number")]
    longitude: Option<f64>,
    #[serde(default, deserialize_with = "optional::number")]
    heading: Option<f64>,
    #[serde(default, deserialize_with = "optional::word")]
    direction: Option<CompassDirection>,
    #[serde(default, deserialize_with = "optional::word")]
    location_type: Option<LocationKind>,
}

impl Location {
    pub(super) fn decode(body: &Value) -> Part<Self> {
        let record: LocationRecord = parts(body, &["latitude", "longitude"])?;
        let (latitude, longitude) = match (record.latitude, record.longitude) {
            (None, None) => return Ok(None),
            (Some(latitude), Some(longitude)) => (latitude, longitude),
            _ => return Err(Misfit),
        };
        Ok(Some(Self {
            coordinates: Coordinates::new(latitude, longitude).map_err(|_| Misfit)?,
            heading: record.heading,
            direction: record.direction,
            kind: record.location_type,
        }))
    }
}
