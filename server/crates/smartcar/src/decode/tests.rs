//! Wrapped and bare, whole and broken.

use proptest::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use super::resource;
use crate::{Connection, Vehicle, connections::Page};

#[derive(Debug, Deserialize, PartialEq)]
struct Plain {
    size: u8,
}

#[test]
fn wrapped_and_bare_read_the_same() {
    assert_eq!(resource::<Plain>(br#"{"size":1}"#).unwrap().size, 1);
    assert_eq!(
        resource::<Plain>(br#"{"data":{"size":1}}"#).unwrap().size,
        1
    );
}

#[test]
fn the_failure_names_the_field_and_the_line_and_not_the_value() {
    let failure = resource::<Plain>(b"{\"data\":\n{\"size\":\"hunter2\"}}").unwrap_err();
    assert_eq!(
        failure.to_string(),
        "data.size is not of the expected shape, at line 2"
    );
}

#[test]
fn what_is_not_json_or_not_whole_says_so() {
    for (body, text) in [
        (
            &b"<html>hunter2</html>"[..],
            "the body is not JSON, at line 1",
        ),
        (b"", "the body ends too early, at line 1"),
        (b"{\"size\":1", "the body ends too early, at line 1"),
        (b"{\"size\":1} hunter2", "the body is not JSON, at line 1"),
    ] {
        assert_eq!(resource::<Plain>(body).unwrap_err().to_string(), text);
    }
}

#[test]
fn names_out_of_the_answer_are_not_repeated_unless_they_are_words() {
    let failure = serde_path_to_error::deserialize::<_, std::collections::BTreeMap<String, u8>>(
        serde_json::json!({"0SCAUDI037A5ADB1C": "x"}),
    )
    .map_err(|error| super::DecodeFailure::new(&error))
    .unwrap_err();
    assert!(!failure.to_string().contains("AUDI"), "{failure}");
}

/// JSON that is full of names which the decoders look for.
pub(crate) fn any_json() -> impl Strategy<Value = Value> {
    let key = prop_oneof![
        Just("data"),
        Just("id"),
        Just("attributes"),
        Just("relationships"),
        Just("meta"),
        Just("links"),
        Just("next"),
        Just("totalCount"),
        Just("user"),
        Just("vehicle"),
        Just("permissions"),
        Just("year"),
        Just("createdAt"),
        Just("code"),
        Just("status"),
        Just("error"),
        Just("body"),
        Just("value"),
        Just("values"),
        Just("unit"),
        Just("type"),
        Just("condition"),
        Just("isOpen"),
        Just("latitude"),
        Just("longitude"),
        Just("tirePressure"),
        Just("capacity"),
        Just("somethingNew"),
    ]
    .prop_map(str::to_owned);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 48, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((key.clone(), inner), 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_json_makes_a_decoder_panic(value in any_json()) {
        let body = value.to_string();
        let _ = resource::<Connection>(body.as_bytes());
        let _ = resource::<Vehicle>(body.as_bytes());
        let _ = super::document::<Page>(body.as_bytes());
    }

    #[test]
    fn no_bytes_make_a_decoder_panic(body in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = resource::<Connection>(&body);
    }
}
