//! Group `InternalCombustionEngine`.

use serde_json::Value;

use super::measured;
use crate::car::Car;

pub(super) fn body(car: &Car, name: &str) -> Option<Value> {
    Some(match name {
        "amountremaining" => measured(car.energy.fuel, 1, "liters"),
        "fuellevel" => measured(car.energy.fuel_level(), 1, "percent"),
        "range" => measured(car.energy.fuel_range(), 0, "km"),
        // A change every 15000 km.
        "oillife" => measured(
            100.0 - car.odometer.rem_euclid(15_000.0) / 150.0,
            0,
            "percent",
        ),
        _ => return None,
    })
}
