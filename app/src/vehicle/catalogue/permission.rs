//! The permission that each signal needs (reference 4.5). Smartcar publishes no table of it, so some
//! are a guess. The client crate has the same table, which this crate may not know; a test of the
//! server compares the two.

/// The permission that the signal of this code needs; `None` when there is no idea of it.
pub fn permission_of(code: &str) -> Option<&'static str> {
    super::signal(code)?;
    let (group, name) = code.split_once('-')?;
    Some(match (group, name) {
        ("charge", "chargerecords") => "read_charge_records",
        ("charge", _) => "read_charge",
        ("climate", _) => "read_thermometer",
        ("closure", _) => "read_security",
        ("connectivitystatus", _) | ("vehicleidentification", "nickname") => "read_vehicle_info",
        ("diagnostics", _) => "read_diagnostics",
        ("hvac", _) => "read_climate",
        ("internalcombustionengine", "oillife") => "read_engine_oil",
        ("internalcombustionengine", _) => "read_fuel",
        ("location", _) => "read_location",
        ("lowvoltagebattery" | "tractionbattery", _) => "read_battery",
        ("motion", _) => "read_speedometer",
        ("odometer", _) => "read_odometer",
        ("service", _) => "read_service_history",
        ("vehicleidentification", "vin") => "read_vin",
        ("vehicleuseraccount", _) => "read_user_profile",
        ("wheel", "tires") => "read_tires",
        ("connectivitysoftware" | "surveillance" | "vehicleidentification" | "wheel", _) => {
            "read_extended_vehicle_info"
        }
        _ => return None,
    })
}
