use time::macros::datetime;

use super::*;
use crate::vehicle::test_car;

fn car(values: Vec<(&str, Value)>) -> Car {
    let instant = datetime!(2026-11-23 12:00 UTC);
    let readings = values
        .into_iter()
        .map(|(code, value)| test_car::reading(code, value, instant, None));
    test_car::car(readings.collect())
}

fn opening(row: Option<u8>, column: Option<u8>, is_open: Option<bool>) -> Opening {
    Opening {
        row,
        column,
        is_open,
        is_locked: None,
    }
}

fn doors(openings: Vec<Opening>) -> Rows {
    State::of(&car(vec![("closure-doors", Value::Openings(openings))])).doors
}

#[test]
fn a_car_of_which_nothing_is_known_has_four_doors_untold() {
    let state = State::of(&car(Vec::new()));
    assert_eq!(state.doors, vec![[None; 2]; 2]);
    assert_eq!(state.windows, vec![[None; 2]; 2]);
    assert_eq!(
        (state.front, state.rear, state.is_locked),
        (None, None, None)
    );
    assert_eq!((state.port, state.level, state.limit), (None, None, None));
    assert_eq!(state.sunroof, None);
    assert!(state.tyres.iter().all(Option::is_none));
}

#[test]
fn each_door_is_in_its_place() {
    let open = |row, column| opening(Some(row), Some(column), Some(true));
    assert_eq!(doors(vec![open(0, 1)]), vec![[None, Some(true)]]);
    assert_eq!(
        doors(vec![open(1, 0), opening(Some(0), Some(0), Some(false))]),
        vec![[Some(false), None], [Some(true), None]]
    );
    assert_eq!(doors(vec![open(2, 1)]).len(), 3);
}

#[test]
fn a_door_without_a_place_is_not_drawn_and_a_hundredth_row_neither() {
    let rows = doors(vec![
        opening(None, Some(0), Some(true)),
        opening(Some(0), None, Some(true)),
        opening(Some(255), Some(0), Some(true)),
        opening(Some(0), Some(7), Some(true)),
    ]);
    assert_eq!(rows, vec![[None; 2]; 3]);
}

#[test]
fn one_open_lid_of_two_is_open() {
    let cover = |is_open| Value::Cover {
        is_open,
        is_locked: None,
    };
    let state = State::of(&car(vec![
        ("closure-reartrunk", cover(Some(false))),
        ("closure-tailgate", cover(Some(true))),
        ("closure-fronttrunk", cover(None)),
        ("closure-sunroof", cover(None)),
    ]));
    assert_eq!((state.rear, state.front), (Some(true), None));
    assert_eq!(state.sunroof, Some(Lid { is_open: None }));
}

#[test]
fn a_car_that_charges_is_plugged_in() {
    let state = State::of(&car(vec![("charge-ischarging", Value::Flag(true))]));
    let port = state.port.expect("a port");
    assert!(port.is_charging);
    assert_eq!((port.cable, port.flap), (Some(true), None));
}

#[test]
fn the_rear_tyres_are_those_of_the_last_row() {
    let tyre = |row, column| Tyre {
        row: Some(row),
        column: Some(column),
        pressure: None,
        is_implausible: false,
    };
    let tyres = Value::Tyres(vec![tyre(0, 0), tyre(2, 1)]);
    let state = State::of(&car(vec![("wheel-tires", tyres)]));
    assert_eq!(
        state.tyres.map(|tyre| tyre.is_some()),
        [true, false, false, true]
    );
}
