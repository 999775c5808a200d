//! Attempts on the simulator's own clock (reference 8.5).

use serde_json::{Value, json};

use crate::support::{Harness, Plan, Received, Told};

async fn unlocked_and_answered(harness: &Harness, plan: Plan) -> (Told<'_>, Received) {
    let mut told = harness.told(json!({})).await;
    told.receiver.plan(&[plan]);
    told.lock(false).await;
    let first = told.receiver.next().await;
    (told, first)
}

#[tokio::test]
async fn four_attempts_after_0_25_75_and_175_seconds_and_then_no_more() {
    let harness = Harness::new();
    let (mut told, first) = unlocked_and_answered(&harness, Plan::Status(503)).await;
    let mut earlier = vec![first.clone()];
    for wait in [25, 50, 100] {
        told.in_state(&first, "waiting").await;
        harness.pass(wait - 1).await;
        let delivery = told.in_state(&first, "waiting").await;
        assert_eq!(
            delivery["attempts"].as_array().unwrap().len(),
            earlier.len()
        );
        told.receiver.plan(&[Plan::Status(503)]);
        harness.pass(1).await;
        let again = told.receiver.next().await;
        assert!(again.is_signed());
        for one in &earlier {
            assert_eq!(again.event["eventId"], one.event["eventId"]);
            assert_eq!(again.event["data"], one.event["data"]);
            for name in ["deliveryId", "deliveredAt"] {
                assert_ne!(again.event["meta"][name], one.event["meta"][name], "{name}");
            }
        }
        earlier.push(again);
    }
    let failed = told.in_state(&first, "failed").await;
    let statuses: Vec<&Value> = failed["attempts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|attempt| &attempt["status"])
        .collect();
    assert_eq!(statuses, [503; 4]);
    let sent: Vec<&str> = failed["attempts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|attempt| &attempt["sentAt"].as_str().unwrap()[14..19])
        .collect();
    assert_eq!(sent, ["00:02", "00:27", "01:17", "02:57"]);
    harness.pass(3_600).await;
    assert!(told.receiver.has_nothing());
}

#[tokio::test]
async fn a_later_attempt_that_is_answered_ends_it() {
    let harness = Harness::new();
    let (mut told, first) = unlocked_and_answered(&harness, Plan::Status(404)).await;
    let waiting = told.in_state(&first, "waiting").await;
    assert_eq!(waiting["nextAttemptAt"], "2026-11-23T12:00:27.000Z");
    harness.pass(25).await;
    told.receiver.next().await;
    let delivered = told.in_state(&first, "delivered").await;
    assert_eq!(delivered["attempts"][1]["status"], 200);
    assert_eq!(delivered["nextAttemptAt"], Value::Null);
}

#[tokio::test]
async fn any_2xx_is_a_success_and_nothing_else() {
    for (plan, state) in [
        (Plan::Status(204), "delivered"),
        (Plan::Status(202), "delivered"),
        (Plan::Status(304), "waiting"),
        (Plan::Status(400), "waiting"),
        (Plan::Redirect, "waiting"),
    ] {
        let harness = Harness::new();
        let (mut told, first) = unlocked_and_answered(&harness, plan).await;
        told.in_state(&first, state).await;
        // A redirect was not followed.
        assert!(told.receiver.has_nothing(), "{plan:?}");
    }
}

#[tokio::test]
async fn a_receiver_has_15_seconds() {
    let harness = Harness::new();
    let (mut told, first) = unlocked_and_answered(&harness, Plan::Hang).await;
    harness.pass(14).await;
    told.in_state(&first, "sending").await;
    harness.pass(1).await;
    let waiting = told.in_state(&first, "waiting").await;
    assert_eq!(waiting["attempts"][0]["status"], Value::Null);
    assert_eq!(waiting["attempts"][0]["outcome"], "no answer within 15 s");
    assert_eq!(waiting["nextAttemptAt"], "2026-11-23T12:00:27.000Z");
    harness.pass(10).await;
    told.receiver.next().await;
    told.in_state(&first, "delivered").await;
}

#[tokio::test]
async fn a_receiver_that_is_not_there_is_tried_again_too() {
    let harness = Harness::new();
    let nobody = "http://127.0.0.1:1/hook";
    let order = json!({ "callbackUri": nobody, "verified": true });
    harness.webhook(order).await;
    harness.tesla().await;
    harness.pass(2).await;
    for (attempts, wait) in [(1, 25), (2, 50), (3, 100)] {
        let query = format!("state=waiting&attempts={attempts}&await=1");
        assert_eq!(harness.deliveries(&query).await.len(), 1);
        harness.pass(wait).await;
    }
    let failed = harness.deliveries("state=failed&await=1").await;
    let outcome = failed[0]["attempts"][3]["outcome"].as_str().unwrap();
    assert!(outcome.starts_with("no answer: "), "{outcome}");
}

#[tokio::test]
async fn a_newer_event_does_not_wait_for_the_attempts_of_an_older_one() {
    let harness = Harness::new();
    let (mut told, first) = unlocked_and_answered(&harness, Plan::Status(500)).await;
    told.in_state(&first, "waiting").await;
    told.lock(true).await;
    let second = told.receiver.next().await;
    told.in_state(&second, "delivered").await;
    harness.pass(25).await;
    let late = told.receiver.next().await;
    assert_eq!(late.event["eventId"], first.event["eventId"]);
    let sequence = |received: &Received| received.event["meta"]["sequence"].as_i64();
    assert!(sequence(&late) < sequence(&second));
}
