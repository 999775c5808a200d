//! `VEHICLE_ERROR`: errors that begin, and end (reference 8.4).

use axum::http::Method;
use serde_json::{Value, json};

use crate::support::{CHARGE, Harness, LOCKED};

async fn asleep(told: &crate::support::Told<'_>, code: &str) {
    let error = json!({ "error": { "type": "VEHICLE_STATE", "code": "ASLEEP" } });
    told.car
        .order(Method::PUT, &format!("/signals/{code}"), error)
        .await;
}

#[tokio::test]
async fn an_error_of_some_signals_begins_and_ends() {
    let harness = Harness::new();
    let receiver = crate::support::Receiver::start().await;
    let errors_to = receiver.url("/errors");
    let mut receiver = receiver;
    let mut told = harness.told(json!({ "errorCallbackUri": errors_to })).await;
    asleep(&told, LOCKED).await;
    let error = receiver.next().await;
    assert!(error.is_signed());
    assert_eq!(error.path, "/errors");
    assert_eq!(error.event["eventType"], "VEHICLE_ERROR");
    let [error] = &error.event["data"]["errors"].as_array().unwrap()[..] else {
        panic!("there is one error");
    };
    assert_eq!(
        (&error["type"], &error["code"]),
        (&json!("VEHICLE_STATE"), &json!("ASLEEP"))
    );
    assert_eq!(error["state"], "ERROR");
    let named = json!([{ "code": LOCKED, "name": "IsLocked", "group": "Closure" }]);
    assert_eq!(error["signals"], named);

    // One more signal of the same error is told by itself.
    asleep(&told, CHARGE).await;
    let more = receiver.next().await;
    assert_eq!(
        more.event["data"]["errors"][0]["signals"][0]["code"],
        CHARGE
    );

    for code in [LOCKED, CHARGE] {
        told.car
            .order(Method::DELETE, &format!("/signals/{code}"), json!({}))
            .await;
        let resolved = receiver.next().await;
        let resolved = &resolved.event["data"]["errors"][0];
        assert_eq!(resolved["state"], "RESOLVED");
        assert_eq!(resolved["code"], "ASLEEP");
        assert_eq!(resolved["signals"][0]["code"], code);
    }
    // The values are what they were: there is no state to tell.
    assert!(told.receiver.has_nothing());
}

#[tokio::test]
async fn without_an_address_of_their_own_errors_go_where_states_go() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    asleep(&told, LOCKED).await;
    let error = told.receiver.next().await;
    assert_eq!(
        (error.path.as_str(), &error.event["eventType"]),
        ("/hook", &json!("VEHICLE_ERROR"))
    );
    assert!(error.event["meta"].get("signalCount").is_none());
}

#[tokio::test]
async fn an_owner_who_has_to_log_in_again_is_an_error_of_everything() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    let needed = |needed: bool| json!({ "account": "ann@example.com", "needed": needed });
    harness.order("reauthentication", needed(true)).await;
    let error = told.receiver.next().await;
    let error = &error.event["data"]["errors"][0];
    assert_eq!(error["type"], "CONNECTED_SERVICES_ACCOUNT");
    assert_eq!(error["code"], "AUTHENTICATION_FAILED");
    assert_eq!(error["resolution"]["type"], "REAUTHENTICATE");
    assert_eq!(error.get("signals"), None);
    // Nothing of the car is known meanwhile.
    told.lock(false).await;
    assert_eq!(harness.deliveries("type=VEHICLE_STATE").await.len(), 1);
    harness.order("reauthentication", needed(false)).await;
    let resolved = told.receiver.next().await;
    assert_eq!(resolved.event["data"]["errors"][0]["state"], "RESOLVED");
    assert_eq!(told.receiver.next().await.reasons(), [LOCKED]);
}

#[tokio::test]
async fn a_permission_that_is_taken_back_is_an_error_without_a_code() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    let order = json!({
        "email": "ann@example.com", "mode": "simulated",
        "permissions": ["read_vehicle_info", "read_battery"],
    });
    harness.order("grants", order).await;
    let error = told.receiver.next().await;
    let error = &error.event["data"]["errors"][0];
    assert_eq!(
        (&error["type"], &error["code"]),
        (&json!("PERMISSION"), &Value::Null)
    );
    assert_eq!(error["signals"][0]["code"], LOCKED);
}

#[tokio::test]
async fn signals_may_be_named_as_in_2025() {
    let harness = Harness::new();
    let quirks = json!({ "quirks": { "webhookSignalNames": true } });
    harness.order("quirks", quirks).await;
    let mut told = harness.told(json!({})).await;
    asleep(&told, LOCKED).await;
    let error = told.receiver.next().await;
    assert_eq!(
        error.event["data"]["errors"][0]["signals"],
        json!(["Closure.IsLocked"])
    );
    told.car
        .order(
            Method::PATCH,
            "/signals",
            json!({ "signals": { LOCKED: { "body": { "value": false } } } }),
        )
        .await;
    told.receiver.next().await;
    let state = told.receiver.next().await;
    assert_eq!(state.event["triggers"][0]["signal"], "Closure.IsLocked");
}
