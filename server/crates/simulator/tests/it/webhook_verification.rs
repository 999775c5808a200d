//! `VERIFY` (reference 8.1), samples, and the keys.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use smartcar_simulator::DEVELOPMENT_MANAGEMENT_TOKEN;
use url::Url;

use crate::support::{Harness, LOCKED, Plan, Receiver, sign};

async fn verification(harness: &Harness, id: &str) -> Value {
    let webhook = harness.get(&format!("/_simulator/webhooks/{id}")).await;
    webhook.json()["verification"].clone()
}

#[tokio::test]
async fn it_is_not_signed_and_has_its_time_as_text() {
    let harness = Harness::new();
    let mut receiver = Receiver::start().await;
    let order = json!({ "name": "Garage", "callbackUri": receiver.url("/hook") });
    let id = harness.webhook(order).await;
    let verify = receiver.next().await;
    assert_eq!(verify.signatures(), [""; 0]);
    assert_eq!(verify.event["eventType"], "VERIFY");
    assert_eq!(verify.event["meta"]["webhookName"], "Garage");
    assert_eq!(
        verify.event["meta"]["deliveredAt"],
        "2026-11-23T12:00:00.000Z"
    );
    let challenge = verify.event["data"]["challenge"].as_str().unwrap();
    assert!(
        challenge
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    );
    harness
        .deliveries("type=VERIFY&state=delivered&await=1")
        .await;
    assert_eq!(verification(&harness, &id).await, "verified");
}

#[tokio::test]
async fn the_quirk_signs_it() {
    let harness = Harness::with(|settings| {
        settings.quirks.signed_verify = true;
        settings.quirks.webhook_other_times = true;
    });
    let mut receiver = Receiver::start().await;
    harness
        .webhook(json!({ "callbackUri": receiver.url("/") }))
        .await;
    let verify = receiver.next().await;
    assert!(verify.is_signed());
    assert!(verify.event["meta"]["deliveredAt"].is_number());
}

#[tokio::test]
async fn nothing_goes_to_a_receiver_that_does_not_prove_itself() {
    let harness = Harness::new();
    let mut receiver = Receiver::start().await;
    receiver.change_token("another");
    let id = harness
        .webhook(json!({ "callbackUri": receiver.url("/") }))
        .await;
    receiver.next().await;
    harness.tesla().await;
    let mut waits = vec![25, 50, 100];
    while !waits.is_empty() {
        harness
            .deliveries("type=VERIFY&state=waiting&await=1")
            .await;
        harness.pass(waits.remove(0)).await;
        assert_eq!(receiver.next().await.event["eventType"], "VERIFY");
    }
    let failed = harness.deliveries("type=VERIFY&state=failed&await=1").await;
    let outcome = &failed[0]["attempts"][0]["outcome"];
    assert_eq!(outcome, "answered 200 without the right proof");
    assert_eq!(verification(&harness, &id).await, "failed");
    let dropped = harness.deliveries("type=VEHICLE_STATE&state=dropped").await;
    assert_eq!(
        dropped[0]["droppedBecause"],
        "the receiver could not be verified"
    );

    // It is asked again before the next delivery, which then comes.
    receiver.change_token(DEVELOPMENT_MANAGEMENT_TOKEN);
    let vehicle = dropped[0]["vehicleId"].as_str().unwrap();
    let order = json!({ "state": { "locked": false } });
    harness
        .control(Method::PATCH, &format!("vehicles/{vehicle}"), order)
        .await;
    assert_eq!(receiver.next().await.event["eventType"], "VERIFY");
    assert!(receiver.next().await.reasons().contains(&LOCKED.to_owned()));
}

#[tokio::test]
async fn a_webhook_of_the_beginning_is_verified_when_it_is_needed() {
    let mut receiver = Receiver::start().await;
    let callback = Url::parse(&receiver.url("/webhooks")).unwrap();
    let harness = Harness::with(|settings| {
        settings.webhook = Some(smartcar_simulator::WebhookSettings::new(callback));
    });
    let listed = harness.get("/_simulator/webhooks").await.json();
    assert_eq!(listed["webhooks"][0]["verification"], "unverified");
    assert!(receiver.has_nothing());
    harness.tesla().await;
    // It has not come up yet.
    receiver.plan(&[Plan::Status(502)]);
    harness.pass(2).await;
    assert_eq!(receiver.next().await.event["eventType"], "VERIFY");
    harness
        .deliveries("type=VERIFY&state=waiting&await=1")
        .await;
    harness.pass(25).await;
    assert_eq!(receiver.next().await.event["eventType"], "VERIFY");
    assert_eq!(receiver.next().await.reasons(), ["FIRST_DELIVERY"]);
    // And again after a reset.
    harness.order("reset", json!({})).await;
    let listed = harness.get("/_simulator/webhooks").await.json();
    assert_eq!(listed["webhooks"][0]["verification"], "unverified");
}

#[tokio::test]
async fn another_address_is_verified_anew_and_errors_may_have_their_own() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    let moved = json!({ "callbackUri": told.receiver.url("/moved") });
    let changed = told.order(Method::PATCH, "", moved).await;
    assert_eq!(changed["verification"], "underWay");
    let verify = told.receiver.next().await;
    assert_eq!(
        (verify.path.as_str(), &verify.event["eventType"]),
        ("/moved", &json!("VERIFY"))
    );
    let errors = json!({ "errorCallbackUri": told.receiver.url("/errors") });
    let changed = told.order(Method::PATCH, "", errors).await;
    assert_eq!(changed["errorCallbackUri"], told.receiver.url("/errors"));
    let taken_away = json!({ "errorCallbackUri": null });
    let changed = told.order(Method::PATCH, "", taken_away).await;
    assert_eq!(changed["errorCallbackUri"], Value::Null);
}

#[tokio::test]
async fn while_tokens_are_exchanged_the_first_signs_and_any_proves() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    let tokens = json!({ "managementTokens": ["new", DEVELOPMENT_MANAGEMENT_TOKEN] });
    assert_eq!(
        harness.order("application", tokens).await.status,
        StatusCode::OK
    );
    told.lock(false).await;
    let state = told.receiver.next().await;
    assert_eq!(state.signatures(), [sign("new", &state.body)]);
    for token in ["new", DEVELOPMENT_MANAGEMENT_TOKEN] {
        told.receiver.change_token(token);
        told.order(Method::POST, "/verify", json!({})).await;
        let verify = told.receiver.next().await;
        told.in_state(&verify, "delivered").await;
    }
    for tokens in [
        json!([]),
        json!([""]),
        json!(["a", "b", "c", "d"]),
        json!("a"),
        json!([" a"]),
    ] {
        let order = json!({ "managementTokens": tokens });
        let reply = harness.order("application", order).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{tokens}");
    }
}

#[tokio::test]
async fn a_sample_is_signed_and_about_no_car_that_there_is() {
    let harness = Harness::new();
    let order = json!({ "signals": [LOCKED, "vehicleidentification-vin"] });
    let mut told = harness.told(order).await;
    let mut ids = Vec::new();
    for _ in 0..2 {
        told.order(Method::POST, "/test", json!({})).await;
        let sample = told.receiver.next().await;
        assert!(sample.is_signed());
        assert_eq!(sample.event["meta"]["mode"], "TEST");
        assert_eq!(sample.event["eventType"], "VEHICLE_STATE");
        let vehicle = &sample.event["data"]["vehicle"];
        assert_eq!(vehicle["mode"], "test");
        assert_ne!(vehicle["id"], told.car.vehicle.as_str());
        let times = json!({ "oemUpdatedAt": 0, "retrievedAt": 0 });
        assert_eq!(sample.signal("vehicleidentification-vin")["meta"], times);
        assert_eq!(sample.signal(LOCKED)["status"]["value"], "SUCCESS");
        ids.push(vehicle["id"].clone());
    }
    assert_ne!(ids[0], ids[1]);
    // It is sent once.
    told.receiver.plan(&[Plan::Status(500)]);
    told.order(Method::POST, "/test", json!({})).await;
    let sample = told.receiver.next().await;
    told.in_state(&sample, "failed").await;
}
