//! Setting signals by hand.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::Harness;

#[tokio::test]
async fn the_vehicles_of_an_account_are_listed_with_their_ids() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    harness.grant("bob@example.com", None).await;
    let path = "/_simulator/vehicles?account=ann@example.com";
    let listed = harness.get(path).await.json();
    assert_eq!(listed["vehicles"].as_array().unwrap().len(), 1);
    let found = &listed["vehicles"][0];
    assert_eq!(found["id"], car.vehicle);
    assert_eq!(found["userId"], car.user);
    assert_eq!(found["state"]["stateOfCharge"], 50);
    assert_eq!(found["store"], "filled");
    assert_eq!(found["seen"], json!({ "afterSeconds": 2 }));
}

#[tokio::test]
async fn an_account_can_begin_with_signals_gaps_and_a_state() {
    let harness = Harness::new();
    let car = harness
        .car(json!({
            "make": "FORD", "model": "Explorer", "year": 2023, "powertrainType": "ICE",
            "equipment": "full", "lacks": ["wheel-tires", "security-lock"],
            "state": { "fuelLevel": 25, "doors": [{ "row": 1, "column": 0, "open": true }] },
            "signals": {
                "vehicleidentification-nickname": { "body": { "value": "Bertha" } },
                "closure-sunroof": { "absent": true },
                "odometer-traveleddistance": {
                    "error": { "type": "UPSTREAM", "code": "NO_RESPONSE" },
                },
            },
        }))
        .await;
    assert_eq!(car.value("vehicleidentification-nickname").await, "Bertha");
    assert_eq!(car.value("internalcombustionengine-fuellevel").await, 25);
    assert_eq!(car.value("closure-islocked").await, false);
    let tyres = car.signal("wheel-tires").await;
    assert_eq!(
        tyres["attributes"]["status"]["error"]["code"],
        "VEHICLE_NOT_CAPABLE"
    );
    let odometer = car.signal("odometer-traveleddistance").await;
    let error = &odometer["attributes"]["status"]["error"];
    assert_eq!(
        (&error["type"], &error["title"]),
        (&json!("UPSTREAM"), &json!("No Response"))
    );
    let sunroof = car.ask(Method::GET, "signals/closure-sunroof").await;
    assert_eq!(sunroof.status, StatusCode::NOT_FOUND);
    let lock = car.command("security/lock").await;
    assert_eq!(
        lock.error(),
        (501, "COMPATIBILITY".into(), "VEHICLE_NOT_CAPABLE".into())
    );
}

#[tokio::test]
async fn a_body_by_hand_is_shown_to_the_letter_and_others_follow() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let full = car.number("tractionbattery-range").await * 2.0;
    let body = json!({ "value": 20, "unit": "percent", "surprise": true });
    let path = "/signals/tractionbattery-stateofcharge";
    car.order(Method::PUT, path, json!({ "body": body })).await;
    let signal = car.signal("tractionbattery-stateofcharge").await;
    assert_eq!(signal["attributes"]["body"], body);
    assert_eq!(signal["meta"]["oemUpdatedAt"], "2026-11-23T12:00:00.000Z");
    assert!((car.number("tractionbattery-range").await - full * 0.2).abs() < 2.0);

    let restored = car.order(Method::DELETE, path, json!({})).await;
    assert_eq!(restored["body"], json!({ "value": 20, "unit": "percent" }));
    assert_eq!(restored["byHand"], false);
}

#[tokio::test]
async fn a_body_by_hand_gives_way_to_a_command() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let order = json!({ "body": { "value": false } });
    car.order(Method::PUT, "/signals/closure-islocked", order)
        .await;
    assert_eq!(car.value("closure-islocked").await, false);
    assert_eq!(car.command("security/lock").await.status, StatusCode::OK);
    harness.pass(2).await;
    assert_eq!(car.value("closure-islocked").await, true);
}

#[tokio::test]
async fn errors_times_and_unavailability_can_be_set() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let error = json!({
        "error": {
            "type": "VEHICLE_STATE", "code": "ASLEEP", "title": "Asleep", "detail": "Zzz.",
            "resolution": { "type": "RETRY_LATER" },
        },
        "body": { "value": null, "unit": "km" },
    });
    let path = "/signals/odometer-traveleddistance";
    car.order(Method::PUT, path, error.clone()).await;
    let signal = car.signal("odometer-traveleddistance").await;
    assert_eq!(signal["attributes"]["status"]["error"], error["error"]);
    assert_eq!(signal["attributes"]["body"], error["body"]);

    let old = json!({ "times": { "oemUpdatedAt": "2026-01-01T00:00:00Z" } });
    car.order(Method::PATCH, path, old).await;
    let signal = car.signal("odometer-traveleddistance").await;
    assert_eq!(signal["meta"]["oemUpdatedAt"], "2026-01-01T00:00:00.000Z");
    assert_eq!(signal["attributes"]["status"]["value"], "ERROR");

    car.order(Method::PUT, path, json!({ "unavailable": true }))
        .await;
    let signal = car.signal("odometer-traveleddistance").await;
    assert_eq!(
        signal["attributes"]["status"],
        json!({ "value": "UNAVAILABLE" })
    );
    assert_eq!(signal["attributes"].get("body"), None);
}

#[tokio::test]
async fn several_signals_are_set_at_once_and_replaced_at_once() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let held = car
        .order(
            Method::PATCH,
            "/signals",
            json!({ "signals": {
                "wheel-tires": { "absent": true },
                "newgroup-newsignal": { "body": { "value": 1 } },
                "climate-externaltemperature": { "body": { "value": -3, "unit": "celsius" } },
            } }),
        )
        .await;
    assert_eq!(held["signals"].as_object().unwrap().len(), 93);
    let unknown = car.signal("newgroup-newsignal").await;
    assert_eq!(unknown["attributes"]["group"], "newgroup");
    assert_eq!(unknown["attributes"]["name"], "newsignal");
    let replaced = car
        .order(Method::PUT, "/signals", json!({ "signals": {} }))
        .await;
    let signals = replaced["signals"].as_object().unwrap();
    assert!(signals.contains_key("wheel-tires") && !signals.contains_key("newgroup-newsignal"));
    assert!(signals.values().all(|signal| signal["byHand"] == false));
}

#[tokio::test]
async fn a_store_can_be_empty_or_fail_in_part() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.order(Method::PATCH, "", json!({ "store": "empty" }))
        .await;
    let list = car.signals().await;
    assert_eq!(
        (&list["data"], &list["meta"]["totalCount"]),
        (&json!([]), &json!(0))
    );
    let one = car.ask(Method::GET, "signals/closure-islocked").await;
    assert_eq!(one.status, StatusCode::NOT_FOUND);

    car.order(Method::PATCH, "", json!({ "store": "partlyFailing" }))
        .await;
    let list = car.signals().await;
    let status = |code: &str| -> Value {
        let entries = list["data"].as_array().unwrap();
        entries.iter().find(|entry| entry["id"] == code).unwrap()["attributes"]["status"].clone()
    };
    assert_eq!(status("location-preciselocation")["value"], "UNAVAILABLE");
    assert_eq!(status("wheel-tires")["error"]["type"], "UPSTREAM");
    assert_eq!(
        status("tractionbattery-range")["error"]["code"],
        "UNREACHABLE"
    );
    assert_eq!(status("closure-islocked")["value"], "SUCCESS");
}

#[tokio::test]
async fn an_order_that_makes_no_sense_is_refused() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    for (path, order, words) in [
        ("/signals/vin", json!({ "body": {} }), "not a signal's code"),
        (
            "/signals/wheel-tires",
            json!({ "body": 3 }),
            "must be an object",
        ),
        ("/signals/wheel-tires", json!({}), "Nothing is said"),
        (
            "/signals/wheel-tires",
            json!({ "absent": true, "body": {} }),
            "one of body, error",
        ),
    ] {
        let path = format!("vehicles/{}{path}", car.vehicle);
        let reply = harness.control(Method::PUT, &path, order).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST);
        assert!(reply.text().contains(words), "{}", reply.text());
    }
    let path = format!("vehicles/{}", car.vehicle);
    let order = json!({ "state": { "stateOfCharge": 101 } });
    let reply = harness.control(Method::PATCH, &path, order).await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST);
    let path = "/_simulator/vehicles/6b8a2f0e-0000-4000-8000-000000000000/signals";
    assert_eq!(harness.get(path).await.status, StatusCode::NOT_FOUND);
}
