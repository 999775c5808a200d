//! What was done to the vehicle.

use serde::Deserialize;
use time::OffsetDateTime;

use crate::decode::optional;

/// A visit to the garage: `service-records` (reference 4.5).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ServiceRecord {
    /// Its identifier.
    #[serde(default, deserialize_with = "optional::text")]
    pub id: Option<String>,
    /// What it cost.
    pub cost: Option<ServiceCost>,
    /// When it was.
    #[serde(default, deserialize_with = "optional::instant")]
    pub time: Option<OffsetDateTime>,
    /// What was done.
    #[serde(default, deserialize_with = "optional::list")]
    pub tasks: Vec<ServiceItem>,
    /// What else was noted.
    #[serde(default, deserialize_with = "optional::list")]
    pub details: Vec<ServiceItem>,
    /// How far the vehicle had been driven. The unit is not documented.
    #[serde(default, deserialize_with = "optional::number")]
    pub odometer: Option<f64>,
}

/// What a service cost.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ServiceCost {
    /// How much.
    #[serde(default, deserialize_with = "optional::number")]
    pub amount: Option<f64>,
    /// In which currency.
    #[serde(default, deserialize_with = "optional::text")]
    pub currency: Option<String>,
}

/// Something that was done or noted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct ServiceItem {
    /// Its identifier.
    #[serde(default, deserialize_with = "optional::text")]
    pub id: Option<String>,
    /// What it is.
    #[serde(default, deserialize_with = "optional::text")]
    pub description: Option<String>,
}
