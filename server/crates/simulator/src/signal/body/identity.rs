//! Groups `VehicleIdentification`, `VehicleUserAccount` and `Service`.

use serde_json::{Value, json};
use time::Duration;

use super::plain;
use crate::car::Car;
use crate::fleet::PlannedVehicle;
use crate::instant::iso_instant;
use crate::signal::number;

const COLOURS: [&str; 5] = [
    "Midnight Blue",
    "Pearl White",
    "Graphite",
    "Racing Red",
    "Silver",
];

pub(super) fn body(details: &PlannedVehicle, car: &Car, code: &str) -> Option<Value> {
    let colour = usize::from(details.vin.bytes().last().unwrap_or_default()) % COLOURS.len();
    Some(match code {
        "vehicleidentification-vin" => plain(details.vin.as_str()),
        "vehicleidentification-nickname" => plain(format!("My {}", details.model)),
        "vehicleidentification-exteriorcolor" => plain(COLOURS[colour]),
        "vehicleidentification-trim" => plain("Long Range"),
        "vehicleidentification-packages" => json!({ "values": ["Winter", "Driver Assistance"] }),
        "vehicleuseraccount-permissions" => {
            json!({ "values": ["VEHICLE_DATA", "VEHICLE_COMMANDS", "CHARGING"] })
        }
        "vehicleuseraccount-role" => plain("Owner"),
        "service-isinservice" => plain(car.is_in_service),
        "service-records" => json!({ "values": [{
            "id": "service-1",
            "cost": { "amount": 249, "currency": "EUR" },
            "time": iso_instant(car.first_day - Duration::days(143)),
            "tasks": [{ "id": "task-1", "description": "Annual inspection" }],
            "details": [{ "id": "detail-1", "description": "Cabin filter replaced" }],
            "odometer": number(car.first_odometer - 3_900.0, 0),
        }] }),
        _ => return None,
    })
}
