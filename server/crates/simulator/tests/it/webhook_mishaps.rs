//! What may happen on the way: twice, late, in another order, never, or from somebody else.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use smartcar_simulator::DEVELOPMENT_MANAGEMENT_TOKEN;

use crate::support::{CHARGE, Harness, LOCKED, sign};

#[tokio::test]
async fn an_event_comes_twice() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    told.next(json!("duplicated")).await;
    told.lock(false).await;
    let (one, two) = (told.receiver.next().await, told.receiver.next().await);
    assert!(one.is_signed() && two.is_signed());
    assert_eq!(one.event["eventId"], two.event["eventId"]);
    assert_ne!(
        one.event["meta"]["deliveryId"],
        two.event["meta"]["deliveryId"]
    );
    // The plan was for one event.
    told.lock(true).await;
    told.receiver.next().await;
    harness.deliveries("state=delivered&await=5").await;
    assert!(told.receiver.has_nothing());
}

#[tokio::test]
async fn a_newer_event_overtakes() {
    let harness = Harness::new();
    let mut told = harness.told(json!({ "triggers": [LOCKED, CHARGE] })).await;
    told.next(json!("overtaken")).await;
    told.lock(false).await;
    assert_eq!(harness.deliveries("state=held").await.len(), 1);
    harness.pass(60).await;
    told.lock(true).await;
    let (newer, older) = (told.receiver.next().await, told.receiver.next().await);
    let locked = |received: &crate::support::Received| {
        let signal = received.signal(LOCKED);
        (
            signal["body"]["value"].clone(),
            signal["meta"]["oemUpdatedAt"].as_i64(),
        )
    };
    let ((newer_value, newer_time), (older_value, older_time)) = (locked(&newer), locked(&older));
    assert_eq!((newer_value, older_value), (json!(true), json!(false)));
    assert!(newer_time > older_time);
    let sequence =
        |received: &crate::support::Received| received.event["meta"]["sequence"].as_i64();
    assert!(sequence(&newer) > sequence(&older));
}

#[tokio::test]
async fn an_event_comes_late_or_never() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    told.next(json!({ "delayedSeconds": 90 })).await;
    told.next(json!("lost")).await;
    told.lock(false).await;
    told.lock(true).await;
    assert_eq!(harness.deliveries("state=dropped").await.len(), 1);
    harness.pass(89).await;
    assert!(told.receiver.has_nothing());
    harness.pass(1).await;
    let late = told.receiver.next().await;
    assert_eq!(late.signal(LOCKED)["body"]["value"], false);
    told.in_state(&late, "delivered").await;
    assert!(told.receiver.has_nothing());
}

#[tokio::test]
async fn forgeries_are_sent_once_and_none_is_rightly_signed() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    for (forgery, signatures) in [
        ("wrongSignature", 1),
        ("noSignature", 0),
        ("truncatedSignature", 1),
        ("doubledSignature", 2),
        ("otherKey", 1),
        ("alteredBody", 1),
    ] {
        let order = json!({ "vehicleId": told.car.vehicle, "mishap": { "forged": forgery } });
        told.receiver.plan(&[crate::support::Plan::Status(401)]);
        told.order(Method::POST, "/deliveries", order).await;
        let forged = told.receiver.next().await;
        assert!(!forged.is_signed(), "{forgery}");
        assert_eq!(forged.signatures().len(), signatures, "{forgery}");
        let failed = told.in_state(&forged, "failed").await;
        assert_eq!(failed["mishap"], json!({ "forged": forgery }));
        assert_eq!(failed["attempts"].as_array().unwrap().len(), 1);
    }
}

#[tokio::test]
async fn what_a_car_says_can_be_delivered_by_hand() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    let order = json!({ "vehicleId": told.car.vehicle });
    told.order(Method::POST, "/deliveries", order).await;
    let state = told.receiver.next().await;
    assert!(state.is_signed());
    assert_eq!(state.reasons(), [LOCKED]);
}

#[tokio::test]
async fn a_past_delivery_is_repeated_to_the_letter() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    told.lock(false).await;
    let state = told.receiver.next().await;
    let id = told.in_state(&state, "delivered").await["id"].clone();
    harness.pass(7 * 86_400).await;
    let path = format!("deliveries/{}/repeat", id.as_str().unwrap());
    assert_eq!(
        harness.order(&path, json!({})).await.status,
        StatusCode::CREATED
    );
    let again = told.receiver.next().await;
    assert_eq!(again.body, state.body);
    assert_eq!(
        again.signatures(),
        [sign(DEVELOPMENT_MANAGEMENT_TOKEN, &state.body)]
    );
    // What was never sent cannot be repeated.
    told.next(json!("lost")).await;
    told.lock(true).await;
    let lost = harness.deliveries("state=dropped").await[0]["id"].clone();
    let path = format!("deliveries/{}/repeat", lost.as_str().unwrap());
    assert_eq!(
        harness.order(&path, json!({})).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn what_is_planned_can_be_seen_and_forgotten() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    let next = json!({ "mishap": "lost", "times": 2, "vehicleId": told.car.vehicle });
    let planned = told
        .order(Method::POST, "/next", json!({ "next": next }))
        .await;
    assert_eq!(planned["planned"][0], next);
    told.lock(false).await;
    let planned = told.order(Method::GET, "/next", json!({})).await;
    assert_eq!(planned["planned"][0]["times"], 1);
    told.order(Method::DELETE, "/next", json!({})).await;
    told.lock(true).await;
    assert_eq!(told.receiver.next().await.reasons(), [LOCKED]);
}

#[tokio::test]
async fn a_mishap_of_one_vehicle_spares_the_others() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    let other = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    let next = json!({ "mishap": "lost", "vehicleId": other });
    told.order(Method::POST, "/next", json!({ "next": next }))
        .await;
    told.lock(false).await;
    assert_eq!(
        told.receiver.next().await.signal(LOCKED)["body"]["value"],
        Value::Bool(false)
    );
}
