use app::vehicle::{
    reading::Condition,
    units::Units,
    value::{Quantity, Unit, Value},
};
use serde_json::{Value as Json, json};
use smartcar::Signal;
use time::macros::datetime;

use super::*;
use crate::storage::{StoredReport, StoredSignal};

const RECEIVED: time::OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

fn signal(code: &str, status: &Json, body: &Json) -> Json {
    json!({
        "id": code,
        "type": "signal",
        "attributes": {
            "code": code, "name": "Name", "group": "Group", "status": status, "body": body,
        },
        "meta": {
            "oemUpdatedAt": "2026-11-23T11:00:00.000Z",
            "retrievedAt": "2026-11-23T11:30:00.000Z",
            "ingestedAt": "2026-11-23T11:31:00.000Z",
        },
    })
}

fn good(code: &str, body: &Json) -> Json {
    signal(code, &json!({ "value": "SUCCESS" }), body)
}

fn trouble(code: &str, error_type: &str, error_code: &str) -> Json {
    let error = json!({ "type": error_type, "code": error_code });
    signal(
        code,
        &json!({ "value": "ERROR", "error": error }),
        &Json::Null,
    )
}

fn stored(code: &str, good: Option<Json>, trouble: Option<Json>) -> StoredSignal {
    let report = |json: Json| StoredReport {
        json: json.to_string(),
        received_at: RECEIVED,
    };
    StoredSignal {
        owner: smartcar::UserId::new("owner"),
        vehicle: smartcar::VehicleId::new("car"),
        code: code.to_owned(),
        good: good.map(report),
        trouble: trouble.map(report),
    }
}

fn value(code: &str, body: &Json, units: Units) -> Value {
    let stored = stored(code, Some(good(code, body)), None);
    reading(&stored, units).unwrap().last_good.unwrap().value
}

fn quantity(value: f64, unit: Unit) -> Value {
    Value::Quantity(Quantity { value, unit })
}

#[test]
fn a_value_is_in_the_readers_units() {
    let odometer = json!({ "value": 100, "unit": "km" });
    let code = "odometer-traveleddistance";
    assert_eq!(
        value(code, &odometer, Units::METRIC),
        quantity(100.0, Unit::Kilometres)
    );
    let Value::Quantity(british) = value(code, &odometer, Units::BRITISH) else {
        panic!("a distance is a quantity");
    };
    assert_eq!(british.unit, Unit::Miles);
    assert!((british.value - 62.137_119).abs() < 1e-5);
    // What the car states in the reader's unit is not touched.
    assert_eq!(
        value(
            code,
            &json!({ "value": 0.1, "unit": "miles" }),
            Units::IMPERIAL
        ),
        quantity(0.1, Unit::Miles)
    );
    let cold = json!({ "value": -40, "unit": "celsius" });
    assert_eq!(
        value("climate-externaltemperature", &cold, Units::IMPERIAL),
        quantity(-40.0, Unit::Fahrenheit)
    );
    assert_eq!(
        value("climate-externaltemperature", &cold, Units::BRITISH),
        quantity(-40.0, Unit::Celsius)
    );
}

#[test]
fn a_unit_that_nobody_knows_is_shown_as_stated() {
    let body = json!({ "value": 7, "unit": "furlongs" });
    assert_eq!(
        value("odometer-traveleddistance", &body, Units::METRIC),
        quantity(7.0, Unit::Stated("furlongs".to_owned()))
    );
}

#[test]
fn kilopascals_that_are_called_bar_are_shown_as_what_they_are() {
    let body = json!({
        "values": [{ "row": 0, "column": 1, "tirePressure": 258 }],
        "rowCount": 2, "columnCount": 2, "unit": "bar",
    });
    let Value::Tyres(tyres) = value("wheel-tires", &body, Units::METRIC) else {
        panic!("tyres are tyres");
    };
    let pressure = tyres[0].pressure.as_ref().unwrap();
    assert_eq!(pressure.unit, Unit::Bar);
    assert!((pressure.value - 2.58).abs() < 1e-9);
    assert!(!tyres[0].is_implausible);
}

#[test]
fn a_shape_that_nobody_knows_is_kept_as_it_came() {
    let body = json!({ "surprise": ["<b>", 1] });
    for code in ["closure-islocked", "future-signal"] {
        let Value::Raw(text) = value(code, &body, Units::METRIC) else {
            panic!("{code}");
        };
        assert_eq!(serde_json::from_str::<Json>(&text).unwrap(), body);
    }
}

#[test]
fn the_last_good_value_stays_beside_the_trouble() {
    let code = "charge-chargerate";
    let stored = stored(
        code,
        Some(good(code, &json!({ "value": 40, "unit": "km/h" }))),
        Some(trouble(code, "VEHICLE_STATE", "NOT_CHARGING")),
    );
    let reading = reading(&stored, Units::METRIC).unwrap();
    let last_good = reading.last_good.unwrap();
    assert_eq!(last_good.value, quantity(40.0, Unit::KilometresPerHour));
    assert_eq!(last_good.times.car, Some(datetime!(2026-11-23 11:00 UTC)));
    assert_eq!(last_good.times.true_at(), datetime!(2026-11-23 11:00 UTC));
    let trouble = reading.trouble.unwrap();
    assert_eq!(trouble.condition, Condition::NotNow);
    assert_eq!(trouble.code.as_deref(), Some("VEHICLE_STATE:NOT_CHARGING"));
    assert_eq!(trouble.since, RECEIVED);
}

#[test]
fn each_kind_of_trouble_is_told_apart() {
    for (error_type, error_code, expected) in [
        ("COMPATIBILITY", "VEHICLE_NOT_CAPABLE", Condition::Cannot),
        ("PERMISSION", "", Condition::NotAllowed),
        ("VEHICLE_STATE", "ASLEEP", Condition::NotNow),
        ("UPSTREAM", "NO_RESPONSE", Condition::NotNow),
        (
            "CONNECTED_SERVICES_ACCOUNT",
            "AUTHENTICATION_FAILED",
            Condition::LogInLapsed,
        ),
        (
            "CONNECTED_SERVICES_ACCOUNT",
            "VIRTUAL_KEY_REQUIRED",
            Condition::MakersApp,
        ),
        (
            "CONNECTED_SERVICES_ACCOUNT",
            "VEHICLE_MISSING",
            Condition::CarGone,
        ),
        ("BILLING", "INVALID_PLAN", Condition::OperatorsPlan),
        ("SERVER", "INTERNAL", Condition::Broken),
        ("NEW_TYPE", "NEW_CODE", Condition::Broken),
    ] {
        let code = "closure-islocked";
        let stored = stored(code, None, Some(trouble(code, error_type, error_code)));
        let reading = reading(&stored, Units::METRIC).unwrap();
        assert_eq!(reading.last_good, None);
        assert_eq!(
            reading.trouble.unwrap().condition,
            expected,
            "{error_type}:{error_code}"
        );
    }
}

#[test]
fn a_report_is_as_old_as_its_signal_says() {
    let read = |json: Json| Signal::from_value(json).unwrap();
    let sent_at = datetime!(2026-11-23 11:30 UTC);
    let known = read(good("a", &json!({ "value": 1 })));
    let first = report(&known, sent_at, RECEIVED);
    assert!(first.is_good);
    assert_eq!(first.at, datetime!(2026-11-23 11:00 UTC));
    assert_eq!(first.reported_at, datetime!(2026-11-23 11:31 UTC));
    // Said once more, it is as old as before, but was said later.
    let second = report(&known, RECEIVED, RECEIVED);
    assert_eq!((second.at, second.reported_at), (first.at, RECEIVED));

    let mut silent = trouble("a", "COMPATIBILITY", "VEHICLE_NOT_CAPABLE");
    silent["meta"] = json!({});
    let unknown = report(&read(silent), sent_at, RECEIVED);
    assert!(!unknown.is_good);
    assert_eq!((unknown.at, unknown.reported_at), (sent_at, sent_at));
}

#[test]
fn no_report_is_of_the_future_or_before_1970() {
    let mut signal = Signal::from_value(good("a", &json!({ "value": 1 }))).unwrap();
    for (told, at) in [
        (datetime!(2100-01-01 0:00 UTC), RECEIVED),
        (datetime!(1960-01-01 0:00 UTC), OffsetDateTime::UNIX_EPOCH),
    ] {
        signal.oem_updated_at = Some(told);
        signal.ingested_at = Some(told);
        let report = report(&signal, RECEIVED, RECEIVED);
        assert_eq!((report.at, report.reported_at), (at, RECEIVED));
    }
}

#[test]
fn a_stored_report_that_cannot_be_read_is_no_reading() {
    let mut broken = stored("a", Some(json!({})), None);
    assert_eq!(reading(&broken, Units::METRIC), None);
    broken.good = Some(StoredReport {
        json: "not JSON".to_owned(),
        received_at: RECEIVED,
    });
    assert_eq!(reading(&broken, Units::METRIC), None);
}
