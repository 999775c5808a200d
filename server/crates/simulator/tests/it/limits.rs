//! How much may be asked (reference 7.3).

use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::support::Harness;

fn limited() -> Harness {
    Harness::with(|settings| settings.limits = true)
}

#[tokio::test]
async fn an_application_has_a_bucket_of_120_and_two_a_minute() {
    let harness = limited();
    harness.order("limits", json!({ "left": 2 })).await;
    let status = async || {
        harness
            .api(Method::GET, "/connections")
            .await
            .status
            .as_u16()
    };
    assert_eq!(
        [status().await, status().await, status().await],
        [200, 200, 429]
    );
    let refused = harness.api(Method::GET, "/connections").await;
    assert_eq!(
        refused.error(),
        (429, "RATE_LIMIT".into(), "SMARTCAR_API".into())
    );
    assert!(!refused.headers.contains_key("retry-after"));
    harness.pass(60).await;
    assert_eq!(
        [status().await, status().await, status().await],
        [200, 200, 429]
    );

    let told = harness.get("/_simulator/limits").await.json();
    assert_eq!((&told["on"], &told["bucket"]), (&json!(true), &json!(120)));
    harness.order("limits", json!({ "on": false })).await;
    assert_eq!(status().await, 200);
}

#[tokio::test]
async fn retry_after_comes_with_the_applications_limit_where_a_quirk_says_so() {
    let harness = limited();
    let quirks = json!({ "quirks": { "applicationRetryAfter": true } });
    harness.order("quirks", quirks).await;
    harness.order("limits", json!({ "left": 0 })).await;
    let refused = harness.api(Method::GET, "/connections").await;
    assert_eq!(refused.headers["retry-after"], "31");
}

#[tokio::test]
async fn a_vehicle_is_throttled_and_says_until_when() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let order = json!({ "throttle": { "requests": 2, "perSeconds": 120 } });
    car.order(Method::PUT, "/limits", order).await;
    car.signals().await;
    assert_eq!(car.command("security/lock").await.status, StatusCode::OK);
    let refused = car.ask(Method::GET, "signals").await;
    assert_eq!(
        refused.error(),
        (429, "RATE_LIMIT".into(), "VEHICLE".into())
    );
    assert_eq!(refused.headers["retry-after"], "120");
    harness.pass(120).await;
    car.signals().await;
}

#[tokio::test]
async fn a_vehicle_has_an_allowance_of_a_month() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let order = json!({ "monthly": { "allowed": 500, "used": 499 } });
    car.order(Method::PUT, "/limits", order).await;
    let path = format!("/vehicles/{}", car.vehicle);
    harness.api(Method::GET, &path).await;
    harness.listing(&[]).await;
    car.signals().await;
    let refused = car.command("security/lock").await;
    assert_eq!(
        refused.error(),
        (430, "BILLING".into(), "VEHICLE_REQUEST_LIMIT".into())
    );
    let told = car.order(Method::GET, "/limits", json!({})).await;
    assert_eq!(told["monthly"], json!({ "allowed": 500, "used": 500 }));
    harness.pass(8 * 86_400).await;
    assert_eq!(car.command("security/lock").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_call_can_cost_a_request_for_each_signal() {
    let harness = limited();
    let car = harness.tesla().await;
    let quirks = json!({ "quirks": { "signalsCostEach": true } });
    harness.order("quirks", quirks).await;
    car.signals().await;
    let told = car.order(Method::GET, "/limits", json!({})).await;
    assert_eq!(told["monthly"], json!({ "allowed": 500, "used": 93 }));
}

#[tokio::test]
async fn switched_off_there_is_no_limit() {
    let harness = Harness::with(|settings| settings.limits = false);
    let car = harness.tesla().await;
    for _ in 0..130 {
        car.ask(Method::GET, "signals/closure-islocked").await;
    }
    let told = car.order(Method::GET, "/limits", json!({})).await;
    assert_eq!(told["monthly"], json!({ "allowed": null, "used": 130 }));
}
