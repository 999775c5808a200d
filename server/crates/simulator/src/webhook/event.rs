//! Events, and the bytes that they are delivered in.

use serde::Serialize;
use serde_json::Value;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::instant::{iso_instant, milliseconds};

/// The longest body in bytes (reference 8.5).
pub(super) const LONGEST_BODY: usize = 50 * 1024;

/// What an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum EventKind {
    Verify,
    VehicleState,
    VehicleError,
}

impl EventKind {
    pub(crate) const ALL: [Self; 3] = [Self::Verify, Self::VehicleState, Self::VehicleError];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Verify => "VERIFY",
            Self::VehicleState => "VEHICLE_STATE",
            Self::VehicleError => "VEHICLE_ERROR",
        }
    }
}

/// How times are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Times {
    /// Milliseconds since 1970.
    Numbers,
    /// RFC 3339.
    Text,
}

impl Times {
    pub(super) fn write(self, instant: OffsetDateTime) -> Value {
        match self {
            Self::Numbers => milliseconds(instant).into(),
            Self::Text => iso_instant(instant).into(),
        }
    }
}

/// An event: the same in each of its deliveries, but for the id and the time of the delivery.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub(crate) id: Uuid,
    pub(crate) kind: EventKind,
    /// The body without what each delivery has of its own.
    pub(super) template: Value,
    /// Why it is delivered: codes of signals, `FIRST_DELIVERY`, or errors with their state.
    pub(crate) reasons: Vec<String>,
    pub(crate) sequence: Option<i64>,
    pub(super) times: Times,
    /// `meta.deliveryTime` in place of `deliveredAt`, as in 2025 (reference 8.3).
    pub(super) names_delivery_time: bool,
    pub(super) is_signed: bool,
}

impl Event {
    /// The body of one delivery.
    pub(super) fn body(&self, delivery_id: Uuid, delivered: OffsetDateTime) -> Vec<u8> {
        let mut body = self.template.clone();
        let meta = &mut body["meta"];
        let name = if self.names_delivery_time {
            "deliveryTime"
        } else {
            "deliveredAt"
        };
        meta["deliveryId"] = delivery_id.to_string().into();
        meta[name] = self.times.write(delivered);
        body.to_string().into_bytes()
    }
}
