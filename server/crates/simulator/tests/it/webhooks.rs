//! States: when they are delivered, and what is in them (reference 8.3).

use axum::http::Method;
use serde_json::{Value, json};

use crate::support::{CHARGE, Harness, LOCKED, Plan, Receiver};

#[tokio::test]
async fn a_change_is_delivered_with_every_signal_and_its_reason() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    told.lock(false).await;
    let state = told.receiver.next().await;
    assert!(state.is_signed());
    assert_eq!(state.path, "/hook");
    assert_eq!(state.headers["content-type"], "application/json");
    let agent = state.headers["user-agent"].to_str().unwrap();
    assert!(agent.starts_with("Smartcar/"), "{agent}");
    assert_eq!(state.event["eventType"], "VEHICLE_STATE");
    assert_eq!(state.reasons(), [LOCKED]);
    assert_eq!(state.signal(LOCKED)["body"], json!({ "value": false }));
    assert_eq!(state.signal(CHARGE)["body"]["value"], 50);
    let event = &state.event;
    assert_eq!(event["data"]["vehicle"]["id"], told.car.vehicle.as_str());
    assert_eq!(event["data"]["vehicle"]["mode"], "simulated");
    assert_eq!(event["data"]["user"]["id"], told.car.user.as_str());
    assert_eq!(event["meta"]["webhookId"], told.webhook.as_str());
    assert_eq!(event["meta"]["mode"], "SIMULATED");
    assert_eq!(event["meta"]["signalCount"], 2);
    // 2026-11-23 12:00:02 UTC
    assert_eq!(event["meta"]["deliveredAt"], 1_795_435_202_000_i64);
    assert_eq!(
        state.signal(LOCKED)["meta"]["oemUpdatedAt"],
        1_795_435_202_000_i64
    );
}

#[tokio::test]
async fn what_is_no_trigger_or_no_change_is_not_delivered() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    told.car.change(json!({ "stateOfCharge": 61 })).await;
    told.lock(true).await;
    assert_eq!(harness.deliveries("type=VEHICLE_STATE").await.len(), 1);
    // It comes along with the next one.
    told.lock(false).await;
    let state = told.receiver.next().await;
    assert_eq!(state.signal(CHARGE)["body"]["value"], 61);
    assert!(told.receiver.has_nothing());
}

#[tokio::test]
async fn later_events_have_higher_sequences_and_other_ids() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    let mut earlier: Vec<Value> = Vec::new();
    for locked in [false, true, false] {
        told.lock(locked).await;
        let state = told.receiver.next().await;
        let (id, sequence) = (&state.event["eventId"], &state.event["meta"]["sequence"]);
        for other in &earlier {
            assert_ne!(&other["eventId"], id);
            assert!(other["meta"]["sequence"].as_i64() < sequence.as_i64());
        }
        earlier.push(state.event.clone());
    }
}

#[tokio::test]
async fn only_what_was_granted_is_told() {
    let harness = Harness::new();
    let mut receiver = Receiver::start().await;
    let signals = json!([
        CHARGE,
        LOCKED,
        "closure-sunroof",
        "internalcombustionengine-fuellevel"
    ]);
    let order =
        json!({ "callbackUri": receiver.url("/"), "signals": signals, "triggers": [LOCKED] });
    harness.webhook(order).await;
    receiver.next().await;
    let tesla =
        json!({ "make": "TESLA", "model": "Model 3", "year": 2024, "powertrainType": "BEV" });
    let car = harness
        .car_with(tesla, &["read_vehicle_info", "read_battery"])
        .await;
    harness.pass(2).await;
    let first = receiver.next().await;
    let status = |code: &str| first.signal(code)["status"].clone();
    assert_eq!(status(CHARGE), json!({ "value": "SUCCESS" }));
    let hidden = json!({ "value": "ERROR", "error": { "type": "PERMISSION", "code": null } });
    assert_eq!(status(LOCKED), hidden);
    assert!(first.signal(LOCKED).get("body").is_none());
    // What the car cannot do is no secret.
    let error = json!({ "type": "COMPATIBILITY", "code": "VEHICLE_NOT_CAPABLE" });
    let incapable = json!({ "value": "ERROR", "error": error });
    assert_eq!(status("closure-sunroof"), incapable);
    assert_eq!(status("internalcombustionengine-fuellevel"), incapable);
    // A trigger that is hidden triggers nothing.
    car.change(json!({ "locked": false })).await;
    assert_eq!(harness.deliveries("type=VEHICLE_STATE").await.len(), 1);
}

#[tokio::test]
async fn a_drive_is_told_as_the_clock_moves() {
    let harness = Harness::new();
    let order =
        json!({ "signals": ["motion-currentspeed"], "triggers": ["odometer-traveleddistance"] });
    let mut told = harness.told(order).await;
    let drive = json!({ "profile": { "drive": {} } });
    told.car.order(Method::POST, "/profile", drive).await;
    harness.pass(600).await;
    let state = told.receiver.next().await;
    assert_eq!(state.reasons(), ["odometer-traveleddistance"]);
    assert_eq!(state.signal("motion-currentspeed")["body"]["value"], 60);
}

#[tokio::test]
async fn a_command_is_told_when_the_car_shows_it() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    assert_eq!(told.car.command("security/unlock").await.status, 200);
    assert_eq!(harness.deliveries("type=VEHICLE_STATE").await.len(), 1);
    harness.pass(2).await;
    assert_eq!(told.receiver.next().await.reasons(), [LOCKED]);
}

#[tokio::test]
async fn a_clock_that_is_moved_by_itself_moves_deliveries_too() {
    let harness = Harness::new();
    let mut told = harness
        .told(json!({ "triggers": ["odometer-traveleddistance"] }))
        .await;
    let drive = json!({ "profile": { "drive": {} } });
    told.car.order(Method::POST, "/profile", drive).await;
    harness.clock.advance(std::time::Duration::from_mins(10));
    assert_eq!(
        told.receiver.next().await.reasons(),
        ["odometer-traveleddistance"]
    );
}

#[tokio::test]
async fn while_it_is_disabled_nothing_is_kept_and_then_it_begins_anew() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    let enabled = |is_enabled: bool| json!({ "isEnabled": is_enabled });
    told.next_answered_by_failure().await;
    told.order(Method::PATCH, "", enabled(false)).await;
    let dropped = harness.deliveries("state=dropped").await;
    assert_eq!(dropped.len(), 1);
    assert_eq!(dropped[0]["droppedBecause"], "the webhook was disabled");
    told.lock(true).await;
    told.lock(false).await;
    told.lock(true).await;
    harness.pass(3_600).await;
    assert_eq!(harness.deliveries("state=waiting").await.len(), 0);
    told.order(Method::PATCH, "", enabled(true)).await;
    harness.pass(2).await;
    assert_eq!(told.receiver.next().await.reasons(), ["FIRST_DELIVERY"]);
}

impl crate::support::Told<'_> {
    /// Unlocks the car, and refuses to hear of it.
    async fn next_answered_by_failure(&mut self) {
        self.receiver.plan(&[Plan::Status(500)]);
        self.lock(false).await;
        let state = self.receiver.next().await;
        self.in_state(&state, "waiting").await;
    }
}

#[tokio::test]
async fn what_is_longer_than_50_kb_is_not_sent() {
    let harness = Harness::new();
    let told = harness.told(json!({})).await;
    let body = json!({ "value": false, "filling": "x".repeat(60_000) });
    let signals = json!({ "signals": { LOCKED: { "body": body } } });
    told.car.order(Method::PATCH, "/signals", signals).await;
    let dropped = harness.deliveries("state=dropped&await=1").await;
    assert_eq!(
        dropped[0]["droppedBecause"],
        "its body is longer than 50 KB"
    );
    assert_eq!(dropped[0]["attempts"], json!([]));
}

#[tokio::test]
async fn all_signals_of_a_car_with_everything_fit() {
    let harness = Harness::new();
    let mut receiver = Receiver::start().await;
    harness
        .webhook(json!({ "callbackUri": receiver.url("/") }))
        .await;
    receiver.next().await;
    harness.demonstration().await;
    harness.pass(2).await;
    let first = receiver.next().await;
    assert_eq!(first.event["meta"]["signalCount"], 93);
    assert!(first.body.len() < 40_000, "{}", first.body.len());
}

#[tokio::test]
async fn subscribing_fills_an_empty_store() {
    let harness = Harness::new();
    let mut receiver = Receiver::start().await;
    harness
        .webhook(json!({ "callbackUri": receiver.url("/") }))
        .await;
    receiver.next().await;
    let car = harness
        .car(json!({
            "make": "TESLA", "model": "Model 3", "year": 2024, "powertrainType": "BEV",
            "store": "empty",
        }))
        .await;
    assert_eq!(car.signals().await["data"], json!([]));
    harness.pass(2).await;
    assert_eq!(receiver.next().await.signal(LOCKED)["body"]["value"], true);
    assert_eq!(car.value(LOCKED).await, true);
}

#[tokio::test]
async fn a_reset_forgets_webhooks_and_what_is_on_its_way() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    told.next_answered_by_failure().await;
    harness.order("reset", json!({})).await;
    assert_eq!(
        harness.get("/_simulator/webhooks").await.json(),
        json!({ "webhooks": [] })
    );
    assert!(harness.deliveries("").await.is_empty());
    harness.pass(60).await;
    assert!(told.receiver.has_nothing());
}
