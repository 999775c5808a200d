use time::{Duration, macros::datetime};

use super::*;
use crate::vehicle::{
    test_car,
    value::{Opening, Quantity},
};

const NOW: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

fn quantity(value: f64, unit: Unit) -> Value {
    Value::Quantity(Quantity { value, unit })
}

fn word(word: &str) -> Value {
    Value::Text(word.to_owned())
}

/// The sentence about a car of these values, each so many minutes old.
fn of(values: Vec<(&str, i64, Value)>) -> String {
    let readings = values.into_iter().map(|(code, minutes, value)| {
        test_car::reading(code, value, NOW, Some(NOW - Duration::minutes(minutes)))
    });
    let car = test_car::car(readings.collect());
    sentence(&car, NOW).replace('\u{202f}', " ")
}

#[test]
fn the_order_is_that_of_a_driver() {
    let values = vec![
        ("charge-ischarging", 1, Value::Flag(false)),
        (
            "tractionbattery-stateofcharge",
            1,
            quantity(61.6, Unit::Percent),
        ),
        ("closure-islocked", 1, Value::Flag(true)),
        ("transmission-gearstate", 1, word("PARK")),
    ];
    assert_eq!(of(values), "Parked, locked, 62 % charged, not charging.");
}

#[test]
fn only_what_is_known_is_said() {
    assert_eq!(of(Vec::new()), "The car has not told its state yet.");
    let nonsense = vec![
        ("closure-islocked", 1, word("yes")),
        (
            "tractionbattery-stateofcharge",
            1,
            quantity(f64::NAN, Unit::Percent),
        ),
    ];
    assert_eq!(of(nonsense), "The car has not told its state yet.");
    let fuel = vec![(
        "internalcombustionengine-fuellevel",
        1,
        quantity(37., Unit::Percent),
    )];
    assert_eq!(of(fuel), "Tank 37 % full.");
}

#[test]
fn what_is_old_is_a_sentence_of_its_own() {
    let values = vec![
        ("closure-islocked", 61, Value::Flag(true)),
        (
            "tractionbattery-stateofcharge",
            61,
            quantity(80., Unit::Percent),
        ),
    ];
    assert_eq!(of(values), "80 % charged. Last known: locked.");
    let values = vec![("closure-islocked", 61, Value::Flag(false))];
    assert_eq!(of(values), "Last known: unlocked.");
}

#[test]
fn motion_is_of_now() {
    let speed = |minutes, value| {
        (
            "motion-currentspeed",
            minutes,
            quantity(value, Unit::KilometresPerHour),
        )
    };
    assert_eq!(of(vec![speed(1, 52.)]), "Driving at 52 km/h.");
    assert_eq!(of(vec![speed(1, 0.)]), "Standing still.");
    assert_eq!(
        of(vec![speed(90, 52.)]),
        "The car has not told its state yet."
    );
}

#[test]
fn what_is_open_is_named() {
    let open = |row, column| Opening {
        row: Some(row),
        column: Some(column),
        is_open: Some(true),
        is_locked: None,
    };
    let values = vec![
        ("closure-doors", 1, Value::Openings(vec![open(0, 0)])),
        (
            "closure-windows",
            1,
            Value::Openings(vec![open(0, 0), open(1, 0)]),
        ),
        (
            "closure-reartrunk",
            1,
            Value::Cover {
                is_open: Some(true),
                is_locked: None,
            },
        ),
    ];
    assert_eq!(
        of(values),
        "Front left door open, 2 windows open, trunk open."
    );
}

#[test]
fn charging_says_when_it_is_done() {
    let cable = ("charge-ischargingcableconnected", 1, Value::Flag(true));
    let charging = ("charge-ischarging", 1, Value::Flag(true));
    let left = ("charge-timetocomplete", 1, quantity(80., Unit::Minutes));
    assert_eq!(of(vec![charging.clone()]), "Charging.");
    assert_eq!(
        of(vec![charging, left.clone()]),
        "Charging, done in 1 h 20 min."
    );
    let idle = ("charge-ischarging", 1, Value::Flag(false));
    assert_eq!(
        of(vec![idle, cable.clone(), left]),
        "Plugged in, not charging."
    );
    let full = ("charge-detailedchargingstatus", 1, word("FULLY_CHARGED"));
    assert_eq!(of(vec![full, cable]), "Fully charged.");
}
