//! Everything about a car is in its file, on either database.

use serde_json::Value;
use server::history;
use time::Duration;
use tokio_util::sync::CancellationToken;

use super::scene::{Scene, battery};
use crate::support::{TestCarport, report};

#[tokio::test]
async fn everything_about_a_car_is_in_its_file_on_sqlite() {
    everything(TestCarport::start().await).await;
}

#[tokio::test]
async fn everything_about_a_car_is_in_its_file_on_postgres() {
    everything(TestCarport::start_on_postgres(&[]).await).await;
}

async fn everything(carport: TestCarport) {
    let scene = Scene::of(carport).await;
    let charging = |hours: i64, is_charging: bool| {
        let at = scene.now() - Duration::hours(hours);
        report(
            "charge-ischarging",
            at,
            &format!(r#"{{"value":{is_charging}}}"#),
        )
    };
    let at = |hours| scene.now() - Duration::hours(hours);
    scene
        .take_in(&[
            charging(60, true),
            charging(50, false),
            battery(at(60), 20.0),
            battery(at(50), 80.0),
            report(
                "charge-energyadded",
                at(51),
                r#"{"value":41.5,"unit":"kWh"}"#,
            ),
        ])
        .await;
    let ending = CancellationToken::new();
    history::work_off(scene.store().as_ref(), scene.now(), &ending)
        .await
        .unwrap();

    let rows = scene.table("export.csv").await;
    let of = |record: &str, name: &str| {
        let rows = rows
            .iter()
            .filter(|row| row["record"] == record && row["name"] == name);
        rows.collect::<Vec<_>>()
    };
    assert_eq!(of("vehicle", "id")[0]["text"], scene.grant.vehicles[0]);
    assert_eq!(
        of("vehicle", "exported_at_utc")[0]["text"],
        "2026-11-23T12:00:00.000Z"
    );
    let signal = of("signal", "tractionbattery-stateofcharge")[0];
    assert!(signal["text"].contains("percent"), "{signal:?}");
    assert!(signal["car_said_utc"].ends_with('Z'));
    assert_eq!(signal["carport_received_utc"], "2026-11-23T12:00:00.000Z");
    let readings = of("reading", "battery");
    assert_eq!(readings[0]["from_utc"], "2026-11-21T00:00:00.000Z");
    assert_eq!((&*readings[0]["value"], &*readings[0]["unit"]), ("20", "%"));
    let hour = of("hour", "battery")[1];
    assert_eq!(hour["from_utc"], "2026-11-21T10:00:00.000Z");
    assert_eq!(hour["until_utc"], "2026-11-21T11:00:00.000Z");
    assert_eq!((&*hour["low"], &*hour["readings"]), ("80", "1"));
    let day = of("day", "battery")[0];
    assert_eq!(day["until_utc"], "2026-11-22T00:00:00.000Z");
    assert_eq!(
        ["low", "mean", "high", "last", "readings"].map(|column| &*day[column]),
        ["20", "50", "80", "80", "2"]
    );
    let session = of("charging session", "")[0];
    assert_eq!(
        [
            "from_utc",
            "until_utc",
            "start_battery_percent",
            "end_battery_percent",
            "energy_added_kwh"
        ]
        .map(|column| &*session[column]),
        [
            "2026-11-21T00:00:00.000Z",
            "2026-11-21T10:00:00.000Z",
            "20",
            "80",
            "41.5"
        ]
    );

    let document = scene.document("export.json").await;
    assert_eq!(document["exported_at"], "2026-11-23T12:00:00.000Z");
    assert_eq!(document["vehicle"]["id"], scene.grant.vehicles[0].as_str());
    let signals = document["signals"].as_array().unwrap();
    assert!(!signals.is_empty() && signals.iter().all(|signal| signal["code"].is_string()));
    let session = &document["charging_sessions"][0];
    assert_eq!(session["energy_added_kwh"], 41.5);
    let history = document["history"].as_array().unwrap();
    let battery: &Value = history
        .iter()
        .find(|one| one["measure"] == "battery")
        .unwrap();
    assert_eq!(battery["days"][0]["mean"], 50.0);
    assert_eq!(battery["hours"][1]["from"], "2026-11-21T10:00:00.000Z");
    assert_eq!(battery["readings"][0]["value"], 20.0);
    assert_eq!(
        rows.iter().filter(|row| row["record"] == "reading").count(),
        history
            .iter()
            .map(|measure| measure["readings"].as_array().unwrap().len())
            .sum::<usize>()
    );
}
