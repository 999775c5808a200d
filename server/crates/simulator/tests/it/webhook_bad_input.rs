//! Orders that cannot be carried out are refused with a sentence.

use axum::http::{Method, StatusCode};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{Harness, Reply};

const CALLBACK: &str = "http://127.0.0.1:9/hook";
const NOBODY: &str = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

#[track_caller]
fn assert_refused(reply: &Reply, status: StatusCode) {
    assert_eq!(reply.status, status, "{}", reply.text());
    let words = reply.json()["error"].as_str().unwrap().to_owned();
    assert!(!words.is_empty() && words.len() < 1_000, "{words}");
}

fn with(name: &str, value: Value) -> Value {
    let mut order = json!({ "callbackUri": CALLBACK, "verified": true });
    order[name] = value;
    order
}

#[tokio::test]
async fn webhooks_that_nobody_can_have() {
    let harness = Harness::new();
    let many: Vec<String> = (0..201)
        .map(|number| {
            let letter = |value: u8| char::from(b'a' + value);
            format!("group-{}{}", letter(number / 26), letter(number % 26))
        })
        .collect();
    let too_long = format!("{CALLBACK}?{}", "x".repeat(5_000));
    for order in [
        json!({}),
        json!(null),
        json!([]),
        json!({ "callbackUri": null }),
        json!({ "callbackUri": 7 }),
        json!({ "callbackUri": "" }),
        json!({ "callbackUri": "https://app.example/hook" }),
        json!({ "callbackUri": "http://169.254.169.254/" }),
        json!({ "callbackUri": "file:///etc/passwd" }),
        json!({ "callbackUri": too_long }),
        with("errorCallbackUri", json!("http://10.0.0.1/")),
        with("errorCallbackUri", json!("")),
        with("name", json!("")),
        with("name", json!("two\nlines")),
        with("name", json!("x".repeat(101))),
        with("signals", json!([])),
        with("signals", json!("closure-islocked")),
        with("signals", json!(["closure-islocked", "closure-islocked"])),
        with("signals", json!(["IsLocked"])),
        with(
            "signals",
            json!([format!("closure-{}", "x".repeat(100_000))]),
        ),
        with("signals", json!(many)),
        with("triggers", json!(["<script>"])),
        with("subscribe", json!("never")),
        with("isEnabled", json!("yes")),
        with("isEnabled", json!(1)),
        with("unknown", json!(true)),
    ] {
        assert_refused(
            &harness.order("webhooks", order).await,
            StatusCode::BAD_REQUEST,
        );
    }
    for text in [
        "",
        "{",
        "\u{feff}{}",
        r#"{"callbackUri":"http://127.0.0.1/","callbackUri":"http://127.0.0.1/"}"#,
    ] {
        let request = axum::http::Request::post("/_simulator/webhooks")
            .body(text.into())
            .unwrap();
        assert_refused(&harness.send(request).await, StatusCode::BAD_REQUEST);
    }
    let huge = with("name", json!("x".repeat(3_000_000)));
    assert_refused(
        &harness.order("webhooks", huge).await,
        StatusCode::BAD_REQUEST,
    );
    let listed = harness.get("/_simulator/webhooks").await.json();
    assert_eq!(listed, json!({ "webhooks": [] }));
}

#[tokio::test]
async fn a_change_that_cannot_be_changes_nothing() {
    let harness = Harness::new();
    let id = harness.webhook(with("name", json!("Garage"))).await;
    let path = format!("webhooks/{id}");
    let before = harness.get(&format!("/_simulator/{path}")).await.json();
    for order in [
        json!({ "name": "Other", "callbackUri": "http://example.com/" }),
        json!({ "isEnabled": false, "signals": [] }),
        json!({ "id": NOBODY }),
    ] {
        let reply = harness.control(Method::PATCH, &path, order).await;
        assert_refused(&reply, StatusCode::BAD_REQUEST);
    }
    assert_eq!(
        harness.get(&format!("/_simulator/{path}")).await.json(),
        before
    );
    let allowed = Harness::with(|settings| settings.deliver_anywhere = true);
    let order = json!({ "callbackUri": "https://app.example/hook", "isEnabled": false });
    assert_eq!(
        allowed.order("webhooks", order).await.status,
        StatusCode::CREATED
    );
}

#[tokio::test]
async fn what_is_not_there_is_missing() {
    let harness = Harness::new();
    let webhook = format!("webhooks/{NOBODY}");
    let next = json!({ "next": { "mishap": "lost" } });
    for (method, path, order) in [
        (Method::GET, webhook.clone(), json!({})),
        (Method::PATCH, webhook.clone(), json!({})),
        (Method::DELETE, webhook.clone(), json!({})),
        (Method::POST, format!("{webhook}/verify"), json!({})),
        (Method::POST, format!("{webhook}/test"), json!({})),
        (Method::GET, format!("{webhook}/next"), json!({})),
        (Method::POST, format!("{webhook}/next"), next),
        (Method::DELETE, format!("{webhook}/next"), json!({})),
        (
            Method::POST,
            format!("{webhook}/deliveries"),
            json!({ "vehicleId": NOBODY }),
        ),
        (Method::DELETE, format!("subscriptions/{NOBODY}"), json!({})),
        (
            Method::POST,
            format!("deliveries/{NOBODY}/repeat"),
            json!({}),
        ),
    ] {
        let reply = harness.control(method, &path, order).await;
        assert_refused(&reply, StatusCode::NOT_FOUND);
    }
    let id = harness.webhook(with("name", json!("Garage"))).await;
    let order = json!({ "vehicleId": NOBODY });
    let reply = harness
        .order(&format!("webhooks/{id}/deliveries"), order)
        .await;
    assert_refused(&reply, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn mishaps_that_cannot_happen() {
    let harness = Harness::new();
    let id = harness.webhook(with("name", json!("Garage"))).await;
    let path = format!("webhooks/{id}/next");
    for next in [
        json!({}),
        json!({ "mishap": "explodes" }),
        json!({ "mishap": { "delayedSeconds": 0 } }),
        json!({ "mishap": { "delayedSeconds": -1 } }),
        json!({ "mishap": { "delayedSeconds": 86_401 } }),
        json!({ "mishap": { "delayedSeconds": 1e30 } }),
        json!({ "mishap": { "forged": "badly" } }),
        json!({ "mishap": "lost", "times": 0 }),
        json!({ "mishap": "lost", "times": 1_000_001 }),
        json!({ "mishap": "lost", "vehicleId": "x" }),
    ] {
        let reply = harness.order(&path, json!({ "next": next })).await;
        assert_refused(&reply, StatusCode::BAD_REQUEST);
    }
    let lost = json!({ "next": { "mishap": "lost" } });
    for _ in 0..50 {
        assert_eq!(
            harness.order(&path, lost.clone()).await.status,
            StatusCode::CREATED
        );
    }
    assert_refused(&harness.order(&path, lost).await, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_log_is_asked_rightly_and_the_number_of_webhooks_is_bounded() {
    let harness = Harness::new();
    for query in [
        "webhook=x",
        "event=",
        "account=nobody",
        "type=STATE",
        "state=gone",
        "await=-1",
        "await=many",
        "attempts=two",
        "unknown=1",
        "state=held&state=held",
    ] {
        let reply = harness
            .get(&format!("/_simulator/deliveries?{query}"))
            .await;
        assert_refused(&reply, StatusCode::BAD_REQUEST);
    }
    for _ in 0..50 {
        harness.webhook(with("isEnabled", json!(false))).await;
    }
    let one_more = harness
        .order("webhooks", with("isEnabled", json!(false)))
        .await;
    assert_refused(&one_more, StatusCode::BAD_REQUEST);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_order_upsets_it(text in ".{0,200}", name in "[a-zA-Z]{0,12}") {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let harness = Harness::new();
            let mut order = with("isEnabled", json!(false));
            order[&name] = json!(text);
            let made = harness.order("webhooks", order).await;
            prop_assert!(matches!(made.status.as_u16(), 201 | 400), "{}", made.status);
            let address = json!({ "callbackUri": text });
            let made = harness.order("webhooks", address).await;
            prop_assert_eq!(made.status, StatusCode::BAD_REQUEST);
            Ok(())
        })?;
    }
}
