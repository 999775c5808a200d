//! Which signals a car can give.

use crate::fleet::{Equipment, PlannedVehicle, Powertrain};

/// What cars with the usual equipment lack, whatever moves them.
const UNUSUAL: [&str; 15] = [
    "charge-chargeportstatuscolor",
    "closure-sunroof",
    "closure-tailgate",
    "connectivitystatus-isdigitalkeypaired",
    "diagnostics-waterinfuel",
    "hvac-issteeringheateractive",
    "service-isinservice",
    "surveillance-brand",
    "surveillance-isenabled",
    "tractionbattery-isheateractive",
    "tractionbattery-maxrangechargecounter",
    "vehicleidentification-packages",
    "vehicleuseraccount-permissions",
    "vehicleuseraccount-role",
    "wheel-style",
];

/// Whether a car has what a signal is about.
pub(crate) fn is_capable(details: &PlannedVehicle, code: &str) -> bool {
    if details.setup.lacks.contains(code) {
        return false;
    }
    let powertrain = details.powertrain;
    let is_charged = matches!(powertrain, Powertrain::Bev | Powertrain::Phev);
    let burns = powertrain != Powertrain::Bev;
    let group = code.split_once('-').map_or(code, |(group, _)| group);
    let fits = match (group, code) {
        ("charge" | "tractionbattery", _) => is_charged,
        ("internalcombustionengine", _)
        | (
            _,
            "closure-enginecover"
            | "diagnostics-emissions"
            | "diagnostics-mil"
            | "diagnostics-oillife"
            | "diagnostics-oilpressure"
            | "diagnostics-oiltemperature"
            | "diagnostics-waterinfuel",
        ) => burns,
        (
            _,
            "diagnostics-evbatteryconditioning"
            | "diagnostics-evcharging"
            | "diagnostics-evdriveunit"
            | "diagnostics-evhvbattery",
        ) => is_charged,
        (_, "closure-fronttrunk") => powertrain == Powertrain::Bev,
        _ => true,
    };
    let is_sentry = group == "surveillance" && details.brand.make == "TESLA";
    let is_equipped =
        details.setup.equipment == Equipment::Full || is_sentry || !UNUSUAL.contains(&code);
    fits && is_equipped
}
