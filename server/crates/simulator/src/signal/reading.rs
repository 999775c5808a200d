//! One signal in the store.

use time::{Duration, OffsetDateTime};

use super::Outcome;

/// How often the store asks again of itself (reference 0.3).
const REFRESH: Duration = Duration::DAY;

/// What the store holds of a signal.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    /// What the car last said by itself: a change of it ends what was set by hand.
    pub(super) said: Option<Outcome>,
    pub(crate) outcome: Outcome,
    pub(crate) times: Times,
    pub(crate) hand: Hand,
}

/// Whether a person has changed a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hand {
    /// It is what the car says.
    Untouched,
    /// It is a body by hand, until the car says something else.
    Body,
    /// It is an error by hand, until it is taken back.
    Kept,
}

/// The three times of a reading (reference 4.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Times {
    /// When the car recorded it.
    pub(crate) oem_updated: Option<OffsetDateTime>,
    /// When Smartcar fetched it.
    pub(crate) retrieved: Option<OffsetDateTime>,
    /// When the store took it in.
    pub(crate) ingested: OffsetDateTime,
}

impl Times {
    /// What happened at one instant and is seen at another one.
    pub(crate) fn of_change(happened: OffsetDateTime, seen: OffsetDateTime) -> Self {
        let happened = happened.min(seen);
        Self {
            oem_updated: Some(happened),
            retrieved: Some(happened + (seen - happened) / 2),
            ingested: seen,
        }
    }

    /// What a store that was filled a little while ago says: the maker's own server already had it
    /// for as long as values of this group are usually old.
    pub(super) fn of_first_filling(group: &str, now: OffsetDateTime) -> Self {
        let ingested = now - Duration::milliseconds(41_300);
        let retrieved = ingested - Duration::milliseconds(1_845);
        let age = match group {
            "Charge" | "TractionBattery" => Duration::minutes(6),
            "Closure" | "ConnectivityStatus" | "Climate" | "HVAC" => Duration::minutes(11),
            "Diagnostics" | "LowVoltageBattery" => Duration::hours(5),
            "VehicleIdentification" | "VehicleUserAccount" | "Service" | "ConnectivitySoftware" => {
                Duration::hours(31)
            }
            _ => Duration::minutes(37),
        };
        Self {
            oem_updated: Some(retrieved - age - Duration::milliseconds(210)),
            retrieved: Some(retrieved),
            ingested,
        }
    }

    /// The times as they are now: the store has asked again once a day, and the car has said
    /// nothing new.
    pub(crate) fn refreshed(self, now: OffsetDateTime) -> Self {
        let days = (now - self.ingested).whole_days().max(0);
        let by = REFRESH * i32::try_from(days).unwrap_or(i32::MAX);
        Self {
            oem_updated: self.oem_updated,
            retrieved: self.retrieved.map(|retrieved| retrieved + by),
            ingested: self.ingested + by,
        }
    }
}
