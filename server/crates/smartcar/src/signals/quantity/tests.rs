//! Known pairs, and there and back again.

use proptest::prelude::*;

use super::{Quantity, Unit};

/// Units of which each can become each.
const FAMILIES: &[&[Unit]] = &[
    &[Unit::Kilometre, Unit::Mile],
    &[Unit::KilometrePerHour, Unit::MilePerHour],
    &[Unit::WattHour, Unit::KilowattHour],
    &[Unit::Watt, Unit::Kilowatt],
    &[Unit::Kilopascal, Unit::Bar, Unit::PoundPerSquareInch],
    &[Unit::Celsius, Unit::Fahrenheit],
    &[Unit::Litre, Unit::Gallon],
    &[Unit::Second, Unit::Minute, Unit::Hour],
    &[Unit::Percent],
    &[Unit::Ampere],
    &[Unit::Volt],
    &[Unit::Count],
    &[Unit::Degree],
];

#[test]
fn known_pairs() {
    for (value, unit, expected, other) in [
        (1.0, Unit::Mile, 1.609_344, Unit::Kilometre),
        (160.9344, Unit::KilometrePerHour, 100.0, Unit::MilePerHour),
        (75.0, Unit::KilowattHour, 75_000.0, Unit::WattHour),
        (11_000.0, Unit::Watt, 11.0, Unit::Kilowatt),
        (2.58, Unit::Bar, 258.0, Unit::Kilopascal),
        (
            1.0,
            Unit::PoundPerSquareInch,
            6.894_757_293_168_361,
            Unit::Kilopascal,
        ),
        (100.0, Unit::Celsius, 212.0, Unit::Fahrenheit),
        (-40.0, Unit::Fahrenheit, -40.0, Unit::Celsius),
        (1.0, Unit::Gallon, 3.785_411_784, Unit::Litre),
        (1.5, Unit::Hour, 90.0, Unit::Minute),
        (2.0, Unit::Minute, 120.0, Unit::Second),
    ] {
        let converted = Quantity::new(value, unit).to(other).unwrap().value;
        assert!(
            (converted - expected).abs() < 1e-9,
            "{converted} is not {expected}"
        );
    }
}

#[test]
fn what_measures_something_else_does_not_convert() {
    for (family, units) in FAMILIES.iter().enumerate() {
        for (other_family, others) in FAMILIES.iter().enumerate() {
            for unit in *units {
                for other in *others {
                    let converted = Quantity::new(1.0, unit.clone()).to(other.clone());
                    assert_eq!(
                        converted.is_some(),
                        family == other_family,
                        "{unit} {other}"
                    );
                }
            }
        }
    }
}

#[test]
fn an_unknown_unit_is_itself_only() {
    let furlong = Quantity::new(1.0, Unit::from("furlong"));
    assert_eq!(furlong.to(Unit::from("furlong")), Some(furlong.clone()));
    assert_eq!(furlong.to(Unit::Kilometre), None);
}

#[test]
fn a_number_that_becomes_too_great_is_none() {
    let hours = Quantity::new(f64::MAX, Unit::Hour);
    assert_eq!(hours.to(Unit::Second), None);
}

#[test]
fn what_was_stated_is_remembered() {
    let stated = Quantity {
        stated_unit: Some("KM".to_owned()),
        ..Quantity::new(1.0, Unit::Kilometre)
    };
    let miles = stated.to(Unit::Mile).unwrap();
    assert_eq!(miles.stated_unit.as_deref(), Some("KM"));
}

proptest! {
    #[test]
    fn there_and_back_again(
        value in -1e9..1e9_f64,
        (from, into) in prop::sample::select(FAMILIES)
            .prop_flat_map(|units| (prop::sample::select(units), prop::sample::select(units))),
    ) {
        let quantity = Quantity::new(value, from.clone());
        let back = quantity.to(into).unwrap().to(from).unwrap();
        prop_assert!((back.value - value).abs() <= 1e-9 * value.abs().max(100.0));
    }
}
