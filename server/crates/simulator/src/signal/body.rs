//! The bodies of the signals, made of the car's state so that they agree with each other.

mod battery;
mod charge;
mod closure;
mod comfort;
mod diagnostics;
mod engine;
mod identity;
mod motion;

use serde_json::{Value, json};

use super::{Outcome, number};
use crate::car::Car;
use crate::fleet::PlannedVehicle;

/// What a car says of a signal; `None` where the simulator knows no such signal.
pub(super) fn outcome_of(details: &PlannedVehicle, car: &Car, code: &str) -> Option<Outcome> {
    let (group, name) = code.split_once('-')?;
    match group {
        "charge" => charge::outcome(details, car, name),
        "climate" | "hvac" | "connectivitystatus" | "connectivitysoftware" | "surveillance" => {
            comfort::body(details, car, code).map(Outcome::Success)
        }
        "closure" => closure::body(car, name).map(Outcome::Success),
        "diagnostics" => diagnostics::body(car, name).map(Outcome::Success),
        "internalcombustionengine" => engine::body(car, name).map(Outcome::Success),
        "tractionbattery" | "lowvoltagebattery" => battery::body(car, code).map(Outcome::Success),
        "location" | "motion" | "odometer" | "transmission" | "wheel" => {
            motion::body(car, code).map(Outcome::Success)
        }
        "service" | "vehicleidentification" | "vehicleuseraccount" => {
            identity::body(details, car, code).map(Outcome::Success)
        }
        _ => None,
    }
}

/// `{"value": …}`
fn plain(value: impl Into<Value>) -> Value {
    json!({ "value": value.into() })
}

/// `{"value": …, "unit": …}`
fn measured(value: f64, decimals: usize, unit: &str) -> Value {
    json!({ "value": number(value, decimals), "unit": unit })
}
