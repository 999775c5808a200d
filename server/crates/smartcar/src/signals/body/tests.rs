//! Every code in its shape, with its units and words.

mod odd;

use std::{fs, path::Path};

use serde_json::{Value, json};
use time::macros::datetime;

use super::*;
use crate::signals::{KnownSignal, Shape, Signal, SignalStatus, Unit};

/// The fixture of a signal.
fn recorded(known: KnownSignal) -> Signal {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/signals");
    let text = fs::read_to_string(folder.join(format!("{known}.json"))).unwrap();
    Signal::from_value(serde_json::from_str(&text).unwrap()).unwrap()
}

fn decode(known: KnownSignal, body: &Value) -> Option<Body> {
    Body::decode(&known.into(), body)
}

fn shape(body: &Body) -> Option<Shape> {
    Some(match body {
        Body::Flag(_) => Shape::Flag,
        Body::Number(_) => Shape::Number,
        Body::Count(_) => Shape::Count,
        Body::Text(_) => Shape::Text,
        Body::Texts(_) => Shape::Texts,
        Body::ChargeLimits(_) => Shape::ChargeLimits,
        Body::ChargeRecords(_) => Shape::ChargeRecords,
        Body::ChargeTimers(_) => Shape::ChargeTimers,
        Body::Doors(_) => Shape::Doors,
        Body::Windows(_) => Shape::Windows,
        Body::Cover(_) => Shape::Cover,
        Body::Trunk(_) => Shape::Trunk,
        Body::Diagnostic(_) => Shape::Diagnostic,
        Body::TroubleCodes(_) => Shape::TroubleCodes,
        Body::Location(_) => Shape::Location,
        Body::ServiceRecords(_) => Shape::ServiceRecords,
        Body::NominalCapacity(_) => Shape::NominalCapacity,
        Body::Range(_) => Shape::Range,
        Body::DriveMode(_) => Shape::DriveMode,
        Body::Tires(_) => Shape::Tires,
        Body::Raw(_) => return None,
    })
}

#[test]
fn each_of_the_93_fixtures_reads_in_its_shape() {
    for known in KnownSignal::ALL {
        let signal = recorded(*known);
        assert_eq!(signal.code.known(), Some(*known));
        assert_eq!(signal.status, SignalStatus::Success);
        let body = signal
            .body
            .unwrap_or_else(|| panic!("{known} says nothing"));
        assert_eq!(shape(&body), Some(known.shape()), "{known}");
        if let Body::Number(quantity) = &body {
            assert_eq!(
                Some(&quantity.unit),
                known.default_unit().as_ref(),
                "{known}"
            );
            assert!(quantity.stated_unit.is_some(), "{known}");
        }
    }
}

#[test]
fn the_fixtures_are_read_to_their_depths() {
    let Some(Body::ChargeLimits(limits)) = recorded(KnownSignal::ChargeChargeLimits).body else {
        panic!("no limits");
    };
    assert_eq!(
        limits.active.as_ref().unwrap().value.to_bits(),
        80_f64.to_bits()
    );
    let home = limits.limits[1].condition.as_ref().unwrap();
    assert_eq!(limits.limits[1].kind, Some(ChargeLimitKind::Location));
    assert_eq!(home.place.name.as_deref(), Some("Home"));
    assert!(home.place.coordinates.is_some());

    let Some(Body::ChargeTimers(timers)) = recorded(KnownSignal::ChargeChargeTimers).body else {
        panic!("no timers");
    };
    assert_eq!(timers[0].schedule_type, Some(ScheduleType::Weekly));
    assert_eq!(timers[0].schedule_id.as_deref(), Some("sched_fixture"));
    assert_eq!(
        timers[0].schedules[0].days,
        [Weekday::Monday, Weekday::Friday]
    );
    assert_eq!(
        timers[0].departure_timers[0].time.as_deref(),
        Some("07:30:00")
    );
    assert_eq!(timers[0].is_oem_optimization_enabled, Some(false));

    let Some(Body::ChargeRecords(records)) = recorded(KnownSignal::ChargeChargeRecords).body else {
        panic!("no records");
    };
    assert_eq!(records[0].start_time, Some(datetime!(2026-09-20 18:00 UTC)));
    assert_eq!(
        records[0].cost.as_ref().unwrap().currency.as_deref(),
        Some("EUR")
    );
    assert_eq!(records[0].is_public_charger, Some(true));

    let Some(Body::Range(range)) = recorded(KnownSignal::TractionBatteryRange).body else {
        panic!("no range");
    };
    assert_eq!(range.kind, Some(RangeKind::Default));
    assert_eq!(range.additional[2].kind, Some(RangeKind::Rated));
    assert_eq!(
        range.additional[2].value,
        Some(Quantity {
            value: 340.0,
            ..range.value
        })
    );

    let Some(Body::NominalCapacity(capacity)) =
        recorded(KnownSignal::TractionBatteryNominalCapacity).body
    else {
        panic!("no capacity");
    };
    assert_eq!(capacity.source, Some(CapacitySource::UserSelected));
    assert_eq!(capacity.available.len(), 2);

    let Some(Body::Location(place)) = recorded(KnownSignal::LocationPreciseLocation).body else {
        panic!("no place");
    };
    assert_eq!(place.direction, Some(CompassDirection::SouthWest));
    assert_eq!(place.kind, Some(LocationKind::LastParked));

    let Some(Body::TroubleCodes(codes)) = recorded(KnownSignal::DiagnosticsDtcList).body else {
        panic!("no codes");
    };
    assert_eq!(codes[0].timestamp, Some(datetime!(2026-09-21 06:12 UTC)));
    assert_eq!(codes[1].timestamp, None);

    let Some(Body::ServiceRecords(services)) = recorded(KnownSignal::ServiceRecords).body else {
        panic!("no services");
    };
    assert_eq!(
        services[0].tasks[0].description.as_deref(),
        Some("Brake fluid changed")
    );
}

#[test]
fn a_surprising_unit_is_kept_and_a_missing_one_is_the_documented_one() {
    let number = |known, body: Value| match decode(known, &body) {
        Some(Body::Number(quantity)) => (quantity.unit, quantity.stated_unit),
        other => panic!("{other:?}"),
    };
    let odometer = KnownSignal::OdometerTraveledDistance;
    assert_eq!(
        number(odometer, json!({"value": 1, "unit": "furlong"})),
        (
            Unit::Unknown("furlong".to_owned()),
            Some("furlong".to_owned())
        )
    );
    assert_eq!(
        number(odometer, json!({"value": 1, "unit": "MILES"})),
        (Unit::Mile, Some("MILES".to_owned()))
    );
    for body in [json!({"value": 95}), json!({"value": 95, "unit": null})] {
        assert_eq!(
            number(KnownSignal::ChargeTimeToComplete, body),
            (Unit::Minute, None)
        );
    }
}

#[test]
fn a_share_without_a_unit_becomes_percent() {
    let level = |body: Value| match decode(KnownSignal::InternalCombustionEngineFuelLevel, &body) {
        Some(Body::Number(quantity)) => {
            assert_eq!(quantity.unit, Unit::Percent);
            quantity.value
        }
        other => panic!("{other:?}"),
    };
    for (body, percent) in [
        (json!({"value": 0.77}), 77.0),
        (json!({"value": 0}), 0.0),
        (json!({"value": 1}), 100.0),
        (json!({"value": 1.5}), 1.5),
        (json!({"value": 64}), 64.0),
        (json!({"value": 0.77, "unit": "percent"}), 0.77),
        (json!({"value": 1, "unit": "percent"}), 1.0),
    ] {
        assert!((level(body.clone()) - percent).abs() < 1e-9, "{body}");
    }
    let hours = decode(KnownSignal::ChargeTimeToComplete, &json!({"value": 0.5}));
    assert!(matches!(hours, Some(Body::Number(minutes)) if minutes.value < 1.0));
}

#[test]
fn doors_and_windows_stand_under_either_name() {
    for (known, name) in [
        (KnownSignal::ClosureDoors, "doors"),
        (KnownSignal::ClosureWindows, "windows"),
    ] {
        let items = json!([{"row": 0, "column": 1, "isOpen": true}, {}]);
        let values = decode(known, &json!({"values": items, "rowCount": 2}));
        assert_eq!(shape(values.as_ref().unwrap()), Some(known.shape()));
        assert_eq!(decode(known, &json!({name: items, "rowCount": 2})), values);
    }
}

#[test]
fn words_are_compared_without_case_and_kept_if_new() {
    let status = |word: &str| match decode(KnownSignal::DiagnosticsAbs, &json!({"status": word})) {
        Some(Body::Diagnostic(diagnostic)) => diagnostic.status.unwrap(),
        other => panic!("{other:?}"),
    };
    assert_eq!(status("alert"), DiagnosticStatus::Alert);
    assert_eq!(
        status("Wobbly"),
        DiagnosticStatus::Other("Wobbly".to_owned())
    );
}
