//! Cars to order: their readings, and a few made-up ones.

use app::vehicle::{
    car::{Allowance, Car},
    model::{Vehicle, VehicleId},
    reading::{Condition, LastGood, Reading, Times, Trouble},
    value::{Location, Opening, Quantity, Tyre, Unit, Value},
};
use time::Duration;

use crate::support::{Answer, FakeGarage, NOW, open};

/// A vehicle of which everything is known.
pub(crate) fn tesla() -> Vehicle {
    Vehicle {
        id: VehicleId("36ab27d0-fd9d-4455-823a-ce30af709ffc".to_owned()),
        given_name: None,
        make: Some("TESLA".to_owned()),
        model: Some("Model 3".to_owned()),
        year: Some(2021),
        powertrain_type: Some("BEV".to_owned()),
        mode: Some("simulated".to_owned()),
    }
}

/// A vehicle of which nothing is known but its id.
pub(crate) fn untold() -> Vehicle {
    Vehicle {
        id: VehicleId("f00dbabe".to_owned()),
        given_name: None,
        make: None,
        model: None,
        year: None,
        powertrain_type: None,
        mode: None,
    }
}

/// A car of which nothing was read yet.
pub(crate) fn silent(vehicle: Vehicle) -> Car {
    Car {
        vehicle,
        readings: Vec::new(),
        permissions: Vec::new(),
        refreshed_at: None,
        allowance: Allowance {
            possible_at: None,
            left_this_month: 412,
            left_now: 100,
        },
    }
}

/// The page of this car.
pub(crate) async fn page(car: Car) -> Answer {
    let address = format!("/vehicle/{}", car.vehicle.id.0);
    open(FakeGarage::of(vec![car]), &address).await
}

/// The page of an electric car of these readings.
pub(crate) async fn page_of(readings: Vec<Reading>) -> Answer {
    page(car("f00dbabe", "Model 3", "BEV", readings)).await
}

/// A reading of so many minutes ago.
pub(crate) fn reading(code: &str, minutes: i64, value: Value) -> Reading {
    let then = NOW - Duration::minutes(minutes);
    Reading {
        code: code.to_owned(),
        name: None,
        group: None,
        last_good: Some(LastGood {
            value,
            times: Times {
                car: Some(then),
                smartcar: Some(then),
                carport: then,
            },
        }),
        trouble: None,
    }
}

/// A reading that never had a value.
pub(crate) fn without(code: &str, condition: Condition) -> Reading {
    Reading {
        last_good: None,
        ..troubled(reading(code, 0, Value::Flag(true)), condition)
    }
}

/// A reading whose last answer had no value.
pub(crate) fn troubled(reading: Reading, condition: Condition) -> Reading {
    Reading {
        trouble: Some(Trouble {
            condition,
            code: Some(format!("TYPE:{condition:?}").to_uppercase()),
            since: NOW - Duration::minutes(3),
        }),
        ..reading
    }
}

pub(crate) fn quantity(value: f64, unit: Unit) -> Value {
    Value::Quantity(Quantity { value, unit })
}

pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub(crate) fn openings(states: &[(u8, u8, Option<bool>)]) -> Value {
    let openings = states.iter().map(|(row, column, is_open)| Opening {
        row: Some(*row),
        column: Some(*column),
        is_open: *is_open,
        is_locked: None,
    });
    Value::Openings(openings.collect())
}

pub(crate) fn tyre(row: u8, column: u8, bar: f64) -> Tyre {
    Tyre {
        row: Some(row),
        column: Some(column),
        pressure: Some(Quantity {
            value: bar,
            unit: Unit::Bar,
        }),
        is_implausible: bar > 10.,
    }
}

pub(crate) fn place(latitude: f64, longitude: f64) -> Value {
    Value::Location(Location {
        latitude,
        longitude,
        heading: Some(315.),
        direction: Some("NW".to_owned()),
        is_last_parked: Some(true),
    })
}

/// A car of these readings, asked four minutes ago.
pub(crate) fn car(id: &str, model: &str, powertrain: &str, readings: Vec<Reading>) -> Car {
    let vehicle = Vehicle {
        id: VehicleId(id.to_owned()),
        given_name: None,
        make: Some("TESLA".to_owned()),
        model: Some(model.to_owned()),
        year: Some(2023),
        powertrain_type: Some(powertrain.to_owned()),
        mode: Some("simulated".to_owned()),
    };
    Car {
        readings,
        permissions: vec!["read_battery".to_owned(), "read_odometer".to_owned()],
        refreshed_at: Some(NOW - Duration::minutes(4)),
        ..silent(vehicle)
    }
}

/// An electric car at the cable, all of it closed.
pub(crate) fn electric() -> Car {
    let closed = |places: &[(u8, u8)]| {
        let states: Vec<_> = places
            .iter()
            .map(|(row, column)| (*row, *column, Some(false)))
            .collect();
        openings(&states)
    };
    let four = [(0, 0), (0, 1), (1, 0), (1, 1)];
    let closed_cover = |is_locked| Value::Cover {
        is_open: Some(false),
        is_locked,
    };
    car(
        "e1ec781c",
        "Model Y",
        "BEV",
        vec![
            reading(
                "tractionbattery-stateofcharge",
                4,
                quantity(61.6, Unit::Percent),
            ),
            reading("tractionbattery-range", 4, quantity(312., Unit::Kilometres)),
            reading("charge-ischarging", 4, Value::Flag(false)),
            reading("charge-ischargingcableconnected", 4, Value::Flag(false)),
            reading("charge-ischargingportflapopen", 4, Value::Flag(false)),
            reading(
                "charge-chargelimits",
                4,
                Value::ChargeLimits {
                    active: Some(80.),
                    limits: Vec::new(),
                },
            ),
            reading("closure-islocked", 4, Value::Flag(true)),
            reading("closure-doors", 4, closed(&four)),
            reading("closure-windows", 4, closed(&four)),
            reading("closure-reartrunk", 4, closed_cover(Some(true))),
            reading("closure-fronttrunk", 4, closed_cover(None)),
            reading(
                "wheel-tires",
                4,
                Value::Tyres(vec![
                    tyre(0, 0, 2.5),
                    tyre(0, 1, 2.5),
                    tyre(1, 0, 2.4),
                    tyre(1, 1, 2.4),
                ]),
            ),
            reading("transmission-gearstate", 4, text("PARK")),
            reading(
                "odometer-traveleddistance",
                4,
                quantity(48_123.4, Unit::Kilometres),
            ),
            reading("location-preciselocation", 4, place(52.5163, 13.3777)),
        ],
    )
}
