//! Commands (reference 5).

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Harness, code};

#[tokio::test]
async fn a_command_is_answered_as_documented() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let reply = car
        .post("commands/charge/set-limit", json!({ "percent": 90 }))
        .await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    let mut data = reply.json()["data"].take();
    let id = data["id"].take();
    assert!(id.as_str().unwrap().starts_with("exec_"));
    assert_eq!(
        data,
        json!({
            "id": null,
            "type": "command-execution",
            "attributes": {
                "commandType": "charge-set-limit",
                "status": { "value": "SUCCESS" },
                "executionMode": "sync",
                "parameters": { "percent": 90 },
            },
            "meta": {
                "executedAt": "2026-11-23T12:00:00Z",
                "completedAt": "2026-11-23T12:00:00Z",
                "durationInSeconds": 0,
            },
        })
    );
    let lock = car.command("security/lock").await.json();
    assert_eq!(lock["data"]["attributes"]["commandType"], "security-lock");
    assert_eq!(lock["data"]["attributes"].get("parameters"), None);
}

#[tokio::test]
async fn the_signals_tell_of_a_command_after_a_lag() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    assert_eq!(code(&car, "security/unlock").await, "OK");
    assert_eq!(car.value("closure-islocked").await, true);
    harness.pass(2).await;
    let signal = car.signal("closure-islocked").await;
    assert_eq!(signal["attributes"]["body"]["value"], false);
    assert_eq!(
        signal["meta"],
        json!({
            "oemUpdatedAt": "2026-11-23T12:00:00.000Z",
            "retrievedAt": "2026-11-23T12:00:01.000Z",
            "ingestedAt": "2026-11-23T12:00:02.000Z",
        })
    );
    let doors = car.signal("closure-doors").await["attributes"]["body"]["values"].clone();
    assert!(
        doors
            .as_array()
            .unwrap()
            .iter()
            .all(|door| door["isLocked"] == false)
    );
}

#[tokio::test]
async fn a_charge_is_started_and_stopped() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    assert_eq!(code(&car, "charge/start").await, "OK");
    // The lag hides the charge from the signals, not from the car.
    assert_eq!(car.value("charge-ischarging").await, false);
    assert_eq!(code(&car, "charge/stop").await, "OK");
    assert_eq!(
        code(&car, "charge/stop").await,
        "409 VEHICLE_STATE/NOT_CHARGING"
    );
    assert_eq!(code(&car, "charge/start").await, "OK");
    harness.pass(3_600).await;
    assert_eq!(car.value("charge-ischarging").await, true);
    assert!(car.number("tractionbattery-stateofcharge").await > 55.0);
}

#[tokio::test]
async fn a_limit_stops_a_charge_that_is_beyond_it() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.change(json!({ "stateOfCharge": 70, "charging": true }))
        .await;
    let reply = car
        .post("commands/charge/set-limit", json!({ "percent": 60 }))
        .await;
    assert_eq!(reply.status, StatusCode::OK);
    harness.pass(2).await;
    let limits = car.signal("charge-chargelimits").await["attributes"]["body"].clone();
    assert_eq!(limits["activeLimit"], 60);
    assert_eq!(car.value("charge-ischarging").await, false);
    assert_eq!(
        car.value("charge-detailedchargingstatus").await,
        "FULLY_CHARGED"
    );
}

#[tokio::test]
async fn the_charge_port_opens_and_lets_the_cable_go() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    assert_eq!(car.value("charge-ischargingcablelatched").await, true);
    assert_eq!(code(&car, "charge-port/open").await, "OK");
    harness.pass(2).await;
    assert_eq!(car.value("charge-ischargingcablelatched").await, false);
    assert_eq!(car.value("charge-ischargingportflapopen").await, true);
    car.change(json!({ "pluggedIn": false })).await;
    assert_eq!(code(&car, "charge-port/close").await, "OK");
    harness.pass(2).await;
    assert_eq!(car.value("charge-ischargingportflapopen").await, false);
}

#[tokio::test]
async fn commands_are_logged_by_route_and_in_the_cars_own_book() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.command("security/lock").await;
    car.command("charge/stop").await;
    let book = car.order(Method::GET, "/commands", Value::Null).await;
    let told: Vec<(&Value, &Value, &Value)> = book["commands"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (&entry["command"], &entry["outcome"], &entry["error"]))
        .collect();
    assert_eq!(
        told,
        [
            (&json!("security-lock"), &json!("succeeded"), &Value::Null),
            (
                &json!("charge-stop"),
                &json!("refused"),
                &json!("409 VEHICLE_STATE/NOT_CHARGING"),
            ),
        ]
    );
    assert_eq!(book["commands"][0]["seenAt"], "2026-11-23T12:00:02.000Z");
    let log = harness.get("/_simulator/requests").await.json();
    let last = log["requests"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["route"], "charge-stop");
    assert_eq!(last["account"], "ann@example.com");
}
