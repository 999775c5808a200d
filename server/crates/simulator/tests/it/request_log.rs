//! The log of API requests.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use serde_json::{Value, json};

use crate::support::Harness;

async fn delete(harness: &Harness, path: &str) -> StatusCode {
    harness
        .send(Request::delete(path).body(Body::empty()).unwrap())
        .await
        .status
}

#[tokio::test]
async fn the_request_log_tells_route_account_and_order() {
    let harness = Harness::new();
    let granted = harness.grant("ann@example.com", None).await;
    let user = granted["userId"].as_str().unwrap();
    let vehicle = granted["connections"][0]["vehicleId"].as_str().unwrap();
    harness
        .api(Method::GET, &format!("/vehicles/{vehicle}"))
        .await;
    harness.listing(&[("filter[userId]", user)]).await;
    harness
        .api_as(Method::GET, "/connections", Some(user))
        .await;
    harness.api(Method::GET, "/nowhere").await;

    let all = harness.get("/_simulator/requests").await.json();
    let all = all["requests"].as_array().unwrap();
    let sequences: Vec<u64> = all
        .iter()
        .flat_map(|entry| {
            ["startedSequence", "finishedSequence"].map(|name| entry[name].as_u64().unwrap())
        })
        .collect();
    assert!(sequences.is_sorted(), "one after the other: {sequences:?}");
    let last = all.last().unwrap();
    assert_eq!(
        (&last["route"], &last["path"], &last["status"]),
        (&Value::Null, &json!("/v3/nowhere"), &json!(404))
    );

    let hers = harness
        .get("/_simulator/requests?account=Ann@Example.com")
        .await
        .json();
    let hers = hers["requests"].as_array().unwrap();
    let routes: Vec<&Value> = hers.iter().map(|entry| &entry["route"]).collect();
    assert_eq!(
        routes,
        ["vehicles.get", "connections.list", "connections.list"]
    );
    assert_eq!(hers[0]["template"], "/v3/vehicles/{id}");
    assert_eq!(hers[0]["method"], "GET");

    assert_eq!(
        delete(&harness, "/_simulator/requests").await,
        StatusCode::NO_CONTENT
    );
    assert_eq!(
        harness.get("/_simulator/requests").await.json(),
        json!({ "requests": [] })
    );
    let misspelt = harness
        .get("/_simulator/requests?acount=ann@example.com")
        .await;
    assert_eq!(misspelt.status, StatusCode::BAD_REQUEST);
}
