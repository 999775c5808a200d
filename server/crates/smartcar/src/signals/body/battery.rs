//! The traction battery.

use serde::Deserialize;
use serde_json::Value;

use super::misfit::{Misfit, Part, parts, single};
use crate::{
    decode::{optional, scalar},
    open_enum::caseless_enum,
    signals::{Quantity, Unit},
};

caseless_enum! {
    /// Who says how much a battery holds (reference 4.5).
    CapacitySource {
        /// Smartcar knows it.
        Smartcar = "SMARTCAR",
        /// The owner chose among several.
        UserSelected = "USER_SELECTED",
    }
}

caseless_enum! {
    /// By what reckoning a range is given (reference 4.5).
    RangeKind {
        /// The car maker's usual one.
        Default = "DEFAULT",
        /// As the driver drives.
        Estimated = "ESTIMATED",
        /// As it would be at best.
        IdealConditions = "IDEAL_CONDITIONS",
        /// As it was certified.
        Rated = "RATED",
    }
}

/// How much the battery holds when new: `tractionbattery-nominalcapacity` (reference 4.5).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NominalCapacity {
    /// The capacity.
    pub capacity: Option<Quantity>,
    /// Who says so.
    pub source: Option<CapacitySource>,
    /// What batteries this model is sold with.
    pub available: Vec<AvailableCapacity>,
}

/// A battery that a model is sold with.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AvailableCapacity {
    /// The capacity.
    pub capacity: Option<Quantity>,
    /// Which variant of the model has it.
    pub description: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CapacityRecord {
    #[serde(default, deserialize_with = "optional::number")]
    capacity: Option<f64>,
    #[serde(default, deserialize_with = "optional::word")]
    source: Option<CapacitySource>,
    #[serde(default, deserialize_with = "optional::list")]
    available_capacities: Vec<AvailableRecord>,
}

#[derive(Deserialize)]
struct AvailableRecord {
    #[serde(default, deserialize_with = "optional::number")]
    capacity: Option<f64>,
    #[serde(default, deserialize_with = "optional::text")]
    description: Option<String>,
}

impl NominalCapacity {
    pub(super) fn decode(body: &Value, unit: Option<&Unit>) -> Result<Self, Misfit> {
        let record: CapacityRecord = parts(body, &["capacity", "availableCapacities"])?;
        let quantity = |value| Quantity::stated(value, body, unit);
        Ok(Self {
            capacity: record.capacity.map(quantity),
            source: record.source,
            available: record
                .available_capacities
                .into_iter()
                .map(|available| AvailableCapacity {
                    capacity: available.capacity.map(quantity),
                    description: available.description,
                })
                .collect(),
        })
    }
}

/// How far the battery will take the vehicle: `tractionbattery-range` (reference 4.5).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Range {
    /// The range.
    pub value: Quantity,
    /// By what reckoning.
    pub kind: Option<RangeKind>,
    /// The range by other reckonings.
    pub additional: Vec<RangeValue>,
}

/// A range by another reckoning.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RangeValue {
    /// By what reckoning.
    pub kind: Option<RangeKind>,
    /// The range.
    pub value: Option<Quantity>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RangeRecord {
    #[serde(default, rename = "type", deserialize_with = "optional::word")]
    kind: Option<RangeKind>,
    #[serde(default, deserialize_with = "optional::list")]
    additional_values: Vec<RangeValueRecord>,
}

#[derive(Deserialize)]
struct RangeValueRecord {
    #[serde(default, rename = "type", deserialize_with = "optional::word")]
    kind: Option<RangeKind>,
    #[serde(default, deserialize_with = "optional::number")]
    value: Option<f64>,
}

impl Range {
    pub(super) fn decode(body: &Value, unit: Option<&Unit>) -> Part<Self> {
        let Some(value) = single(body, scalar::number)? else {
            return Ok(None);
        };
        let record: RangeRecord = parts(body, &["value"])?;
        let quantity = |value| Quantity::stated(value, body, unit);
        Ok(Some(Self {
            value: quantity(value),
            kind: record.kind,
            additional: record
                .additional_values
                .into_iter()
                .map(|additional| RangeValue {
                    kind: additional.kind,
                    value: additional.value.map(quantity),
                })
                .collect(),
        }))
    }
}
