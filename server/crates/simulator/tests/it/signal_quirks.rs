//! The quirk switches that concern signals and commands (reference 12.9 and 13).

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Harness, Parked};

async fn quirky(harness: &Harness, quirks: Value) -> Parked<'_> {
    let reply = harness.order("quirks", json!({ "quirks": quirks })).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    harness.tesla().await
}

#[tokio::test]
async fn times_are_numbers_in_signals_and_commands() {
    let harness = Harness::new();
    let car = quirky(&harness, json!({ "numericTimestamps": true })).await;
    let meta = car.signal("closure-islocked").await["meta"].clone();
    assert_eq!(meta["ingestedAt"], 1_795_435_158_700_i64);
    let lock = car.command("security/lock").await.json();
    assert_eq!(lock["data"]["meta"]["executedAt"], 1_795_435_200_000_i64);
}

#[tokio::test]
async fn a_single_signal_comes_bare() {
    let harness = Harness::new();
    let car = quirky(&harness, json!({ "bareSignal": true })).await;
    let bare = car
        .ask(Method::GET, "signals/closure-islocked")
        .await
        .json();
    assert_eq!(bare["id"], "closure-islocked");
    assert_eq!(bare.get("data"), None);
    assert!(car.signals().await["data"].is_array());
}

#[tokio::test]
async fn tyres_say_bar_and_mean_kilopascal() {
    let harness = Harness::new();
    let car = quirky(&harness, json!({ "wrongTireUnit": true })).await;
    let body = car.signal("wheel-tires").await["attributes"]["body"].clone();
    assert_eq!(body["unit"], "bar");
    assert!(body["values"][0]["tirePressure"].as_f64().unwrap() > 200.0);
}

#[tokio::test]
async fn an_empty_store_is_not_found() {
    let harness = Harness::new();
    let car = quirky(&harness, json!({ "emptyStoreNotFound": true })).await;
    car.order(Method::PATCH, "", json!({ "store": "empty" }))
        .await;
    let reply = car.ask(Method::GET, "signals").await;
    assert_eq!(
        reply.error(),
        (404, "RESOURCE_NOT_FOUND".into(), "SIGNAL_NOT_FOUND".into())
    );
}

#[tokio::test]
async fn the_cars_own_times_are_whole_seconds() {
    let harness = Harness::new();
    let car = quirky(&harness, json!({ "wholeSecondOemTimes": true })).await;
    let meta = car.signal("closure-islocked").await["meta"].clone();
    assert_eq!(meta["oemUpdatedAt"], "2026-11-23T11:48:16.000Z");
    assert_eq!(meta["retrievedAt"], "2026-11-23T11:59:16.855Z");
}

#[tokio::test]
async fn the_year_beside_signals_is_a_text_too() {
    let harness = Harness::new();
    let car = quirky(&harness, json!({ "stringYear": true })).await;
    let list = car.signals().await;
    assert_eq!(list["included"]["vehicle"]["attributes"]["year"], "2024");
}

#[tokio::test]
async fn a_stranger_can_be_not_found_and_a_missing_permission_denied() {
    let harness = Harness::new();
    let quirks = json!({ "unconnectedUserStatus": 404, "permissionAsAccessDenied": true });
    let car = quirky(&harness, quirks).await;
    let path = format!("/vehicles/{}/signals", car.vehicle);
    let stranger = Some("6b8a2f0e-0000-4000-8000-000000000000");
    let reply = harness.api_as(Method::GET, &path, stranger).await;
    assert_eq!(
        reply.error(),
        (404, "RESOURCE_NOT_FOUND".into(), "PATH".into())
    );
    let kia = json!({ "make": "KIA", "model": "EV6", "year": 2024, "powertrainType": "BEV" });
    let kia = harness.car_with(kia, &["read_vin"]).await;
    let refused = kia.command("security/lock").await;
    assert_eq!(
        refused.error(),
        (403, "AUTHENTICATION".into(), "ACCESS_DENIED".into())
    );
}
