//! `/v3/connections` (reference 3).

use std::time::Duration;

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::Harness;

fn makes(listing: &Value) -> Vec<&str> {
    let data = listing["data"].as_array().unwrap();
    data.iter()
        .map(|item| item["attributes"]["vehicle"]["make"].as_str().unwrap())
        .collect()
}

async fn invalid(harness: &Harness, path: &str) {
    let error = harness.api(Method::GET, path).await.error();
    assert_eq!(
        error,
        (
            400,
            "VALIDATION".to_owned(),
            "INVALID_INPUT_FORMAT".to_owned()
        ),
        "{path}"
    );
}

#[tokio::test]
async fn simulated_cars_do_not_show_without_their_mode() {
    let harness = Harness::new();
    harness.one_car("ann@example.com").await;
    harness.grant("ann@example.com", None).await;
    let live = harness.api(Method::GET, "/connections").await.json();
    assert_eq!(live["meta"]["totalCount"], 0);
    assert_eq!(
        live["links"]["self"],
        "http://localhost:8010/v3/connections?page%5Bnumber%5D=1&page%5Bsize%5D=10&filter%5Bvehicle.mode%5D=live"
    );
    assert_eq!(harness.listing(&[]).await["meta"]["totalCount"], 1);
}

#[tokio::test]
async fn the_newest_comes_first_and_pages_hold_ten() {
    let harness = Harness::new();
    harness.grant("11-vehicles@smartcar.com", None).await;
    harness.clock.advance(Duration::from_secs(1));
    let kia = json!({ "email": "ann@example.com", "make": "KIA", "mode": "simulated" });
    harness.order("grants", kia).await;
    let first = harness.listing(&[]).await;
    assert_eq!((makes(&first).len(), makes(&first)[0]), (10, "KIA"));
    let next = first["links"]["next"].as_str().unwrap();
    let path = next.strip_prefix("http://localhost:8010/v3").unwrap();
    let second = harness.api(Method::GET, path).await.json();
    assert_eq!(second["meta"]["pageNumber"], 2);
    assert_eq!(second["links"]["next"], Value::Null);
    let total = first["meta"]["totalCount"].as_u64().unwrap();
    assert_eq!(makes(&second).len() as u64, total - 10);
    assert!(makes(&second).iter().all(|make| *make == "TESLA"));
}

#[tokio::test]
async fn every_filter_and_the_user_header_narrow_the_list() {
    let harness = Harness::new();
    for email in ["ann@example.com", "bob@example.com"] {
        harness.one_car(email).await;
    }
    let ann = harness.grant("ann@example.com", Some("ann-1")).await;
    let bob = harness.grant("bob@example.com", Some("bob-1")).await;
    let user = ann["userId"].as_str().unwrap();
    let vehicle = ann["connections"][0]["vehicleId"].as_str().unwrap();
    let connection = &ann["connections"][0]["id"];
    for filter in [
        ("filter[userId]", user),
        ("filter[vehicleId]", vehicle),
        ("filter[user.externalId]", "ann-1"),
    ] {
        let listed = harness.listing(&[filter]).await;
        assert_eq!(listed["meta"]["totalCount"], 1, "{filter:?}");
        assert_eq!(listed["data"][0]["id"], *connection, "{filter:?}");
    }
    assert_eq!(harness.listing(&[]).await["meta"]["totalCount"], 2);
    assert_eq!(
        harness.listing(&[("filter[user.externalId]", "x")]).await["data"],
        json!([])
    );

    let path = "/connections?filter%5Bvehicle.mode%5D=simulated";
    let by_header = harness.api_as(Method::GET, path, Some(user)).await.json();
    assert_eq!(by_header["data"][0]["id"], *connection);
    let contrary = format!(
        "{path}&filter%5BuserId%5D={}",
        bob["userId"].as_str().unwrap()
    );
    let neither = harness
        .api_as(Method::GET, &contrary, Some(user))
        .await
        .json();
    assert_eq!(neither["meta"]["totalCount"], 0);
}

#[tokio::test]
async fn malformed_and_unknown_parameters_are_refused() {
    let harness = Harness::new();
    for query in [
        "page[size]=0",
        "page[size]=101",
        "page[number]=x",
        "filter[userId]=ann",
        "filter[vehicle.mode]=LIVE",
        "filter[colour]=red",
        "sort=make",
        "page[size]=5&page[size]=6",
    ] {
        let query = query.replace('[', "%5B").replace(']', "%5D");
        invalid(&harness, &format!("/connections?{query}")).await;
    }
    let reply = harness
        .api_as(Method::GET, "/connections", Some("ann"))
        .await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn granting_again_renews_the_connection() {
    let harness = Harness::new();
    harness.one_car("ann@example.com").await;
    let walk = harness
        .logged_in("ann@example.com", &[("scope", "read_vin read_fuel")])
        .await;
    let first_user = walk.allow(&["read_vin"]).await.returned().get("user_id");
    let before = harness.listing(&[]).await["data"][0].clone();
    harness.clock.advance(Duration::from_mins(1));
    let walk = harness
        .logged_in("ann@example.com", &[("scope", "read_vin read_fuel")])
        .await;
    let second_user = walk.allow(&["read_fuel"]).await.returned().get("user_id");
    assert_eq!(first_user, second_user);
    let listed = harness.listing(&[]).await;
    assert_eq!(listed["meta"]["totalCount"], 1);
    let after = &listed["data"][0];
    assert_eq!(after["id"], before["id"]);
    assert_eq!(after["attributes"]["permissions"], json!(["read_fuel"]));
    assert_eq!(after["meta"]["createdAt"], "2026-11-23T12:00:00.000Z");
    assert_eq!(after["meta"]["updatedAt"], "2026-11-23T12:01:00.000Z");
}

#[tokio::test]
async fn the_external_id_is_replaced_kept_and_cleared() {
    let harness = Harness::new();
    harness.one_car("ann@example.com").await;
    let mut shown = Vec::new();
    for sent in [Some("one"), Some("two"), None, Some("null")] {
        harness.grant("ann@example.com", sent).await;
        let listed = harness.listing(&[]).await;
        shown.push(
            listed["data"][0]["attributes"]["user"]
                .get("externalId")
                .cloned(),
        );
    }
    assert_eq!(
        shown,
        [
            Some(json!("one")),
            Some(json!("two")),
            Some(json!("two")),
            None
        ]
    );
}

#[tokio::test]
async fn one_connection_is_read_and_removed_once() {
    let harness = Harness::new();
    harness.one_car("ann@example.com").await;
    let granted = harness.grant("ann@example.com", None).await;
    let path = format!(
        "/connections/{}",
        granted["connections"][0]["id"].as_str().unwrap()
    );
    let read = harness.api(Method::GET, &path).await;
    assert_eq!(read.json()["data"], harness.listing(&[]).await["data"][0]);
    let removed = harness.api(Method::DELETE, &path).await;
    assert_eq!(
        (removed.status, removed.text()),
        (StatusCode::NO_CONTENT, String::new())
    );
    let gone = (404, "RESOURCE_NOT_FOUND".to_owned(), "PATH".to_owned());
    assert_eq!(harness.api(Method::DELETE, &path).await.error(), gone);
    assert_eq!(harness.api(Method::GET, &path).await.error(), gone);
    invalid(&harness, "/connections/one").await;
}

#[tokio::test]
async fn paths_and_methods_that_do_not_exist_answer_in_the_envelope() {
    let harness = Harness::new();
    let unknown = harness.api(Method::GET, "/vehicles").await;
    assert_eq!(
        unknown.error(),
        (
            404,
            "RESOURCE_NOT_FOUND".to_owned(),
            "INVALID_PATH".to_owned()
        )
    );
    let wrong = harness.api(Method::PUT, "/connections").await;
    assert_eq!(wrong.error().0, 405);
    for reply in [unknown, wrong] {
        let id = reply.headers["sc-request-id"].to_str().unwrap();
        assert_eq!(reply.json()["errors"][0]["meta"]["requestId"], id);
    }
}
