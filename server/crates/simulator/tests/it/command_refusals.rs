//! Commands that are refused (reference 5 and 7.2).

use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::support::{Harness, code};

#[tokio::test]
async fn the_state_of_a_car_can_be_in_the_way() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    for (state, path, expected) in [
        (
            json!({ "pluggedIn": false }),
            "charge/start",
            "CHARGING_PLUG_NOT_CONNECTED",
        ),
        (
            json!({ "pluggedIn": false }),
            "charge/stop",
            "CHARGING_PLUG_NOT_CONNECTED",
        ),
        (
            json!({ "pluggedIn": true, "stateOfCharge": 80 }),
            "charge/start",
            "FULLY_CHARGED",
        ),
        (
            json!({ "stateOfCharge": 50 }),
            "charge/stop",
            "NOT_CHARGING",
        ),
        (
            json!({ "charging": true }),
            "charge-port/open",
            "CHARGING_IN_PROGRESS",
        ),
        (
            json!({ "doors": [{ "row": 0, "column": 1, "open": true }] }),
            "security/lock",
            "DOOR_OPEN",
        ),
        (
            json!({ "doors": [{ "row": 0, "column": 1, "open": false }], "rearTrunkOpen": true }),
            "security/lock",
            "TRUNK_OPEN",
        ),
        (
            json!({ "rearTrunkOpen": false, "asleep": true }),
            "security/unlock",
            "ASLEEP",
        ),
        (
            json!({ "asleep": false, "online": false }),
            "security/unlock",
            "UNREACHABLE",
        ),
        (
            json!({ "online": true, "inService": true }),
            "security/unlock",
            "VEHICLE_OFFLINE_FOR_SERVICE",
        ),
    ] {
        car.change(state).await;
        let expected = format!("409 VEHICLE_STATE/{expected}");
        assert_eq!(code(&car, path).await, expected, "{path}");
    }
    car.change(json!({ "inService": false })).await;
    let drive = json!({ "profile": { "drive": {} } });
    car.order(Method::POST, "/profile", drive).await;
    assert_eq!(
        code(&car, "security/lock").await,
        "409 VEHICLE_STATE/IN_MOTION"
    );
    assert_eq!(
        code(&car, "security/unlock").await,
        "409 VEHICLE_STATE/IN_MOTION"
    );
}

#[tokio::test]
async fn a_body_is_checked() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let limit = "commands/charge/set-limit";
    let destination = "commands/navigation/set-destination";
    for (path, attributes, expected) in [
        (limit, json!({ "percent": 49 }), "INVALID_INPUT_FORMAT"),
        (limit, json!({ "percent": 101 }), "INVALID_INPUT_FORMAT"),
        (limit, json!({ "percent": 80.5 }), "INVALID_INPUT_FORMAT"),
        (limit, json!({ "percent": "80" }), "INVALID_INPUT_FORMAT"),
        (limit, json!({ "limit": 80 }), "MISSING_PARAMETER"),
        (
            destination,
            json!({ "latitude": 91, "longitude": 0 }),
            "INVALID_INPUT_FORMAT",
        ),
        (destination, json!({ "latitude": 0 }), "MISSING_PARAMETER"),
    ] {
        let reply = car.post(path, attributes).await;
        assert_eq!(
            reply.error(),
            (400, "VALIDATION".into(), expected.into()),
            "{path}"
        );
    }
    for (content_type, body) in [
        ("text/plain", r#"{"data":{"attributes":{"percent":80}}}"#),
        ("application/json", "{"),
        ("application/json", "{}"),
    ] {
        let reply = car.post_text(limit, content_type, body).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST);
    }
    let good = json!({ "latitude": 48.137, "longitude": 11.575 });
    let reply = car.post(destination, good.clone()).await;
    assert_eq!(reply.json()["data"]["attributes"]["parameters"], good);
}

#[tokio::test]
async fn a_command_needs_its_permission_and_a_car_that_can() {
    let harness = Harness::new();
    let petrol = json!({ "make": "BMW", "model": "X5", "year": 2022, "powertrainType": "ICE" });
    let car = harness
        .car_with(petrol, &["read_vin", "control_charge"])
        .await;
    let refused = car.command("security/lock").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(refused.json()["errors"][0]["type"], "PERMISSION");
    let impossible = "501 COMPATIBILITY/VEHICLE_NOT_CAPABLE";
    assert_eq!(code(&car, "charge/start").await, impossible);
    assert_eq!(code(&car, "charge-port/open").await, impossible);
    let climate = car.command("climate/start").await;
    assert_eq!(
        climate.error(),
        (404, "RESOURCE_NOT_FOUND".into(), "INVALID_PATH".into())
    );
}
