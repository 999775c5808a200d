//! Up to where the battery is charged.

use serde::Deserialize;
use serde_json::Value;

use super::{
    Place,
    misfit::{Misfit, parts},
};
use crate::{
    decode::optional,
    open_enum::caseless_enum,
    signals::{Quantity, Unit},
};

caseless_enum! {
    /// Where or how a charge limit holds (reference 4.5).
    ChargeLimitKind {
        /// Everywhere.
        Global = "GLOBAL",
        /// At a place.
        Location = "LOCATION",
        /// At a kind of plug.
        Connector = "CONNECTOR",
        /// At a way of charging.
        ChargingType = "CHARGING_TYPE",
    }
}

/// Up to where the battery is charged: `charge-chargelimits` (reference 4.5).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChargeLimits {
    /// The limits that are set. There may be none.
    pub limits: Vec<ChargeLimitEntry>,
    /// The one that holds at present.
    pub active: Option<Quantity>,
}

/// A charge limit, and where or how it holds.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChargeLimitEntry {
    /// Where or how it holds.
    pub kind: Option<ChargeLimitKind>,
    /// The limit.
    pub limit: Option<Quantity>,
    /// At which place or plug.
    pub condition: Option<LimitCondition>,
}

/// At which place or plug a charge limit, or a charge timer, holds.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LimitCondition {
    /// The place.
    #[serde(flatten)]
    pub place: Place,
    /// The kind of plug.
    #[serde(default, deserialize_with = "optional::text")]
    pub connector_type: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LimitsRecord {
    #[serde(default, deserialize_with = "optional::list")]
    values: Vec<LimitRecord>,
    #[serde(default, deserialize_with = "optional::number")]
    active_limit: Option<f64>,
}

#[derive(Deserialize)]
struct LimitRecord {
    #[serde(default, rename = "type", deserialize_with = "optional::word")]
    kind: Option<ChargeLimitKind>,
    #[serde(default, deserialize_with = "optional::number")]
    limit: Option<f64>,
    condition: Option<LimitCondition>,
}

impl ChargeLimits {
    pub(super) fn decode(body: &Value, unit: Option<&Unit>) -> Result<Self, Misfit> {
        let record: LimitsRecord = parts(body, &["values", "activeLimit"])?;
        let quantity = |value| Quantity::stated(value, body, unit);
        Ok(Self {
            limits: record
                .values
                .into_iter()
                .map(|entry| ChargeLimitEntry {
                    kind: entry.kind,
                    limit: entry.limit.map(quantity),
                    condition: entry.condition,
                })
                .collect(),
            active: record.active_limit.map(quantity),
        })
    }
}
