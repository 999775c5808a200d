//! A car of a few values, for unit tests.

use time::OffsetDateTime;

use super::{
    car::{Allowance, Car},
    model::{Vehicle, VehicleId},
    reading::{LastGood, Reading, Times},
    value::Value,
};

/// A reading of this value, which Carport took in at one instant and the car told at another.
pub(super) fn reading(
    code: &str,
    value: Value,
    carport: OffsetDateTime,
    car: Option<OffsetDateTime>,
) -> Reading {
    Reading {
        code: code.to_owned(),
        name: None,
        group: None,
        last_good: Some(LastGood {
            value,
            times: Times {
                car,
                smartcar: None,
                carport,
            },
        }),
        trouble: None,
    }
}

/// A car of which nothing is known but these readings.
pub(super) fn car(readings: Vec<Reading>) -> Car {
    Car {
        vehicle: Vehicle {
            id: VehicleId(String::new()),
            given_name: None,
            make: None,
            model: None,
            year: None,
            powertrain_type: None,
            mode: None,
        },
        readings,
        permissions: Vec::new(),
        refreshed_at: None,
        allowance: Allowance {
            possible_at: None,
            left_this_month: 1,
            left_now: 1,
        },
    }
}
