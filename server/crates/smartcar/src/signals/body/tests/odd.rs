//! What becomes of a body in another shape.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Body, Cover, KnownSignal, decode};
use crate::signals::SignalCode;

#[test]
fn an_unknown_code_is_kept_raw() {
    let body = json!({"value": 1.21, "unit": "gigawatts"});
    let decoded = Body::decode(&SignalCode::from("flux-capacitor"), &body);
    assert_eq!(decoded, Some(Body::Raw(body)));
}

#[test]
fn a_known_code_in_another_shape_is_kept_raw() {
    let odd = [
        json!({}),
        json!([]),
        json!([[0, 0, true]]),
        json!("text"),
        json!(7),
        json!({"value": {"deep": [1]}}),
        json!({"values": 7, "isOpen": [], "status": {}, "capacity": {}, "canonical": [],
               "latitude": {}, "activeLimit": {}}),
        json!({"values": [[0, 0, true]], "isOpen": "half", "status": [], "capacity": "much",
               "canonical": {}, "latitude": 48.1, "activeLimit": []}),
    ];
    for known in KnownSignal::ALL {
        for body in &odd {
            assert_eq!(
                decode(*known, body),
                Some(Body::Raw(body.clone())),
                "{known} {body}"
            );
        }
    }
}

#[test]
fn a_body_that_says_nothing_is_none() {
    let nothing = json!({"value": null, "values": null, "latitude": null, "longitude": null});
    for known in KnownSignal::ALL {
        assert_eq!(decode(*known, &Value::Null), None, "{known}");
        // Those of several parts may still say that one of them is not known.
        let body = decode(*known, &nothing);
        assert!(
            matches!(body, None | Some(Body::ChargeLimits(_) | Body::Raw(_))),
            "{known} {body:?}"
        );
    }
    let unknown = Body::Cover(Cover { is_open: None });
    assert_eq!(
        decode(KnownSignal::ClosureSunroof, &json!({"isOpen": null})),
        Some(unknown)
    );
}

#[test]
fn numbers_and_truths_may_be_texts() {
    let soc = KnownSignal::TractionBatteryStateOfCharge;
    let body = decode(soc, &json!({"value": "78.5", "unit": "percent"}));
    let Some(Body::Number(quantity)) = body else {
        panic!("no number");
    };
    assert_eq!(quantity.value.to_bits(), 78.5_f64.to_bits());
    let locked = decode(KnownSignal::ClosureIsLocked, &json!({"value": "True"}));
    assert_eq!(locked, Some(Body::Flag(true)));
    for text in ["NaN", "inf", "1e999"] {
        let body = json!({"value": text});
        assert_eq!(decode(soc, &body), Some(Body::Raw(body)));
    }
}

#[test]
fn a_place_off_the_earth_is_kept_raw() {
    for body in [
        json!({"latitude": 91, "longitude": 0}),
        json!({"latitude": 48.1, "longitude": null}),
    ] {
        let decoded = decode(KnownSignal::LocationPreciseLocation, &body);
        assert_eq!(decoded, Some(Body::Raw(body)));
    }
}

proptest! {
    #[test]
    fn no_body_makes_a_decoder_panic_and_what_does_not_fit_is_kept(
        known in prop::sample::select(KnownSignal::ALL),
        body in crate::decode::tests::any_json(),
    ) {
        if let Some(Body::Raw(raw)) = decode(known, &body) {
            prop_assert_eq!(raw, body);
        }
    }
}
