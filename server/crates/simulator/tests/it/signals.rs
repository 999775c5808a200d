//! `/v3/vehicles/{id}/signals` (reference 4.2 to 4.5).

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use serde_json::{Value, json};

use crate::support::{Harness, Parked, by_code};

fn codes_with(list: &Value, status: &str) -> BTreeSet<String> {
    by_code(list)
        .into_iter()
        .filter(|(_, entry)| entry["attributes"]["status"]["value"] == status)
        .map(|(code, _)| code)
        .collect()
}

async fn of_powertrain<'a>(harness: &'a Harness, make: &str, powertrain: &str) -> Parked<'a> {
    harness
        .car(json!({ "make": make, "model": "X", "year": 2024, "powertrainType": powertrain }))
        .await
}

#[tokio::test]
async fn a_list_names_its_vehicle_its_length_and_itself() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let reply = car.ask(Method::GET, "signals").await;
    assert_eq!(reply.headers["sc-unit-system"], "metric");
    assert!(reply.headers.contains_key("sc-request-id"));
    let list = reply.json();
    let link = format!("http://localhost:8010/v3/vehicles/{}/signals", car.vehicle);
    assert_eq!(
        list["meta"],
        json!({ "totalCount": 93, "pageSize": 93, "pageNumber": 1 })
    );
    assert_eq!(
        list["links"],
        json!({ "self": link, "first": link, "prev": null, "next": null, "last": link })
    );
    assert_eq!(
        list["included"]["vehicle"],
        json!({
            "id": car.vehicle,
            "type": "vehicle",
            "attributes": {
                "make": "TESLA", "model": "Model 3", "year": 2024, "powertrainType": "BEV",
            },
            "links": { "self": format!("http://localhost:8010/v3/vehicles/{}", car.vehicle) },
        })
    );
    assert_eq!(
        by_code(&list)["charge-chargelimits"],
        json!({
            "id": "charge-chargelimits",
            "type": "signal",
            "attributes": {
                "code": "charge-chargelimits", "name": "ChargeLimits", "group": "Charge",
                "status": { "value": "SUCCESS" },
                "body": {
                    "values": [{ "type": "GLOBAL", "limit": 80, "condition": null }],
                    "activeLimit": 80, "unit": "percent",
                },
            },
            "meta": {
                "ingestedAt": "2026-11-23T11:59:18.700Z",
                "retrievedAt": "2026-11-23T11:59:16.855Z",
                "oemUpdatedAt": "2026-11-23T11:53:16.645Z",
            },
            "links": { "self": format!("{link}/charge-chargelimits") },
        })
    );
}

#[tokio::test]
async fn every_powertrain_has_what_moves_it_and_what_every_car_has() {
    let harness = Harness::new();
    for (make, powertrain, has, lacks) in [
        (
            "KIA",
            "BEV",
            "tractionbattery-range",
            "internalcombustionengine-range",
        ),
        ("KIA", "PHEV", "tractionbattery-range", "closure-fronttrunk"),
        (
            "KIA",
            "PHEV",
            "internalcombustionengine-fuellevel",
            "closure-sunroof",
        ),
        (
            "KIA",
            "HEV",
            "internalcombustionengine-oillife",
            "charge-ischarging",
        ),
        (
            "KIA",
            "ICE",
            "closure-enginecover",
            "tractionbattery-stateofcharge",
        ),
        (
            "TESLA",
            "BEV",
            "surveillance-isenabled",
            "diagnostics-oilpressure",
        ),
    ] {
        let list = of_powertrain(&harness, make, powertrain)
            .await
            .signals()
            .await;
        let good = codes_with(&list, "SUCCESS");
        assert!(good.contains(has), "{powertrain} {has}");
        for everywhere in [
            "closure-islocked",
            "wheel-tires",
            "odometer-traveleddistance",
            "location-preciselocation",
            "vehicleidentification-vin",
            "diagnostics-abs",
        ] {
            assert!(good.contains(everywhere), "{powertrain} {everywhere}");
        }
        let missing = &by_code(&list)[lacks];
        assert_eq!(
            missing["attributes"]["status"]["error"]["type"],
            "COMPATIBILITY"
        );
        assert_eq!(
            missing["attributes"]["status"]["error"]["code"],
            "VEHICLE_NOT_CAPABLE"
        );
        assert_eq!(missing["attributes"].get("body"), None);
        let times: Vec<&String> = missing["meta"].as_object().unwrap().keys().collect();
        assert_eq!(times, ["ingestedAt"]);
    }
}

#[tokio::test]
async fn the_demonstration_car_has_nearly_everything() {
    let harness = Harness::new();
    let list = harness.demonstration().await.signals().await;
    let good = codes_with(&list, "SUCCESS");
    let all: BTreeSet<String> = by_code(&list).into_keys().collect();
    let missing: Vec<&String> = all.difference(&good).collect();
    assert_eq!(missing, ["closure-fronttrunk"]);
    assert_eq!(all.len(), 93);
    assert_eq!(list["included"]["vehicle"]["attributes"]["make"], "VOLVO");
}

#[tokio::test]
async fn the_values_of_a_car_agree_with_each_other() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.change(json!({ "charging": true, "stateOfCharge": 60 }))
        .await;
    let capacity =
        car.signal("tractionbattery-nominalcapacity").await["attributes"]["body"]["capacity"]
            .as_f64()
            .unwrap();
    let full_range = car.number("tractionbattery-range").await / 0.6;
    assert!((280.0..600.0).contains(&full_range), "{full_range}");
    let watts = car.number("charge-wattage").await;
    let phases = car.number("charge-chargerphases").await;
    let volts = car.number("charge-voltage").await;
    let amperes = car.number("charge-amperage").await;
    assert!((watts - volts * amperes * phases).abs() < 100.0);
    let minutes = car.number("charge-timetocomplete").await;
    assert!((minutes - 0.2 * capacity / watts * 60_000.0).abs() < 2.0);
    assert_eq!(car.value("charge-ischargingcableconnected").await, true);
    assert_eq!(car.value("charge-detailedchargingstatus").await, "CHARGING");

    let doors = car.signal("closure-doors").await["attributes"]["body"]["values"].clone();
    assert_eq!(car.value("closure-islocked").await, true);
    assert!(
        doors
            .as_array()
            .unwrap()
            .iter()
            .all(|door| door["isLocked"] == true)
    );
}

#[tokio::test]
async fn one_signal_comes_with_its_vehicle() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let one = car
        .ask(Method::GET, "signals/closure-islocked")
        .await
        .json();
    let listed = by_code(&car.signals().await)["closure-islocked"].clone();
    assert_eq!(one["data"], listed);
    assert_eq!(one["included"]["vehicle"]["id"], car.vehicle);

    let missing = car.ask(Method::GET, "signals/vin").await;
    assert_eq!(
        missing.error(),
        (404, "RESOURCE_NOT_FOUND".into(), "SIGNAL_NOT_FOUND".into())
    );
    let words = format!(
        "Signal with code vin not found for vehicle with ID {}",
        car.vehicle
    );
    assert_eq!(missing.json()["errors"][0]["detail"], words);
}

#[tokio::test]
async fn values_come_in_imperial_units_when_asked_for() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let token = harness.token().await;
    let ask = async |system: &str| {
        let path = format!(
            "/v3/vehicles/{}/signals/odometer-traveleddistance",
            car.vehicle
        );
        let request = Request::get(path)
            .header("authorization", format!("Bearer {token}"))
            .header("sc-user-id", &car.user)
            .header("sc-unit-system", system);
        harness.send(request.body(Body::empty()).unwrap()).await
    };
    let imperial = ask("imperial").await;
    assert_eq!(imperial.headers["sc-unit-system"], "imperial");
    let body = imperial.json()["data"]["attributes"]["body"].clone();
    assert_eq!(body["unit"], "miles");
    let kilometres = car.number("odometer-traveleddistance").await;
    assert!((body["value"].as_f64().unwrap() * 1.609_344 - kilometres).abs() < 0.2);
    assert_eq!(ask("nautical").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_store_asks_again_once_a_day_and_the_car_has_nothing_new() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let before = car.signal("wheel-tires").await["meta"].clone();
    harness.pass(23 * 3_600).await;
    assert_eq!(car.signal("wheel-tires").await["meta"], before);
    harness.pass(2 * 3_600).await;
    let after = car.signal("wheel-tires").await["meta"].clone();
    assert_eq!(after["oemUpdatedAt"], before["oemUpdatedAt"]);
    assert_eq!(after["ingestedAt"], "2026-11-24T11:59:18.700Z");
    assert_eq!(after["retrievedAt"], "2026-11-24T11:59:16.855Z");
}
