//! Groups `TractionBattery` and `LowVoltageBattery`.

use serde_json::{Value, json};

use super::{measured, plain};
use crate::car::Car;
use crate::signal::number;

pub(super) fn body(car: &Car, code: &str) -> Option<Value> {
    let range = car.energy.electric_range();
    Some(match code {
        "tractionbattery-stateofcharge" => measured(car.energy.state_of_charge, 1, "percent"),
        "tractionbattery-range" => json!({
            "value": number(range, 0),
            "type": "DEFAULT",
            "additionalValues": [
                { "type": "ESTIMATED", "value": number(range * 0.94, 0) },
                { "type": "IDEAL_CONDITIONS", "value": number(range * 1.22, 0) },
                { "type": "RATED", "value": number(range * 1.12, 0) },
            ],
            "unit": "km",
        }),
        "tractionbattery-nominalcapacity" => json!({
            "capacity": number(car.energy.capacity, 1),
            "source": "SMARTCAR",
            "availableCapacities": [
                { "capacity": number(car.energy.capacity, 1), "description": null },
            ],
            "unit": "kWh",
        }),
        "tractionbattery-isheateractive" => {
            plain(car.is_charging() && car.outside_temperature < 5.0)
        }
        "tractionbattery-maxrangechargecounter" => json!({ "value": 4, "unit": "count" }),
        "lowvoltagebattery-stateofcharge" => measured(91.0, 0, "percent"),
        "lowvoltagebattery-status" => plain("GOOD"),
        _ => return None,
    })
}
