//! Cars that drive and charge while the clock runs.

use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::support::Harness;

#[tokio::test]
async fn a_drive_moves_everything_that_a_drive_moves() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let odometer = car.number("odometer-traveleddistance").await;
    let range = car.number("tractionbattery-range").await;
    assert_eq!(car.value("location-isathome").await, true);
    let drive = json!({ "profile": { "drive": { "speed": 90, "minutes": 40, "heading": 0 } } });
    let told = car.order(Method::POST, "/profile", drive).await;
    assert_eq!(told["state"]["activity"], "driving");
    assert_eq!(car.value("charge-ischargingcableconnected").await, false);

    harness.pass(1_200).await;
    assert_eq!(car.value("motion-currentspeed").await, 90);
    assert_eq!(car.value("transmission-gearstate").await, "DRIVE");
    assert!((car.number("odometer-traveleddistance").await - odometer - 30.0).abs() < 0.2);
    assert!((range - car.number("tractionbattery-range").await - 30.0).abs() < 2.0);
    assert_eq!(car.value("location-isathome").await, false);
    let place = car.signal("location-preciselocation").await;
    assert_eq!(place["attributes"]["body"]["locationType"], "CURRENT");
    assert_eq!(place["meta"]["oemUpdatedAt"], "2026-11-23T12:20:00.000Z");

    harness.pass(86_400).await;
    assert_eq!(car.value("motion-currentspeed").await, 0);
    assert!((car.number("odometer-traveleddistance").await - odometer - 60.0).abs() < 0.2);
    let place = car.signal("location-preciselocation").await;
    assert_eq!(place["attributes"]["body"]["locationType"], "LAST_PARKED");
    assert_eq!(place["meta"]["oemUpdatedAt"], "2026-11-23T12:40:00.000Z");
}

#[tokio::test]
async fn a_drive_ends_where_the_energy_ends() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.change(json!({ "stateOfCharge": 5 })).await;
    let odometer = car.number("odometer-traveleddistance").await;
    let range = car.number("tractionbattery-range").await;
    let drive = json!({ "profile": { "drive": { "speed": 100, "minutes": 600 } } });
    car.order(Method::POST, "/profile", drive).await;
    harness.pass(36_000).await;
    assert_eq!(car.value("tractionbattery-stateofcharge").await, 0);
    assert_eq!(car.value("motion-currentspeed").await, 0);
    assert!((car.number("odometer-traveleddistance").await - odometer - range).abs() < 1.0);
}

#[tokio::test]
async fn a_plug_in_hybrid_burns_fuel_when_its_battery_is_empty() {
    let harness = Harness::new();
    let car = harness.demonstration().await;
    let electric = car.number("tractionbattery-range").await;
    let fuel = car.number("internalcombustionengine-range").await;
    let drive = json!({ "profile": { "drive": { "speed": 100, "minutes": 60 } } });
    car.order(Method::POST, "/profile", drive).await;
    harness.pass(3_600).await;
    assert_eq!(car.value("tractionbattery-range").await, 0);
    let burnt = fuel - car.number("internalcombustionengine-range").await;
    assert!((burnt - (100.0 - electric)).abs() < 2.0, "{burnt}");
}

#[tokio::test]
async fn a_charge_stops_at_its_limit() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let capacity =
        car.signal("tractionbattery-nominalcapacity").await["attributes"]["body"]["capacity"]
            .as_f64()
            .unwrap();
    let charge = json!({ "profile": { "charge": { "power": 50 } } });
    car.order(Method::POST, "/profile", charge).await;
    assert_eq!(car.value("charge-fastchargertype").await, "CCS");
    assert_eq!(car.value("charge-isfastchargerpresent").await, true);
    harness.pass(600).await;
    let charged = car.number("tractionbattery-stateofcharge").await;
    assert!((charged - 50.0 - 50.0 / 6.0 / capacity * 100.0).abs() < 0.2);
    let minutes = car.number("charge-timetocomplete").await;
    harness.pass(86_400).await;
    assert_eq!(car.value("tractionbattery-stateofcharge").await, 80);
    assert_eq!(car.value("charge-ischarging").await, false);
    assert_eq!(car.value("charge-ischargingcableconnected").await, true);
    assert_eq!(
        car.value("charge-detailedchargingstatus").await,
        "FULLY_CHARGED"
    );
    assert!((car.number("charge-energyadded").await - 0.3 * capacity).abs() < 0.1);
    let meta = car.signal("charge-ischarging").await["meta"].clone();
    let ended = meta["oemUpdatedAt"].as_str().unwrap().to_owned();
    assert!(
        ended.starts_with("2026-11-23T12:"),
        "{ended} after {minutes} minutes"
    );
    let full = car.command("charge/start").await;
    assert_eq!(full.error().2, "FULLY_CHARGED");
}

#[tokio::test]
async fn a_profile_can_have_begun_before_for_those_who_share_a_clock() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let odometer = car.number("odometer-traveleddistance").await;
    let drive =
        json!({ "profile": { "drive": { "speed": 60, "minutes": 30 } }, "beganSecondsAgo": 600 });
    car.order(Method::POST, "/profile", drive).await;
    assert!((car.number("odometer-traveleddistance").await - odometer - 10.0).abs() < 0.2);
    assert_eq!(car.value("motion-currentspeed").await, 60);
    let told = car
        .order(Method::POST, "/profile", json!({ "profile": "park" }))
        .await;
    assert_eq!(told["state"]["activity"], "parked");
}

#[tokio::test]
async fn what_a_car_cannot_do_is_refused() {
    let harness = Harness::new();
    let petrol = json!({ "make": "BMW", "model": "X5", "year": 2022, "powertrainType": "ICE" });
    let car = harness.car(petrol).await;
    for (profile, words) in [
        (json!({ "charge": {} }), "no battery"),
        (json!({ "drive": { "speed": 900 } }), "speed must be"),
        (json!({ "drive": { "minutes": 0 } }), "minutes must be"),
        (json!("fly"), "unknown variant"),
    ] {
        let path = format!("vehicles/{}/profile", car.vehicle);
        let reply = harness.order(&path, json!({ "profile": profile })).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST);
        assert!(reply.text().contains(words), "{}", reply.text());
    }
}
