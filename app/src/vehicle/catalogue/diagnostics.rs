//! What the car says of its own systems, and what was done to it.

use super::{Signal, half_day, week};

pub(super) const SERVICE: [Signal; 25] = [
    half_day("service-isinservice", "Service").or("In service", "Not in service"),
    week("service-records", "Past services"),
    week("diagnostics-dtccount", "Trouble codes"),
    week("diagnostics-dtclist", "List of trouble codes"),
    week("diagnostics-mil", "Engine warning light"),
    week("diagnostics-airbag", "Airbags"),
    week("diagnostics-abs", "Anti-lock brakes"),
    week("diagnostics-brakefluid", "Brake fluid"),
    week("diagnostics-activesafety", "Active safety"),
    week("diagnostics-driverassistance", "Driver assistance"),
    week("diagnostics-lighting", "Lights"),
    week("diagnostics-tirepressure", "Tyre pressure warning"),
    week(
        "diagnostics-tirepressuremonitoring",
        "Tyre pressure monitoring",
    ),
    week("diagnostics-evhvbattery", "High-voltage battery"),
    week("diagnostics-evbatteryconditioning", "Battery conditioning"),
    week("diagnostics-evcharging", "Charging system"),
    week("diagnostics-evdriveunit", "Electric drive"),
    week("diagnostics-transmission", "Transmission"),
    week("diagnostics-oillife", "Oil life"),
    week("diagnostics-oilpressure", "Oil pressure"),
    week("diagnostics-oiltemperature", "Oil temperature"),
    week("diagnostics-emissions", "Emissions"),
    week("diagnostics-waterinfuel", "Water in the fuel"),
    week("diagnostics-washerfluid", "Washer fluid"),
    week("diagnostics-telematics", "Telematics"),
];
