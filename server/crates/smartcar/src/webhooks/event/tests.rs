//! Events in each shape, and what is no event.

use proptest::prelude::*;
use serde_json::{Value, json};
use time::macros::datetime;

use super::*;
use crate::{Condition, ErrorKind, PowertrainType, ResolutionKind, signals::SignalStatus};

const LIVE: &str = include_str!("../../../tests/fixtures/webhooks/vehicle_state.json");
const DOCUMENTED: &str =
    include_str!("../../../tests/fixtures/webhooks/vehicle_state_documented.json");
const ERROR: &str = include_str!("../../../tests/fixtures/webhooks/vehicle_error.json");
const VEHICLE: &str = "0c0ffee0-3333-4333-8333-000000000003";

fn decode(event: &Value) -> Event {
    Event::decode(event.to_string().as_bytes()).unwrap()
}

#[test]
fn a_state_as_it_is_delivered() {
    let event = Event::decode(LIVE.as_bytes()).unwrap();
    assert_eq!(
        event.id.as_ref().unwrap().as_str(),
        "0c0ffee0-8888-4888-8888-000000000001"
    );
    assert_eq!(event.kind, EventKind::VehicleState);
    assert_eq!(
        event.user.as_ref().unwrap().as_str(),
        "0c0ffee0-1111-4111-8111-000000000001"
    );
    let vehicle = event.vehicle.as_ref().unwrap();
    assert_eq!(vehicle.id.as_str(), VEHICLE);
    assert_eq!(vehicle.attributes.model.as_deref(), Some("Model 3"));
    assert_eq!(vehicle.attributes.year, Some(2020));
    let powertrain = vehicle.attributes.powertrain_type.as_ref();
    assert_eq!(powertrain, Some(&PowertrainType::BatteryElectric));
    assert_eq!(vehicle.attributes.extra.as_map().len(), 0);
    assert_eq!(event.mode, Some(Mode::Live));
    assert_eq!((event.signals.len(), event.unreadable_signals), (2, 0));
    assert_eq!(event.signals[0].status, SignalStatus::Success);
    let SignalStatus::Error(error) = &event.signals[1].status else {
        panic!("it is an error");
    };
    assert_eq!(error.condition(), Condition::NotCapable);
    let locked = Trigger {
        kind: TriggerKind::SignalUpdated,
        signal: Some(SignalCode::new("closure-islocked")),
    };
    assert_eq!(event.triggers, [locked]);
    assert!(!event.is_first_delivery());
    assert!(!event.is_test());
    assert_eq!(
        event.delivered_at,
        Some(datetime!(2026-09-22 12:26:45.074 UTC))
    );
    assert_eq!(event.sequence, Some(1_790_080_005_044));
}

#[test]
fn a_state_as_it_is_documented_and_as_it_was_once() {
    let event = Event::decode(DOCUMENTED.as_bytes()).unwrap();
    let vehicle = event.vehicle.as_ref().unwrap();
    assert_eq!(vehicle.id.as_str(), VEHICLE);
    assert_eq!(vehicle.attributes.year, Some(2020));
    assert!(event.is_first_delivery());
    let [first, locked] = &event.triggers[..] else {
        panic!("there are two triggers");
    };
    assert_eq!(first.signal, None);
    assert_eq!(locked.kind, TriggerKind::SignalUpdated);
    assert_eq!(locked.signal, Some(SignalCode::new("closure-islocked")));
    let signal = &event.signals[0];
    assert_eq!(signal.status, SignalStatus::Success);
    assert_eq!(
        signal.oem_updated_at,
        Some(datetime!(2026-09-22 12:26:45.073 UTC))
    );
    assert_eq!(
        signal.retrieved_at,
        Some(datetime!(2026-09-22 12:26:45 UTC))
    );
    assert_eq!(
        event.delivered_at,
        Some(datetime!(2026-09-22 12:26:45.074 UTC))
    );
    assert_eq!(event.sequence, Some(1_790_080_005_044));

    let older = decode(&json!({
        "eventType": "VEHICLE_STATE",
        "triggers": [{"type": "SIGNAL_UPDATED", "signal": "Odometer.TraveledDistance"}],
    }));
    let odometer = SignalCode::new("odometer-traveleddistance");
    assert_eq!(older.triggers[0].signal, Some(odometer));
}

#[test]
fn errors_that_begin_and_end_for_some_signals_or_all() {
    let event = Event::decode(ERROR.as_bytes()).unwrap();
    assert_eq!(event.kind, EventKind::VehicleError);
    let [permission, asleep, account] = &event.errors[..] else {
        panic!("there are three errors");
    };
    assert_eq!(permission.error.condition(), Condition::NotPermitted);
    assert_eq!(permission.state, ErrorState::Error);
    let resolution = permission.error.resolution.as_ref().unwrap();
    assert_eq!(resolution.kind(), Some(&ResolutionKind::Reauthenticate));
    let odometer = SignalCode::new("odometer-traveleddistance");
    assert_eq!(permission.signals, Some(vec![odometer]));

    assert_eq!(asleep.state, ErrorState::Resolved);
    let locked = SignalCode::new("closure-islocked");
    assert_eq!(asleep.signals, Some(vec![locked]));

    assert_eq!(account.signals, None);
    for hidden in ["car 7", "Ada", "0c0ffee0-1111"] {
        assert!(!format!("{event:?}").contains(hidden), "{hidden}");
    }
}

#[test]
fn a_sample_of_the_dashboard_is_told_apart() {
    for mode in ["TEST", "test", "Test"] {
        let event = json!({"eventType": "VEHICLE_STATE", "meta": {"mode": mode}});
        assert!(decode(&event).is_test(), "{mode}");
    }
    // Of a vehicle, test means something else: one with random values.
    let vehicle = json!({"id": VEHICLE, "mode": "test"});
    let event = json!({"eventType": "VEHICLE_STATE", "data": {"vehicle": vehicle}});
    assert!(!decode(&event).is_test());
}

#[test]
fn an_unknown_kind_is_kept() {
    let event = decode(&json!({"eventType": "VEHICLE_CONNECTED"}));
    assert_eq!(event.kind, EventKind::Other("VEHICLE_CONNECTED".to_owned()));
}

#[test]
fn a_time_in_each_of_its_forms_and_the_impossible() {
    let at = |time: Value| {
        decode(&json!({"eventType": "VEHICLE_STATE", "meta": {"deliveredAt": time}})).delivered_at
    };
    assert_eq!(at(json!(0)), None);
    assert_eq!(at(json!("1970-01-01T00:00:00Z")), None);
    assert_eq!(at(json!("yesterday")), None);
    assert_eq!(at(json!(f64::MAX)), None);
    assert_eq!(at(json!(1_790_080_005)).unwrap().year(), 2026);
    assert_eq!(at(json!("1790080005074")).unwrap().year(), 2026);
    assert_eq!(at(json!("2100-01-01T00:00:00Z")).unwrap().year(), 2100);
}

#[test]
fn what_is_of_another_shape_hides_nothing_else() {
    for part in [json!(null), json!(7), json!("text"), json!([]), json!([[]])] {
        let event = decode(&json!({
            "eventId": part, "eventType": "VEHICLE_STATE", "triggers": part, "meta": part,
            "data": {"user": part, "vehicle": part, "errors": part, "signals": part},
        }));
        assert_eq!(event.user, None, "{part}");
        assert_eq!(event.vehicle, None, "{part}");
        assert_eq!(event.signals, [], "{part}");
    }
    let event = decode(&json!({"eventType": "VEHICLE_STATE", "data": {
        "vehicle": {"id": VEHICLE, "year": "MMXX", "make": ["TESLA"]},
        "signals": [{"code": ""}, 7, {"code": "closure-islocked", "body": {"value": "true"}}, null],
    }}));
    assert_eq!((event.signals.len(), event.unreadable_signals), (1, 3));
    assert_eq!(event.vehicle.unwrap().attributes.year, None);
}

#[test]
fn nesting_spoils_its_own_signal_only() {
    let deep = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
    let body = format!(
        r#"{{"eventType":"VEHICLE_STATE","data":{{"signals":[{{"code":"a-b","body":{deep}}},
            {{"code":"closure-islocked","body":{{"value":true}}}}]}},"extra":{deep}}}"#
    );
    let event = Event::decode(body.as_bytes()).unwrap();
    assert_eq!((event.signals.len(), event.unreadable_signals), (1, 1));
}

#[test]
fn what_is_no_event_is_an_error_that_repeats_nothing() {
    for body in [
        &b""[..],
        b"{",
        b"[]",
        b"7",
        b"null",
        b"{}",
        br#"{"eventType":7}"#,
        br#"{"eventType":null}"#,
        br#"{"eventType":"SECRET"} trailing"#,
        br#"{"eventType":"SECRET","eventType":"SECRET"}"#,
        br#"{"eventType":"SECRET","data":{},"data":{}}"#,
        br#"[null,"SECRET",null,null,null,null,null]"#,
        b"{\"eventType\":\"SECRET\xff\"}",
        b"{\"eventType\":\"SECRET\",\"ignored\":\"\xff\"}",
        b"{\"eventType\":\"SECRET\",\"data\":{\"ignored\":\"\xed\xa0\x80\"}}",
        b"\xef\xbb\xbf{\"eventType\":\"SECRET\"}",
    ] {
        let error = Event::decode(body).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(!error.to_string().contains("SECRET"), "{error}");
    }
}

proptest! {
    #[test]
    fn no_bytes_upset_it(body in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Event::decode(&body);
    }

    /// A recorded event with one of its bytes changed is read, or is an error.
    #[test]
    fn no_change_upsets_it(
        recorded in proptest::sample::select(vec![LIVE, DOCUMENTED, ERROR]),
        at in any::<proptest::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let mut body = recorded.as_bytes().to_vec();
        let place = at.index(body.len());
        body[place] = byte;
        if let Ok(event) = Event::decode(&body) {
            prop_assert!(event.signals.len() + event.unreadable_signals <= 2);
        }
    }
}
