//! The vehicle as the pages know it.

use serde::{Deserialize, Serialize};

/// Smartcar's id of a vehicle, as it stands in our own URLs and forms. It opens nothing by itself:
/// the server looks it up among the session's own vehicles.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VehicleId(pub String);

/// One connected vehicle. What Smartcar has not told is `None`, and the page says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vehicle {
    /// Smartcar's id.
    pub id: VehicleId,
    /// What its owner calls it, when not as Smartcar does.
    pub given_name: Option<String>,
    /// The make as Smartcar spells it, such as `TESLA`.
    pub make: Option<String>,
    /// The model, such as `Model 3`.
    pub model: Option<String>,
    /// The model year.
    pub year: Option<u16>,
    /// Smartcar's powertrain type: `BEV`, `PHEV`, `HEV`, `ICE`, or a word not known yet.
    pub powertrain_type: Option<String>,
    /// Smartcar's mode: `live`, `simulated`, or a word not known yet.
    pub mode: Option<String>,
}
