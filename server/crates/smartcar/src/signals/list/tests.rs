//! One bad element among good ones.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::Signals;
use crate::{
    Condition, ErrorKind, SignalCode,
    signals::{Body, SignalStatus},
};

const RECORDED: &str = include_str!("../../../tests/fixtures/signals.json");
const EMPTY: &str = include_str!("../../../tests/fixtures/signals_empty.json");
const LOCKED: &str = r#"{"code":"closure-islocked","body":{"value":true}}"#;

fn read(document: &Value) -> Signals {
    Signals::decode(document.to_string().as_bytes()).unwrap()
}

/// A list with this text for an element, between two good ones.
fn around(element: &str) -> Signals {
    let body = format!(r#"{{"data":[{LOCKED},{element},{LOCKED}]}}"#);
    let list = Signals::decode(body.as_bytes()).unwrap();
    assert_eq!(list.signals.len() + list.unreadable.len(), 3);
    assert_eq!(list.signals[0].body, Some(Body::Flag(true)));
    list
}

#[test]
fn the_recorded_list() {
    let list = Signals::decode(RECORDED.as_bytes()).unwrap();
    assert_eq!((list.signals.len(), list.unreadable.len()), (3, 0));
    assert_eq!(list.total_count, Some(3));
    assert!(list.is_complete());
    let vehicle = list.vehicle.unwrap();
    assert_eq!(vehicle.attributes.model.as_deref(), Some("ID. Buzz"));

    let conditions: Vec<Option<Condition>> = list
        .signals
        .iter()
        .map(|signal| match &signal.status {
            SignalStatus::Error(error) => Some(error.condition()),
            _ => None,
        })
        .collect();
    assert_eq!(
        conditions,
        [None, Some(Condition::NotNow), Some(Condition::NotCapable)]
    );
    assert!(list.signals[2].oem_updated_at.is_none());
    assert!(list.signals[2].ingested_at.is_some());
}

#[test]
fn an_empty_store_is_an_empty_list() {
    let list = Signals::decode(EMPTY.as_bytes()).unwrap();
    assert_eq!((list.signals.len(), list.total_count), (0, Some(0)));
    assert!(list.is_complete());
}

#[test]
fn an_element_that_is_no_signal_is_kept_as_it_came() {
    for element in ["7", "null", "[]", "{}", r#"{"code":""}"#, r#""words""#] {
        let list = around(element);
        assert_eq!(list.unreadable[0].as_str(), element);
        assert!(!format!("{list:?}").contains("words"));
    }
}

#[test]
fn nesting_and_numbers_beyond_measure_spoil_nothing_else() {
    let nested = format!(
        r#"{{"code":"a","body":{}{}}}"#,
        "[".repeat(5000),
        "]".repeat(5000)
    );
    let great = r#"{"code":"odometer-traveleddistance","body":{"value":1e999}}"#;
    for element in [nested.as_str(), great] {
        assert_eq!(around(element).unreadable[0].as_str(), element);
    }
    let long = format!(
        r#"{{"code":"odometer-traveleddistance","body":{{"value":{}}}}}"#,
        "9".repeat(300)
    );
    assert_eq!(around(&long).signals.len(), 3);
}

#[test]
fn what_stands_around_the_list_may_be_anything() {
    for odd in [
        json!(null),
        json!(7),
        json!([]),
        json!({"totalCount": [], "next": 7}),
    ] {
        let list = read(&json!({"data": [], "meta": odd, "links": odd, "included": odd}));
        assert_eq!(list, Signals::default());
    }
}

#[test]
fn whether_all_came() {
    let complete = |total: Value, next: Value| {
        let data = json!([{"code": "a"}, {"code": "b"}, 7]);
        read(&json!({"data": data, "meta": {"totalCount": total}, "links": {"next": next}}))
            .is_complete()
    };
    assert!(complete(json!(3), json!(null)));
    assert!(complete(json!("3"), json!("")));
    assert!(complete(json!(2), json!(null)));
    assert!(complete(json!(null), json!(null)));
    assert!(!complete(json!(4), json!(null)));
    assert!(!complete(json!(3), json!("https://a.example/page/2")));
}

#[test]
fn of_doubled_elements_both_are_kept_and_the_later_one_is_found() {
    let locked = |value: bool, at: Option<u64>| json!({"code": "closure-islocked", "body": {"value": value}, "meta": {"oemUpdatedAt": at}});
    let code = SignalCode::from("closure-islocked");
    let later = Some(1_790_080_006);
    let earlier = Some(1_790_080_005);
    for (first, second, found) in [
        (locked(true, later), locked(false, earlier), true),
        (locked(false, earlier), locked(true, later), true),
        (locked(true, earlier), locked(false, None), true),
    ] {
        let list = read(&json!({"data": [first, second]}));
        assert_eq!(list.signals.len(), 2);
        assert_eq!(list.get(&code).unwrap().body, Some(Body::Flag(found)));
    }
    assert_eq!(read(&json!({"data": []})).get(&code), None);
}

#[test]
fn what_is_no_list_is_an_error() {
    let whole = RECORDED.as_bytes();
    for body in [
        &b"<html>Welcome</html>"[..],
        b"",
        b"[]",
        b"{}",
        br#"{"data":null}"#,
        br#"{"data":{}}"#,
        &whole[..whole.len() / 2],
        &whole[..whole.len() - 3],
    ] {
        assert_eq!(Signals::decode(body).unwrap_err().kind(), ErrorKind::Decode);
    }
}

proptest! {
    #[test]
    fn nothing_is_dropped_whatever_it_is(
        elements in prop::collection::vec(crate::decode::tests::any_json(), 0..6),
    ) {
        let list = read(&json!({"data": elements}));
        prop_assert_eq!(list.signals.len() + list.unreadable.len(), elements.len());
        // The last bit of a float may change when it is written and read.
        let written: Vec<Value> = elements
            .iter()
            .map(|element| serde_json::from_str(&element.to_string()).unwrap())
            .collect();
        for signal in &list.signals {
            prop_assert!(written.contains(&signal.raw));
        }
    }

    #[test]
    fn no_bytes_make_it_panic(body in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Signals::decode(&body);
    }
}
