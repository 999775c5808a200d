//! Signals and commands have the shape of the recorded JSON of the reference.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use axum::http::Method;
use serde_json::{Value, json};

use crate::contract::{assert_same_shape, shape};
use crate::support::Harness;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../smartcar/tests/fixtures")
}

fn recorded(name: &str) -> String {
    fs::read_to_string(fixtures().join(name)).unwrap()
}

/// What a recorded body may hold and a simulated one need not: conditions, departures, addresses and
/// descriptions that this car has none of.
fn is_optional(line: &str) -> bool {
    line.contains(".condition")
        || line.contains(".departureTimers[]")
        || line.contains(".address")
        || line.contains(".description")
        || line.starts_with(".attributes.body.values[]") && line.contains("limit")
}

/// Whether a field is recorded as null: it may be anything then.
fn is_nullable(line: &str, recorded: &BTreeSet<String>) -> bool {
    let path = line.split(": ").next().unwrap_or_default();
    recorded.contains(&format!("{path}: null"))
}

/// All 93 signals, good ones: those of the demonstration car, and of a car with a front trunk.
async fn every_signal(harness: &Harness) -> BTreeMap<String, Value> {
    let plug_in_hybrid = harness.demonstration().await.signals().await;
    let tesla = json!({
        "make": "TESLA", "model": "Model Y", "year": 2025, "powertrainType": "BEV",
        "equipment": "full",
    });
    let tesla = harness.car(tesla).await.signals().await;
    [plug_in_hybrid, tesla]
        .iter()
        .flat_map(|list| list["data"].as_array().unwrap())
        .filter(|signal| signal["attributes"]["status"]["value"] == "SUCCESS")
        .map(|signal| (signal["id"].as_str().unwrap().to_owned(), signal.clone()))
        .collect()
}

#[tokio::test]
async fn each_of_93_signals_is_as_recorded() {
    let signals = every_signal(&Harness::new()).await;
    assert_eq!(signals.len(), 93);
    let mut checked = 0;
    for (code, signal) in &signals {
        let recorded: Value =
            serde_json::from_str(&recorded(&format!("signals/{code}.json"))).unwrap();
        for name in ["id", "type"] {
            assert_eq!(signal[name], recorded[name]);
        }
        for name in ["code", "name", "group", "status"] {
            assert_eq!(
                signal["attributes"][name], recorded["attributes"][name],
                "{code}"
            );
        }
        assert_eq!(
            signal["attributes"]["body"].get("unit"),
            recorded["attributes"]["body"].get("unit"),
            "{code}"
        );
        let (ours, theirs) = (shape(signal), shape(&recorded));
        let differing: BTreeSet<&String> = ours
            .symmetric_difference(&theirs)
            .filter(|line| !is_optional(line) && !is_nullable(line, &theirs))
            .filter(|line| code != "diagnostics-dtclist" || !line.contains("values[]"))
            .collect();
        assert!(differing.is_empty(), "{code}: {differing:?}");
        checked += 1;
    }
    assert_eq!(checked, 93);
}

#[tokio::test]
async fn one_signal_and_the_empty_list_are_as_recorded() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let path = "signals/tractionbattery-stateofcharge";
    let one = car.ask(Method::GET, path).await.json();
    assert_same_shape(&one, &recorded("signal.json"));
    let missing = car.ask(Method::GET, "signals/vin").await.json();
    assert_same_shape(&missing, &recorded("error_signal_not_found.json"));
    car.order(Method::PATCH, "", json!({ "store": "empty" }))
        .await;
    assert_same_shape(&car.signals().await, &recorded("signals_empty.json"));

    let quirks = json!({ "quirks": { "bareSignal": true } });
    harness.order("quirks", quirks).await;
    car.order(Method::PATCH, "", json!({ "store": "filled" }))
        .await;
    let bare = car.ask(Method::GET, path).await.json();
    assert_same_shape(&bare, &recorded("signal_bare.json"));
}

#[tokio::test]
async fn errors_of_signals_are_as_recorded() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let list: Value = serde_json::from_str(&recorded("signals.json")).unwrap();
    for theirs in list["data"].as_array().unwrap() {
        let code = theirs["id"].as_str().unwrap();
        if theirs["attributes"]["status"]["value"] == "ERROR" {
            assert_eq!(shape(&car.signal(code).await), shape(theirs), "{code}");
        }
    }
}

#[tokio::test]
async fn commands_are_as_recorded() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let limit = car
        .post("commands/charge/set-limit", json!({ "percent": 80 }))
        .await;
    assert_same_shape(&limit.json(), &recorded("command_success.json"));
    let schedule = json!({
        "location": { "latitude": 48.137, "longitude": 11.575 },
        "startTime": "08:00", "stopTime": "10:00",
    });
    let made = car.post("charge-schedules/daily", schedule).await;
    assert_same_shape(&made.json(), &recorded("charge_schedule_success.json"));
    let order = json!({ "account": "ann@example.com", "needed": true });
    harness.order("reauthentication", order).await;
    let refused = car.command("security/lock").await.json();
    assert_same_shape(&refused, &recorded("error_reauthenticate.json"));
}

#[tokio::test]
async fn the_three_shapes_of_an_error_inside_a_202_are_as_recorded() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    for (shape, name) in [
        ("errors", "error_list.json"),
        ("error", "error_object.json"),
        ("bare", "error_top_level.json"),
    ] {
        let refused = json!({ "code": 409, "type": "VEHICLE_STATE", "errorCode": "DOOR_OPEN" });
        car.next(json!({
            "slow": { "afterSeconds": 0 }, "answer": { "refused": refused }, "errorShape": shape,
        }))
        .await;
        let reply = car.command("security/lock").await;
        assert_eq!(reply.status, 202);
        assert_same_shape(&reply.json(), &recorded(name));
    }
}
