//! Signals that cannot be read, each for a reason of its own (reference 4.2).

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Harness, by_code};

#[tokio::test]
async fn a_car_that_does_not_charge_has_no_charge_rate() {
    let harness = Harness::new();
    let signal = harness.tesla().await.signal("charge-chargerate").await;
    let status = &signal["attributes"]["status"];
    assert_eq!(status["value"], "ERROR");
    assert_eq!(
        status["error"],
        json!({
            "type": "VEHICLE_STATE", "code": "NOT_CHARGING", "title": "Not Charging",
            "detail": "The vehicle is not charging.",
            "resolution": { "type": "UNKNOWN_RESOLUTION_TYPE" },
        })
    );
    assert_eq!(
        signal["attributes"]["body"],
        json!({ "value": null, "unit": "km/h" })
    );
    assert_eq!(signal["meta"].as_object().unwrap().len(), 3);
}

#[tokio::test]
async fn what_is_not_granted_is_an_error_of_its_own() {
    let harness = Harness::new();
    let car = json!({ "make": "KIA", "model": "EV6", "year": 2024, "powertrainType": "BEV" });
    let car = harness.car_with(car, &["read_odometer"]).await;
    let list = by_code(&car.signals().await);
    let status = |code: &str| list[code]["attributes"]["status"].clone();
    assert_eq!(status("odometer-traveleddistance")["value"], "SUCCESS");
    assert_eq!(status("wheel-tires")["error"]["type"], "PERMISSION");
    assert_eq!(status("wheel-tires")["error"]["code"], Value::Null);
    assert_eq!(list["wheel-tires"]["attributes"].get("body"), None);
    let fuel = status("internalcombustionengine-range");
    assert_eq!(fuel["error"]["type"], "COMPATIBILITY");

    let one = car.ask(Method::GET, "signals/wheel-tires").await;
    assert_eq!(one.status, StatusCode::FORBIDDEN);
    let error = one.json()["errors"][0].clone();
    assert_eq!(error["type"], "PERMISSION");
    assert_eq!(error["code"], Value::Null);
    assert_eq!(error["resolution"]["type"], "REAUTHENTICATE");
}

#[tokio::test]
async fn who_asks_must_say_for_whom_and_be_connected() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let path = format!("/vehicles/{}/signals", car.vehicle);
    let nobody = harness.api(Method::GET, &path).await;
    assert_eq!(
        nobody.error(),
        (400, "VALIDATION".into(), "MISSING_PARAMETER".into())
    );
    assert_eq!(nobody.json()["errors"][0]["detail"], "missing userId");

    let bob = harness.grant("bob@example.com", None).await;
    let bob = bob["userId"].as_str().unwrap();
    let unknown = "6b8a2f0e-0000-4000-8000-000000000000";
    for stranger in [bob, unknown] {
        let reply = harness.api_as(Method::GET, &path, Some(stranger)).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN);
        assert_eq!(reply.json()["errors"][0]["type"], "PERMISSION");
    }
    let nowhere = format!("/vehicles/{unknown}/signals");
    let reply = harness.api_as(Method::GET, &nowhere, Some(bob)).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    let filtered = car.ask(Method::GET, "signals?page%5Bsize%5D=1").await;
    assert_eq!(filtered.status, StatusCode::BAD_REQUEST);
}
