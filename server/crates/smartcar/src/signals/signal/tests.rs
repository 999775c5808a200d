//! A signal in all its dresses.

use serde_json::{Value, json};
use time::macros::datetime;

use super::{Body, Signal, SignalStatus};

const WRAPPED: &str = include_str!("../../../tests/fixtures/signal.json");
const BARE: &str = include_str!("../../../tests/fixtures/signal_bare.json");

fn read(value: Value) -> Signal {
    Signal::from_value(value).unwrap()
}

#[test]
fn the_recorded_signal() {
    let raw: Value = serde_json::from_str(BARE).unwrap();
    let signal = read(raw.clone());
    assert_eq!(signal.code.as_str(), "tractionbattery-stateofcharge");
    assert_eq!(signal.name.as_deref(), Some("StateOfCharge"));
    assert_eq!(signal.group.as_deref(), Some("TractionBattery"));
    assert_eq!(signal.status, SignalStatus::Success);
    assert!(matches!(signal.body, Some(Body::Number(_))));
    assert_eq!(
        signal.oem_updated_at,
        Some(datetime!(2026-09-22 12:34:51 UTC))
    );
    assert_eq!(
        signal.retrieved_at,
        Some(datetime!(2026-09-22 12:41:16.476 UTC))
    );
    assert_eq!(
        signal.ingested_at,
        Some(datetime!(2026-09-22 12:43:14.379 UTC))
    );
    assert_eq!(signal.raw_body(), raw.pointer("/attributes/body"));
    assert_eq!(Signal::from_value(signal.raw.clone()), Some(signal));
    let wrapped: Value = serde_json::from_str(WRAPPED).unwrap();
    assert_eq!(wrapped["data"], raw);
}

#[test]
fn an_element_of_a_webhook_has_no_attributes_around_it() {
    let signal = read(json!({
        "code": "tractionbattery-stateofcharge", "name": "StateOfCharge",
        "group": "TractionBattery", "body": {"value": 78, "unit": "percent"},
        "status": {"value": "SUCCESS"},
        "meta": {"oemUpdatedAt": 1_790_080_005_073_u64, "retrievedAt": 1_790_080_005_u64},
    }));
    assert_eq!(signal.group.as_deref(), Some("TractionBattery"));
    assert_eq!(
        signal.oem_updated_at,
        Some(datetime!(2026-09-22 12:26:45.073 UTC))
    );
    assert_eq!(
        signal.retrieved_at,
        Some(datetime!(2026-09-22 12:26:45 UTC))
    );
    assert_eq!(
        signal.raw_body(),
        Some(&json!({"value": 78, "unit": "percent"}))
    );
}

#[test]
fn an_old_delivery_has_no_status_and_another_word_for_a_time() {
    let signal = read(json!({
        "code": "vehicleidentification-vin", "body": {"value": "0SCAUDI037A5ADB1C"},
        "meta": {"oemUpdatedAt": 0, "fetchedAt": "1790080005073"},
    }));
    assert_eq!(signal.status, SignalStatus::Success);
    assert_eq!(signal.oem_updated_at, None);
    assert_eq!(
        signal.retrieved_at,
        Some(datetime!(2026-09-22 12:26:45.073 UTC))
    );
}

#[test]
fn the_identifier_is_the_code_once_more() {
    let signal = read(json!({"id": "closure-islocked", "attributes": {"body": {"value": true}}}));
    assert_eq!(signal.code.as_str(), "closure-islocked");
    assert_eq!(signal.body, Some(Body::Flag(true)));
}

#[test]
fn null_everywhere_leaves_the_code() {
    let signal = read(json!({
        "id": null, "type": null, "meta": null, "links": null,
        "attributes": {
            "code": "closure-islocked", "name": null, "group": null, "status": null, "body": null,
        },
    }));
    assert_eq!(signal.status, SignalStatus::Unknown(String::new()));
    assert_eq!(
        (&signal.name, &signal.group, &signal.body),
        (&None, &None, &None)
    );
    assert_eq!(signal.raw_body(), Some(&Value::Null));
}

#[test]
fn an_error_keeps_the_unit_of_the_value_that_is_missing() {
    let body = json!({"value": null, "unit": "km/h"});
    let signal = read(json!({
        "code": "charge-chargerate", "body": body, "status": {"value": "ERROR", "error": {}},
    }));
    assert_eq!(signal.body, None);
    assert_eq!(signal.raw_body(), Some(&body));
}

#[test]
fn what_has_no_code_is_no_signal() {
    for value in [
        json!(null),
        json!([]),
        json!({}),
        json!({"code": ""}),
        json!({"attributes": {"code": 7}}),
    ] {
        assert_eq!(Signal::from_value(value.clone()), None, "{value}");
    }
}

#[test]
fn debug_does_not_show_what_it_says() {
    let signal = read(json!({
        "code": "vehicleidentification-nickname", "body": {"value": "Otto"},
        "status": {"value": "ERROR", "error": {"detail": "Otto is gone"}},
    }));
    assert!(!format!("{signal:?}").contains("Otto"));
}
