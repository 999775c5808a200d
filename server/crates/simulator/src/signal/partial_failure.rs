//! The store of a car of which a part cannot be read.

use serde_json::json;

use super::{Outcome, SignalError};

/// What stands in place of a signal in a store that partly fails: every flavour of reference 4.2
/// that a car itself does not show already.
pub(super) fn failure_of(code: &str) -> Option<Outcome> {
    let error = |kind, code, detail| Outcome::Error {
        error: SignalError::new(kind, Some(code), detail),
        body: None,
    };
    Some(match code {
        "location-preciselocation" | "location-isathome" => Outcome::Unavailable,
        "tractionbattery-range" | "internalcombustionengine-range" => Outcome::not_now(
            "UNREACHABLE",
            "The vehicle could not be reached.",
            Some(json!({ "value": null, "unit": "km" })),
        ),
        "closure-windows" => Outcome::not_now("ASLEEP", "The vehicle is asleep.", Some(json!({}))),
        "wheel-tires" => error(
            "UPSTREAM",
            "NO_RESPONSE",
            "The vehicle's manufacturer did not answer.",
        ),
        "odometer-traveleddistance" => error(
            "CONNECTED_SERVICES_ACCOUNT",
            "SUBSCRIPTION",
            "The vehicle's connected services subscription is not active.",
        ),
        "diagnostics-dtclist" => error(
            "COMPATIBILITY",
            "SMARTCAR_NOT_CAPABLE",
            "Smartcar does not read this signal from the vehicle yet.",
        ),
        _ => return None,
    })
}
