//! Groups Location, Motion, Odometer, Transmission and Wheel.

use serde_json::{Value, json};

use super::{measured, plain};
use crate::car::{Activity, Car};
use crate::signal::number;

const DIRECTIONS: [(&str, f64); 9] = [
    ("N", 22.5),
    ("NE", 67.5),
    ("E", 112.5),
    ("SE", 157.5),
    ("S", 202.5),
    ("SW", 247.5),
    ("W", 292.5),
    ("NW", 337.5),
    ("N", 360.0),
];

pub(super) fn body(car: &Car, code: &str) -> Option<Value> {
    let speed = match car.activity {
        Activity::Driving { speed, .. } => speed,
        Activity::Parked | Activity::Charging { .. } => 0.0,
    };
    Some(match code {
        "location-preciselocation" => json!({
            "latitude": number(car.latitude, 5),
            "longitude": number(car.longitude, 5),
            "heading": number(car.heading, 0),
            "direction": direction(car.heading),
            "locationType": if car.is_moving() { "CURRENT" } else { "LAST_PARKED" },
        }),
        "location-isathome" => plain(car.is_at_home()),
        "motion-currentspeed" => measured(speed, 0, "km/h"),
        "odometer-traveleddistance" => measured(car.odometer, 1, "km"),
        "transmission-drivemode" => json!({ "canonical": "NORMAL", "oemDisplayName": "Comfort" }),
        "transmission-gearstate" => plain(if car.is_moving() { "DRIVE" } else { "PARK" }),
        "wheel-style" => plain("Aero 19"),
        "wheel-tires" => {
            let tyres = car.tyres.iter().enumerate().map(|(index, pressure)| {
                json!({
                    "row": index / 2,
                    "column": index % 2,
                    "tirePressure": number(*pressure, 2),
                })
            });
            json!({
                "values": tyres.collect::<Vec<_>>(),
                "rowCount": 2,
                "columnCount": 2,
                "unit": "bar",
            })
        }
        _ => return None,
    })
}

fn direction(heading: f64) -> &'static str {
    let heading = heading.rem_euclid(360.0);
    DIRECTIONS
        .iter()
        .find(|(_, end)| heading < *end)
        .map_or("N", |(name, _)| name)
}
