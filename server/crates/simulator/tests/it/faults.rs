//! Faults that spoil answers.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};
use smartcar_simulator::{DEVELOPMENT_CLIENT_ID, DEVELOPMENT_CLIENT_SECRET};

use crate::support::Harness;

async fn fault(harness: &Harness, order: Value) -> u64 {
    let reply = harness.order("faults", order).await;
    assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.text());
    reply.json()["id"].as_u64().unwrap()
}

async fn spoilt_listing(kind: Value) -> crate::support::Reply {
    let harness = Harness::new();
    harness.grant("ann@example.com", None).await;
    fault(
        &harness,
        json!({ "route": "connections.list", "kind": kind }),
    )
    .await;
    harness
        .api(
            Method::GET,
            "/connections?filter%5Bvehicle.mode%5D=simulated",
        )
        .await
}

#[tokio::test]
async fn an_error_of_the_api_comes_in_its_envelope() {
    let kind = json!({ "status": {
        "code": 429, "type": "RATE_LIMIT", "errorCode": "VEHICLE", "retryAfterSeconds": 120,
    } });
    let reply = spoilt_listing(kind).await;
    assert_eq!(
        reply.error(),
        (429, "RATE_LIMIT".to_owned(), "VEHICLE".to_owned())
    );
    assert_eq!(reply.headers[header::RETRY_AFTER], "120");
    assert_eq!(
        reply.json()["errors"][0]["resolution"]["type"],
        "RETRY_LATER"
    );
    let billing = spoilt_listing(json!({ "status": { "code": 430, "type": "BILLING" } })).await;
    assert_eq!(billing.status.as_u16(), 430);
}

#[tokio::test]
async fn an_error_of_the_token_endpoint_has_the_form_of_oauth() {
    let harness = Harness::new();
    let kind = json!({ "status": { "code": 503, "errorCode": "temporarily_unavailable", "retryAfterSeconds": 5 } });
    fault(
        &harness,
        json!({ "route": "token", "times": 1, "kind": kind }),
    )
    .await;
    let fields = [
        ("grant_type", "client_credentials"),
        ("client_id", DEVELOPMENT_CLIENT_ID),
        ("client_secret", DEVELOPMENT_CLIENT_SECRET),
    ];
    let spoilt = harness.form("/oauth2/token", &fields).await;
    assert_eq!(spoilt.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(spoilt.json()["error"], "temporarily_unavailable");
    assert_eq!(spoilt.headers[header::RETRY_AFTER], "5");
    assert_eq!(
        harness.form("/oauth2/token", &fields).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn a_gateway_answers_in_html() {
    let reply = spoilt_listing(json!({ "html": 502 })).await;
    assert_eq!(reply.status, StatusCode::BAD_GATEWAY);
    assert!(
        reply.headers[header::CONTENT_TYPE]
            .to_str()
            .unwrap()
            .starts_with("text/html")
    );
    assert!(reply.text().starts_with("<html>"));
}

#[tokio::test]
async fn broken_json_is_broken_and_complete() {
    let reply = spoilt_listing(json!("malformedJson")).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert!(serde_json::from_slice::<Value>(&reply.body).is_err());
}

#[tokio::test]
async fn fields_can_be_missing_or_of_the_wrong_type() {
    let missing = spoilt_listing(json!("missingFields")).await.json();
    assert_eq!(missing["data"][0]["type"], "connection");
    assert_eq!(missing["data"][0].get("attributes"), None);
    let wrong = spoilt_listing(json!("wrongTypes")).await.json();
    assert!(wrong["data"][0]["id"].is_number());
    assert!(wrong["meta"]["totalCount"].is_string());
}

#[tokio::test]
async fn an_answer_can_be_empty() {
    let reply = spoilt_listing(json!("empty")).await;
    assert_eq!((reply.status, reply.body.len()), (StatusCode::OK, 0));
}

#[tokio::test]
async fn a_fault_for_one_account_spares_the_others_and_ends_after_its_times() {
    let harness = Harness::new();
    let ann = harness.grant("ann@example.com", None).await;
    let bob = harness.grant("bob@example.com", None).await;
    let order = json!({ "account": "ann@example.com", "times": 2, "kind": { "html": 500 } });
    let id = fault(&harness, order).await;
    let status = async |granted: &Value| {
        let vehicle = granted["connections"][0]["vehicleId"].as_str().unwrap();
        harness
            .api(Method::GET, &format!("/vehicles/{vehicle}"))
            .await
            .status
            .as_u16()
    };
    assert_eq!(status(&bob).await, 200);
    assert_eq!(
        [status(&ann).await, status(&ann).await, status(&ann).await],
        [500, 500, 200]
    );
    let told = harness
        .get(&format!("/_simulator/faults/{id}"))
        .await
        .json();
    assert_eq!(
        (&told["applied"], &told["timesLeft"]),
        (&json!(2), &json!(0))
    );
}

#[tokio::test]
async fn a_fault_is_switched_off_by_its_id() {
    let harness = Harness::new();
    let id = fault(
        &harness,
        json!({ "route": "connections.list", "kind": "empty" }),
    )
    .await;
    let path = format!("/_simulator/faults/{id}");
    let off = async || {
        harness
            .send(Request::delete(&path).body(Body::empty()).unwrap())
            .await
            .status
    };
    assert_eq!(off().await, StatusCode::NO_CONTENT);
    assert_eq!(off().await, StatusCode::NOT_FOUND);
    assert_ne!(harness.api(Method::GET, "/connections").await.body.len(), 0);
    assert_eq!(harness.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(start_paused = true)]
async fn a_delay_lets_the_time_pass() {
    let harness = Harness::new();
    let order = json!({ "route": "connections.list", "kind": { "delayMilliseconds": 1500 } });
    fault(&harness, order).await;
    let begin = tokio::time::Instant::now();
    let reply = harness.api(Method::GET, "/connections").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert!(begin.elapsed().as_millis() >= 1500);
}

#[tokio::test(start_paused = true)]
async fn waiting_for_held_requests_ends_after_ten_seconds() {
    let harness = Harness::new();
    let id = fault(&harness, json!({ "kind": "hold" })).await;
    let begin = tokio::time::Instant::now();
    let reply = harness
        .get(&format!("/_simulator/faults/{id}?await=1"))
        .await;
    assert_eq!(reply.json()["held"], 0);
    assert_eq!(begin.elapsed().as_secs(), 10);
}

#[tokio::test]
async fn held_requests_are_seen_together_and_let_go() {
    let harness = Harness::new();
    let token = harness.token().await;
    let id = fault(&harness, json!({ "route": "vehicles.get", "kind": "hold" })).await;
    let ask = || {
        let request = Request::get("/v3/vehicles/6b8a2f0e-0000-4000-8000-000000000000")
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .body(Body::empty())
            .unwrap();
        harness.send(request)
    };
    let control = async {
        let told = harness
            .get(&format!("/_simulator/faults/{id}?await=2"))
            .await
            .json();
        assert_eq!(told["held"], 2);
        let released = harness
            .order(&format!("faults/{id}/release"), json!({}))
            .await;
        assert_eq!(released.status, StatusCode::NO_CONTENT);
    };
    let (one, two, ()) = tokio::join!(ask(), ask(), control);
    assert_eq!([one.status, two.status], [StatusCode::NOT_FOUND; 2]);
    let told = harness
        .get(&format!("/_simulator/faults/{id}"))
        .await
        .json();
    assert_eq!(
        (&told["held"], &told["released"]),
        (&json!(0), &json!(true))
    );

    let log = harness.get("/_simulator/requests").await.json();
    let held: Vec<&Value> = log["requests"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["route"] == "vehicles.get")
        .collect();
    let number = |entry: &Value, name: &str| entry[name].as_u64().unwrap();
    assert!(number(held[1], "startedSequence") < number(held[0], "finishedSequence"));
    assert_eq!(ask().await.status, StatusCode::NOT_FOUND);
}
