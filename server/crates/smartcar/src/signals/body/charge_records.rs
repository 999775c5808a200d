//! When, where and how much was charged.

use serde::Deserialize;
use time::OffsetDateTime;

use crate::{Coordinates, decode::optional};

/// One time that the vehicle was charged: `charge-chargerecords` (reference 4.5).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChargeRecord {
    /// Its identifier.
    #[serde(default, deserialize_with = "optional::text")]
    pub id: Option<String>,
    /// What it cost.
    pub cost: Option<ChargeCost>,
    /// When it began.
    #[serde(default, deserialize_with = "optional::instant")]
    pub start_time: Option<OffsetDateTime>,
    /// When it ended.
    #[serde(default, deserialize_with = "optional::instant")]
    pub end_time: Option<OffsetDateTime>,
    /// Where.
    pub location: Option<Place>,
    /// How much was charged, in kilowatt-hours.
    #[serde(default, deserialize_with = "optional::number")]
    pub energy_added: Option<f64>,
    /// The kind of plug.
    #[serde(default, deserialize_with = "optional::text")]
    pub connector_type: Option<String>,
    /// The way of charging.
    #[serde(default, deserialize_with = "optional::text")]
    pub charging_type: Option<String>,
    /// Whether anybody may charge there.
    #[serde(default, deserialize_with = "optional::flag")]
    pub is_public_charger: Option<bool>,
    /// How full the battery was before, in percent.
    #[serde(default, deserialize_with = "optional::number")]
    pub start_state_of_charge: Option<f64>,
    /// How full it was afterwards, in percent.
    #[serde(default, deserialize_with = "optional::number")]
    pub end_state_of_charge: Option<f64>,
}

/// What charging cost.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChargeCost {
    /// In which currency.
    #[serde(default, deserialize_with = "optional::text")]
    pub currency: Option<String>,
    /// For the energy.
    #[serde(default, deserialize_with = "optional::number")]
    pub energy_amount: Option<f64>,
    /// For anything else.
    #[serde(default, deserialize_with = "optional::number")]
    pub other_amount: Option<f64>,
}

/// A named place.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(from = "PlaceRecord")]
#[non_exhaustive]
pub struct Place {
    /// What the owner calls it.
    pub name: Option<String>,
    /// Its address.
    pub address: Option<String>,
    /// Where it is, if both numbers are there and on the earth.
    pub coordinates: Option<Coordinates>,
}

#[derive(Deserialize)]
struct PlaceRecord {
    #[serde(default, deserialize_with = "optional::text")]
    name: Option<String>,
    #[serde(default, deserialize_with = "optional::text")]
    address: Option<String>,
    #[serde(default, deserialize_with = "optional::number")]
    latitude: Option<f64>,
    #[serde(default, deserialize_with = "optional::number")]
    longitude: Option<f64>,
}

impl From<PlaceRecord> for Place {
    fn from(record: PlaceRecord) -> Self {
        let degrees = record.latitude.zip(record.longitude);
        Self {
            name: record.name,
            address: record.address,
            coordinates: degrees
                .and_then(|(latitude, longitude)| Coordinates::new(latitude, longitude).ok()),
        }
    }
}
