//! Deliveries have the shape of the recorded JSON of the reference (8.1, 8.3, 8.4).

use std::collections::BTreeSet;

use axum::http::Method;
use serde_json::{Value, json};

use crate::contract::{assert_same_shape, shape};
use crate::support::{CHARGE, Harness, LOCKED, Receiver};

macro_rules! recorded {
    ($name:literal) => {
        include_str!(concat!("../../../smartcar/tests/fixtures/webhooks/", $name))
    };
}

#[tokio::test]
async fn a_state_is_as_recorded() {
    let harness = Harness::new();
    let order = json!({ "signals": [CHARGE, "closure-sunroof"] });
    let mut told = harness.told(order).await;
    told.lock(false).await;
    let state = told.receiver.next().await.event;
    assert_same_shape(&state, recorded!("vehicle_state.json"));
    let recorded: Value = serde_json::from_str(recorded!("vehicle_state.json")).unwrap();
    assert_eq!(state["triggers"], recorded["triggers"]);
    assert_eq!(state["eventType"], recorded["eventType"]);
    assert_eq!(state["meta"]["version"], recorded["meta"]["version"]);
    let status = |event: &Value, index: usize| event["data"]["signals"][index]["status"].clone();
    assert_eq!(
        [status(&state, 0), status(&state, 1)],
        [status(&recorded, 0), status(&recorded, 1)]
    );
}

#[tokio::test]
async fn a_state_as_it_is_documented_and_as_it_was_once() {
    let harness = Harness::new();
    let quirks = json!({
        "documentedWebhooks": true, "webhookOtherTimes": true, "webhookWithoutStatus": true,
        "webhookDeliveryTime": true, "stringYear": true,
    });
    harness.order("quirks", json!({ "quirks": quirks })).await;
    let mut receiver = Receiver::start().await;
    let order =
        json!({ "callbackUri": receiver.url("/"), "signals": [LOCKED], "triggers": [LOCKED] });
    harness.webhook(order).await;
    receiver.next().await;
    let car = harness.tesla().await;
    harness.pass(2).await;
    let first = receiver.next().await.event;
    assert_eq!(
        first["data"]["triggers"],
        json!([{ "code": "FIRST_DELIVERY" }])
    );
    car.change(json!({ "locked": false })).await;
    let state = receiver.next().await.event;
    let recorded: Value = serde_json::from_str(recorded!("vehicle_state_documented.json")).unwrap();
    // The recorded one leaves much out, and has a time and the sequence in yet other forms.
    let ours = shape(&state);
    let missing: Vec<String> = shape(&recorded)
        .into_iter()
        .filter(|line| !line.contains(".fetchedAt") && !line.contains(".sequence"))
        .filter(|line| !ours.contains(line))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(
        state["data"]["triggers"][0],
        recorded["data"]["triggers"][1]
    );
    assert!(state["data"]["signals"][0]["meta"]["fetchedAt"].is_string());
    assert_eq!(state["data"]["signals"][0].get("status"), None);
    assert_eq!(state["meta"].get("deliveredAt"), None);
}

#[tokio::test]
async fn an_error_is_as_recorded() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    let order = json!({
        "email": "ann@example.com", "mode": "simulated", "permissions": ["read_vehicle_info"],
    });
    harness.order("grants", order).await;
    let error = told.receiver.next().await.event;
    let recorded: Value = serde_json::from_str(recorded!("vehicle_error.json")).unwrap();
    // The first error there is a whole one, and the others are cut short on purpose.
    let (ours, theirs) = (&error["data"]["errors"][0], &recorded["data"]["errors"][0]);
    assert_eq!(shape(ours), shape(theirs));
    assert_eq!(ours["type"], theirs["type"]);
    let ours = shape(&error);
    let missing: BTreeSet<String> = shape(&recorded)
        .into_iter()
        .filter(|line| !line.contains(".errors[]") && !ours.contains(line))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[tokio::test]
async fn a_challenge_has_what_the_reference_says() {
    let harness = Harness::new();
    let mut receiver = Receiver::start().await;
    harness
        .webhook(json!({ "callbackUri": receiver.url("/") }))
        .await;
    let verify = receiver.next().await.event;
    let documented = json!({
        "eventId": "", "eventType": "VERIFY", "data": { "challenge": "" },
        "meta": {
            "version": "4.0", "webhookId": "", "webhookName": "", "deliveryId": "",
            "deliveredAt": "2025-10-21T03:39:07.355Z",
        },
    });
    assert_eq!(shape(&verify), shape(&documented));
}

#[tokio::test]
async fn the_wrong_tyre_unit_was_seen_in_deliveries() {
    let harness = Harness::new();
    harness
        .order("quirks", json!({ "quirks": { "wrongTireUnit": true } }))
        .await;
    let mut told = harness.told(json!({ "signals": ["wheel-tires"] })).await;
    told.car
        .order(Method::PATCH, "", json!({ "state": { "locked": false } }))
        .await;
    let state = told.receiver.next().await;
    let body = &state.signal("wheel-tires")["body"];
    assert_eq!(body["unit"], "bar");
    assert!(body["values"][0]["tirePressure"].as_f64().unwrap() > 100.0);
}
