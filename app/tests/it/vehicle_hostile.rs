//! The page of a car whose every word is an attack, and whose every number is none.

use app::vehicle::{
    reading::{Condition, Reading, Trouble},
    value::{Quantity, Unit, Value},
};
use axum::http::StatusCode;

use crate::cars::{car, openings, page, place, quantity, reading, text, troubled, tyre};

#[tokio::test]
async fn hostile_values_stay_text_everywhere() {
    let hostile = "\"'></title></h1><script>alert(1)</script><img src=x onerror=alert(1)>";
    let huge = "x".repeat(20_000);
    let readings = vec![
        Reading {
            name: Some(hostile.to_owned()),
            group: Some(hostile.to_owned()),
            ..reading(hostile, 4, Value::Raw(hostile.to_owned()))
        },
        reading("vehicleidentification-nickname", 4, text(&huge)),
        reading("transmission-gearstate", 4, text(hostile)),
        reading(
            "tractionbattery-stateofcharge",
            4,
            quantity(f64::NAN, Unit::Percent),
        ),
        reading(
            "tractionbattery-range",
            4,
            quantity(f64::INFINITY, Unit::Stated(hostile.to_owned())),
        ),
        reading(
            "odometer-traveleddistance",
            4,
            quantity(f64::MAX, Unit::Kilometres),
        ),
        reading(
            "internalcombustionengine-fuellevel",
            4,
            quantity(-1e300, Unit::Percent),
        ),
        reading("location-preciselocation", 4, place(f64::NAN, 1e300)),
        reading("closure-doors", 4, openings(&[(255, 255, Some(true))])),
        reading("wheel-tires", 4, Value::Tyres(vec![tyre(255, 9, f64::NAN)])),
        reading(
            "charge-chargelimits",
            4,
            Value::ChargeLimits {
                active: Some(f64::NAN),
                limits: Vec::new(),
            },
        ),
        Reading {
            trouble: troubled(reading("x", 0, Value::Flag(true)), Condition::NotNow)
                .trouble
                .map(|trouble| Trouble {
                    code: Some(hostile.to_owned()),
                    ..trouble
                }),
            ..reading(
                "charge-wattage",
                -60 * 24 * 400,
                Value::Quantity(Quantity {
                    value: -0.,
                    unit: Unit::Watts,
                }),
            )
        },
    ];
    let mut car = car("f00dbabe", hostile, hostile, readings);
    car.permissions = vec![hostile.to_owned()];
    let answer = page(car).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(!answer.body.contains("<script>alert"));
    assert!(!answer.body.contains("<img"));
    for word in ["NaN", "inf%", ">inf", "0000000000000000"] {
        assert!(!answer.body.contains(word), "{word}");
    }
    assert!(answer.body.contains("1.80e308"));
    assert!(answer.body.contains("not on Earth"));
}
