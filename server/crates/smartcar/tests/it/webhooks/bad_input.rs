//! Events that are signed and yet not as they should be.

use serde_json::{Value, json};
use smartcar::{
    SignalCode,
    signals::{Body, SignalStatus},
    webhooks::Event,
};
use time::macros::datetime;

fn decode(event: &Value) -> Event {
    Event::decode(event.to_string().as_bytes()).unwrap()
}

/// A state with these signals.
fn state(signals: &Value) -> Value {
    json!({"eventType": "VEHICLE_STATE", "data": {"signals": signals}})
}

#[test]
fn a_time_is_one_after_1970_or_unknown() {
    let at = |time: &Value| {
        let meta = json!({"oemUpdatedAt": time, "retrievedAt": time});
        let mut event = state(&json!([{"code": "closure-islocked", "meta": meta}]));
        event["meta"] = json!({"deliveredAt": time});
        let event = decode(&event);
        let signal = &event.signals[0];
        assert_eq!(signal.oem_updated_at, event.delivered_at, "{time}");
        assert_eq!(signal.retrieved_at, event.delivered_at, "{time}");
        event.delivered_at
    };
    for (time, expected) in [
        (json!(86_400_000), datetime!(1972-09-27 0:00 UTC)),
        (json!(4_102_444_800_000_u64), datetime!(2100-01-01 0:00 UTC)),
        (json!(4_102_444_800_u64), datetime!(2100-01-01 0:00 UTC)),
        (json!(1_790_080_005), datetime!(2026-09-22 12:26:45 UTC)),
        (json!("1790080005"), datetime!(2026-09-22 12:26:45 UTC)),
        (
            json!(1_790_080_005_074.0),
            datetime!(2026-09-22 12:26:45.074 UTC),
        ),
        (
            json!("2026-09-22T14:26:45.074+02:00"),
            datetime!(2026-09-22 12:26:45.074 UTC),
        ),
    ] {
        assert_eq!(at(&time), Some(expected), "{time}");
    }
    for unknown in [
        json!(0),
        json!(-1),
        json!(-1_790_080_005_074_i64),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(f64::MAX),
        json!(1_790_080_005_074.5),
        json!("NaN"),
        json!("Infinity"),
        json!("1.79e12"),
        json!("9999-12-31T23:59:59-23:59"),
        json!("1969-12-31T23:59:59Z"),
        json!("2026-02-30T00:00:00Z"),
        json!(true),
        json!([1_790_080_005]),
        Value::Null,
    ] {
        assert_eq!(at(&unknown), None, "{unknown}");
    }
}

#[test]
fn an_unknown_time_leaves_the_word_to_the_other_name() {
    let known = 1_790_080_005_074_u64;
    for unknown in [json!(0), json!(-1), json!("never")] {
        let meta = json!({"retrievedAt": unknown, "fetchedAt": known});
        let mut event = state(&json!([{"code": "closure-islocked", "meta": meta}]));
        event["meta"] = json!({"deliveredAt": unknown, "deliveryTime": known});
        let event = decode(&event);
        let expected = Some(datetime!(2026-09-22 12:26:45.074 UTC));
        assert_eq!(event.delivered_at, expected, "{unknown}");
        assert_eq!(event.signals[0].retrieved_at, expected, "{unknown}");
    }
}

#[test]
fn a_number_may_be_a_text_but_an_identifier_is_none_but_a_text() {
    let value = |code: &str, value: Value| {
        let event = decode(&state(&json!([{"code": code, "body": {"value": value}}])));
        event.signals[0].body.clone().unwrap()
    };
    let charge = "tractionbattery-stateofcharge";
    assert_eq!(value(charge, json!("78")), value(charge, json!(78)));
    assert!(matches!(value(charge, json!("78")), Body::Number(_)));
    assert_eq!(value("closure-islocked", json!("TRUE")), Body::Flag(true));
    for odd in [json!("NaN"), json!("seventy"), json!(true), json!([78])] {
        let body = json!({"value": odd});
        assert_eq!(value(charge, odd), Body::Raw(body));
    }
    assert_eq!(
        value("closure-islocked", json!(1)),
        Body::Raw(json!({"value": 1}))
    );

    let event = decode(&json!({
        "eventId": 7, "eventType": "VEHICLE_STATE", "meta": {"sequence": "12", "mode": 7},
        "data": {
            "user": {"id": 7}, "vehicle": {"id": 7, "make": 7, "year": "2020"},
            "signals": [{"code": 7}, {"code": "closure-islocked", "status": 7}],
        },
    }));
    assert_eq!((event.id, event.user, event.vehicle), (None, None, None));
    assert_eq!((event.sequence, event.mode), (Some(12), None));
    assert_eq!((event.signals.len(), event.unreadable_signals), (1, 1));
    assert_eq!(
        event.signals[0].status,
        SignalStatus::Unknown(String::new())
    );
}

#[test]
fn a_list_is_no_object() {
    let fields = json!([null, "VEHICLE_STATE", null, null, null, null, null]);
    assert!(Event::decode(fields.to_string().as_bytes()).is_err());
    let user = json!({"id": "u-1"});
    let event = decode(&json!({
        "eventType": "VEHICLE_STATE", "data": [user, "u-1", null, "v-1", [{"code": "a-b"}], null, null],
    }));
    assert_eq!((event.user, event.vehicle), (None, None));
    assert_eq!(event.signals, []);
}

/// Which of two is meant nobody knows. Deeper down the last one holds, as in most parsers.
#[test]
fn what_is_named_twice_is_not_guessed_at() {
    for twice in [
        r#"{"eventType":"VEHICLE_STATE","eventType":"VEHICLE_STATE"}"#,
        r#"{"eventType":"VEHICLE_STATE","event\u0054ype":"VEHICLE_STATE"}"#,
        r#"{"eventType":"VEHICLE_STATE","eventId":"a","eventId":"b"}"#,
        r#"{"eventType":"VEHICLE_STATE","meta":{},"meta":{"mode":"TEST"}}"#,
    ] {
        assert!(Event::decode(twice.as_bytes()).is_err(), "{twice}");
    }
    for twice in [
        r#"{"user":{"id":"a"},"user":{"id":"b"},"vehicle":{"id":"v"}}"#,
        r#"{"signals":[{"code":"a-b"}],"signals":[]}"#,
    ] {
        let body = format!(r#"{{"eventType":"VEHICLE_STATE","data":{twice}}}"#);
        let event = Event::decode(body.as_bytes()).unwrap();
        assert_eq!((event.user, event.vehicle), (None, None), "{twice}");
        assert_eq!(event.signals, [], "{twice}");
    }
    let signal = r#"{"code":"a-b","code":"c-d"}"#;
    let body = format!(r#"{{"eventType":"VEHICLE_STATE","data":{{"signals":[{signal}]}}}}"#);
    let event = Event::decode(body.as_bytes()).unwrap();
    assert_eq!(event.signals[0].code, SignalCode::new("c-d"));
}

#[test]
fn a_great_many_signals_are_as_many() {
    let event = decode(&state(&json!(vec![json!(0); 30_000])));
    assert_eq!((event.signals.len(), event.unreadable_signals), (0, 30_000));
    let event = decode(&state(&json!(vec![json!({"code": "a"}); 5_000])));
    assert_eq!((event.signals.len(), event.unreadable_signals), (5_000, 0));
}

/// 50 KB of nesting on a stack that has no room for it.
#[test]
fn nesting_takes_no_stack() {
    let deep = format!("{}{}", "[".repeat(25_000), "]".repeat(25_000));
    let objects = format!("{}1{}", r#"{"a":"#.repeat(10_000), "}".repeat(10_000));
    let bodies = [
        deep.clone(),
        "[".repeat(50_000),
        r#"{"eventType":"#.repeat(4_000),
        format!(r#"{{"eventType":{deep}}}"#),
        format!(r#"{{"eventType":"VEHICLE_STATE","data":{deep}}}"#),
        format!(r#"{{"eventType":"VEHICLE_STATE","data":{objects},"meta":{objects}}}"#),
        format!(r#"{{"eventType":"VEHICLE_STATE","triggers":[{deep}],"eventId":{deep}}}"#),
        format!(
            r#"{{"eventType":"VEHICLE_STATE","data":{{"vehicle":{objects},"errors":[{deep}],
                "signals":[{deep},{{"code":"a-b","body":{objects}}},{{"code":"c-d"}}]}}}}"#
        ),
    ];
    let reading = std::thread::Builder::new()
        .stack_size(512 * 1024)
        .spawn(move || {
            bodies.map(|body| {
                let event = Event::decode(body.as_bytes()).ok()?;
                Some((event.signals.len(), event.unreadable_signals))
            })
        });
    let read = reading.unwrap().join().unwrap();
    let nothing = Some((0, 0));
    assert_eq!(
        read,
        [
            None,
            None,
            None,
            None,
            nothing,
            nothing,
            nothing,
            Some((1, 2))
        ]
    );
}

#[test]
fn hostile_text_is_kept_as_text_and_shown_as_one_line() {
    let long = "x".repeat(50_000);
    for hostile in [
        "\0",
        "\u{202e}sdrawkcab",
        "a\r\nERROR forged",
        "'; DROP TABLE",
        "\u{1b}[2J",
        &long,
    ] {
        let event = decode(&json!({
            "eventId": hostile, "eventType": hostile,
            "data": {
                "user": {"id": hostile}, "vehicle": {"id": hostile, "make": hostile},
                "signals": [{"code": hostile, "body": hostile}],
                "errors": [{"type": hostile, "code": hostile, "state": hostile}],
            },
            "triggers": [{"type": hostile}], "meta": {"mode": hostile},
        }));
        assert_eq!(event.id.as_ref().unwrap().as_str(), hostile);
        assert_eq!(event.user.as_ref().unwrap().as_str(), hostile);
        assert_eq!(event.signals[0].code.as_str(), hostile);
        let shown = format!("{event:?}");
        assert!(!shown.contains(char::is_control), "{hostile:?}");
        assert!(!shown.contains('\u{202e}'), "{hostile:?}");
    }
}
