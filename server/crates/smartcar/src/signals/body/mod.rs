//! What a signal says, by its shape.

mod battery;
mod charge_limits;
mod charge_records;
mod charge_timers;
mod closures;
mod decode;
mod diagnostics;
mod drive_mode;
mod location;
mod misfit;
mod service;
mod tires;

use serde_json::Value;

pub use battery::{
    AvailableCapacity, CapacitySource, NominalCapacity, Range, RangeKind, RangeValue,
};
pub use charge_limits::{ChargeLimitEntry, ChargeLimitKind, ChargeLimits, LimitCondition};
pub use charge_records::{ChargeCost, ChargeRecord, Place};
pub use charge_timers::{ChargeTimer, ChargeTimes, DepartureTimer, ScheduleType, Weekday};
pub use closures::{Cover, Door, Doors, Trunk, Window, Windows};
pub use diagnostics::{Diagnostic, DiagnosticStatus, TroubleCode};
pub use drive_mode::DriveMode;
pub use location::{CompassDirection, Location, LocationKind};
pub use service::{ServiceCost, ServiceItem, ServiceRecord};
pub use tires::{Tire, TirePressure, Tires};

use super::Quantity;

/// What a signal says (reference 4.5).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Body {
    /// Yes or no.
    Flag(bool),
    /// A number with its unit.
    Number(Quantity),
    /// How many.
    Count(u64),
    /// A word or a name.
    Text(String),
    /// Several words.
    Texts(Vec<String>),
    /// Up to where the battery is charged.
    ChargeLimits(ChargeLimits),
    /// When, where and how much was charged.
    ChargeRecords(Vec<ChargeRecord>),
    /// When the vehicle is to charge.
    ChargeTimers(Vec<ChargeTimer>),
    /// The doors.
    Doors(Doors),
    /// The windows.
    Windows(Windows),
    /// The engine cover or the sunroof.
    Cover(Cover),
    /// A trunk or the tailgate.
    Trunk(Trunk),
    /// The health of a system.
    Diagnostic(Diagnostic),
    /// What the vehicle's diagnosis has noted.
    TroubleCodes(Vec<TroubleCode>),
    /// Where the vehicle is.
    Location(Location),
    /// What was done to the vehicle.
    ServiceRecords(Vec<ServiceRecord>),
    /// How much the battery holds when new.
    NominalCapacity(NominalCapacity),
    /// How far the battery will take the vehicle.
    Range(Range),
    /// How the vehicle drives.
    DriveMode(DriveMode),
    /// The tyres.
    Tires(Tires),
    /// As it was received: of an unknown signal, or of one whose shape has changed.
    Raw(Value),
}

#[cfg(test)]
mod tests;
