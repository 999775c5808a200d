//! What the control plane can make of the next command.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::Harness;

#[tokio::test]
async fn the_next_command_is_refused_as_told_and_the_one_after_is_not() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.next(json!({ "answer": { "refused": {
        "code": 429, "type": "RATE_LIMIT", "errorCode": "VEHICLE", "retryAfterSeconds": 120,
    } } }))
    .await;
    let refused = car.command("security/unlock").await;
    assert_eq!(
        refused.error(),
        (429, "RATE_LIMIT".into(), "VEHICLE".into())
    );
    assert_eq!(refused.headers["retry-after"], "120");
    harness.pass(60).await;
    assert_eq!(car.value("closure-islocked").await, true);
    assert_eq!(car.command("security/unlock").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_scenario_waits_for_its_command_and_lasts_for_its_times() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.next(
        json!({ "command": "charge-start", "times": 2, "answer": { "refused": {
        "code": 502, "type": "UPSTREAM", "errorCode": "NO_RESPONSE",
    } } }),
    )
    .await;
    assert_eq!(car.command("security/lock").await.status, StatusCode::OK);
    let mut statuses = Vec::new();
    for _ in 0..3 {
        statuses.push(car.command("charge/start").await.status.as_u16());
    }
    assert_eq!(statuses, [502, 502, 200]);
}

#[tokio::test]
async fn success_can_be_forced_against_the_cars_state() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.change(json!({ "pluggedIn": false })).await;
    car.next(json!({ "answer": "success" })).await;
    assert_eq!(car.command("charge/start").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_command_can_be_accepted_and_never_seen() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.next(json!({ "seen": "never" })).await;
    assert_eq!(car.command("security/unlock").await.status, StatusCode::OK);
    harness.pass(86_400).await;
    assert_eq!(car.value("closure-islocked").await, true);
    let book = car.order(Method::GET, "/commands", Value::Null).await;
    assert_eq!(book["commands"][0]["outcome"], "succeeded");
    assert_eq!(book["commands"][0]["seenAt"], Value::Null);
}

#[tokio::test]
async fn a_command_can_be_seen_late() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.next(json!({ "seen": { "afterSeconds": 300 } })).await;
    car.command("security/unlock").await;
    harness.pass(299).await;
    assert_eq!(car.value("closure-islocked").await, true);
    harness.pass(1).await;
    assert_eq!(car.value("closure-islocked").await, false);
}

#[tokio::test]
async fn the_usual_lag_is_a_setting_of_the_car() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let at_once = json!({ "seen": { "afterSeconds": 0 } });
    car.order(Method::PATCH, "", at_once).await;
    car.command("security/unlock").await;
    assert_eq!(car.value("closure-islocked").await, false);
    car.order(Method::PATCH, "", json!({ "seen": "never" }))
        .await;
    car.command("security/lock").await;
    harness.pass(3_600).await;
    assert_eq!(car.value("closure-islocked").await, false);
}

#[tokio::test]
async fn an_answer_can_be_lost_before_and_after_the_effect() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    for (when, is_locked) in [("beforeEffect", true), ("afterEffect", false)] {
        car.next(json!({ "answer": { "lost": when } })).await;
        let path = format!("/v3/vehicles/{}/commands/security/unlock", car.vehicle);
        let token = harness.token().await;
        let request = axum::http::Request::post(path)
            .header("authorization", format!("Bearer {token}"))
            .header("sc-user-id", &car.user)
            .header("host", "localhost:8010")
            .body(axum::body::Body::empty())
            .unwrap();
        let response = tower::ServiceExt::oneshot(harness.router.clone(), request)
            .await
            .unwrap();
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await;
        assert!(body.is_err(), "{when}");
        harness.pass(2).await;
        assert_eq!(car.value("closure-islocked").await, is_locked, "{when}");
    }
    let book = car.order(Method::GET, "/commands", Value::Null).await;
    let done: Vec<&Value> = book["commands"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| &entry["done"])
        .collect();
    assert_eq!(done, [false, true]);
}

#[tokio::test]
async fn plans_are_shown_forgotten_and_checked() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    car.next(json!({ "command": "security-lock", "slow": "held" }))
        .await;
    let book = car.order(Method::GET, "/commands", Value::Null).await;
    assert_eq!(book["next"][0]["command"], "security-lock");
    assert_eq!(book["next"][0]["slow"], "held");
    car.order(Method::DELETE, "/commands", json!({})).await;
    let book = car.order(Method::GET, "/commands", Value::Null).await;
    assert_eq!(book["next"], json!([]));
    for (next, words) in [
        (
            json!({ "command": "climate-start" }),
            "command must be one of",
        ),
        (json!({ "times": 0 }), "at least 1"),
        (
            json!({ "answer": { "refused": { "code": 200, "type": "X" } } }),
            "400 to 599",
        ),
        (json!({ "soon": true }), "unknown field"),
    ] {
        let path = format!("vehicles/{}/commands", car.vehicle);
        let reply = harness.order(&path, json!({ "next": next })).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST);
        assert!(reply.text().contains(words), "{}", reply.text());
    }
}

#[tokio::test]
async fn the_faults_work_for_signals_and_commands_too() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    for route in ["signals.list", "security-lock"] {
        let order = json!({ "account": "ann@example.com", "route": route, "times": 1,
            "kind": { "html": 504 } });
        assert_eq!(
            harness.order("faults", order).await.status,
            StatusCode::CREATED
        );
    }
    let signals = car.ask(Method::GET, "signals").await;
    assert_eq!(signals.status, StatusCode::GATEWAY_TIMEOUT);
    let lock = car.command("security/lock").await;
    assert_eq!(lock.status, StatusCode::GATEWAY_TIMEOUT);
    assert_eq!(car.command("security/lock").await.status, StatusCode::OK);
}
