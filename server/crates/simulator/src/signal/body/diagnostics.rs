//! Group Diagnostics: a healthy car whose washer fluid is low, which needs no workshop.

use serde_json::{Value, json};

use crate::car::Car;

/// Below this a tyre needs air, in bar.
const FLAT: f64 = 2.0;

pub(super) fn body(car: &Car, name: &str) -> Option<Value> {
    let has_flat = car.tyres.iter().any(|pressure| *pressure < FLAT);
    Some(match name {
        "dtccount" => json!({ "value": 0, "unit": "count" }),
        "dtclist" => json!({ "values": [] }),
        "washerfluid" => json!({ "status": "ALERT", "description": "Washer fluid is low." }),
        "tirepressure" if has_flat => {
            json!({ "status": "ALERT", "description": "A tyre needs air." })
        }
        "abs"
        | "activesafety"
        | "airbag"
        | "brakefluid"
        | "driverassistance"
        | "emissions"
        | "evbatteryconditioning"
        | "evcharging"
        | "evdriveunit"
        | "evhvbattery"
        | "lighting"
        | "mil"
        | "oillife"
        | "oilpressure"
        | "oiltemperature"
        | "telematics"
        | "tirepressure"
        | "tirepressuremonitoring"
        | "transmission"
        | "waterinfuel" => json!({ "status": "OK" }),
        _ => return None,
    })
}
