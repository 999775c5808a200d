//! The quirk switches (reference 12.9 and 13).

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::Harness;

/// A simulator with quirks, and one Tesla of Ann's, granted under the external id `ann-1`.
async fn quirky(quirks: Value) -> (Harness, Value) {
    let harness = Harness::new();
    let reply = harness.order("quirks", json!({ "quirks": quirks })).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    harness.one_car("ann@example.com").await;
    let granted = harness.grant("ann@example.com", Some("ann-1")).await;
    (harness, granted)
}

async fn first(harness: &Harness) -> Value {
    harness.listing(&[]).await["data"][0].clone()
}

async fn vehicle(harness: &Harness, granted: &Value) -> Value {
    let id = granted["connections"][0]["vehicleId"].as_str().unwrap();
    harness
        .api(Method::GET, &format!("/vehicles/{id}"))
        .await
        .json()
}

#[tokio::test]
async fn numeric_timestamps() {
    let (harness, _) = quirky(json!({ "numericTimestamps": true })).await;
    assert_eq!(
        first(&harness).await["meta"]["createdAt"],
        1_795_435_200_000_i64
    );
}

#[tokio::test]
async fn bare_vehicle_and_string_year() {
    let (harness, granted) = quirky(json!({ "bareVehicle": true, "stringYear": true })).await;
    let vehicle = vehicle(&harness, &granted).await;
    assert_eq!(vehicle["type"], "vehicle");
    assert_eq!(vehicle["attributes"]["year"], "2024");
    assert_eq!(
        first(&harness).await["attributes"]["vehicle"]["year"],
        "2024"
    );
}

#[tokio::test]
async fn the_filter_for_the_external_id_is_ignored() {
    let filter = [("filter[user.externalId]", "nobody")];
    let (harness, granted) = quirky(json!({ "ignoreExternalIdFilter": true })).await;
    let listed = harness.listing(&filter).await;
    assert_eq!(listed["data"][0]["id"], granted["connections"][0]["id"]);
    let (strict, _) = quirky(json!({})).await;
    assert_eq!(strict.listing(&filter).await["meta"]["totalCount"], 0);
}

#[tokio::test]
async fn unknown_filters_are_ignored() {
    let (harness, _) = quirky(json!({ "ignoreUnknownFilters": true })).await;
    let listed = harness.listing(&[("filter[colour]", "red")]).await;
    assert_eq!(listed["meta"]["totalCount"], 1);
}

#[tokio::test]
async fn the_external_id_is_never_shown() {
    let (harness, granted) = quirky(json!({ "omitExternalId": true })).await;
    let user = first(&harness).await["attributes"]["user"].clone();
    assert_eq!(user, json!({ "id": granted["userId"] }));
}

#[tokio::test]
async fn the_user_is_in_the_relationships_only() {
    let (harness, granted) = quirky(json!({ "omitUserAttributes": true })).await;
    let connection = first(&harness).await;
    assert_eq!(connection["attributes"].get("user"), None);
    assert_eq!(
        connection["relationships"]["user"]["data"]["id"],
        granted["userId"]
    );
}

#[tokio::test]
async fn the_external_id_appears_after_some_listings() {
    let (harness, granted) = quirky(json!({ "externalIdDelayReads": 2 })).await;
    let user = granted["userId"].as_str().unwrap();
    let asked = [
        ("filter[userId]", user),
        ("filter[user.externalId]", "ann-1"),
    ];
    let mut counts = Vec::new();
    for _ in 0..3 {
        counts.push(harness.listing(&asked).await["meta"]["totalCount"].clone());
    }
    assert_eq!(counts, [0, 0, 1]);
    assert_eq!(
        first(&harness).await["attributes"]["user"]["externalId"],
        "ann-1"
    );
}

#[tokio::test]
async fn an_unknown_user_is_an_empty_page_or_an_error() {
    let unknown = Some("6b8a2f0e-0000-4000-8000-000000000000");
    for (quirks, expected) in [
        (json!({}), 200),
        (json!({ "unknownUserStatus": 403 }), 403),
        (json!({ "unknownUserStatus": 404 }), 404),
    ] {
        let (harness, _) = quirky(quirks).await;
        let reply = harness.api_as(Method::GET, "/connections", unknown).await;
        assert_eq!(reply.status.as_u16(), expected);
        assert_eq!(
            harness.api(Method::GET, "/connections").await.status,
            StatusCode::OK
        );
    }
}

#[tokio::test]
async fn pages_of_fifty() {
    let (harness, _) = quirky(json!({ "longPages": true })).await;
    assert_eq!(harness.listing(&[]).await["meta"]["pageSize"], 50);
}

#[tokio::test]
async fn no_code_comes_back() {
    let (harness, _) = quirky(json!({ "withholdCode": true })).await;
    let walk = harness
        .logged_in("ann@example.com", &[("response_type", "code")])
        .await;
    assert_eq!(
        walk.allow(&["read_vin"]).await.returned().names(),
        ["user_id"]
    );
}

#[tokio::test]
async fn one_user_a_person() {
    let (harness, tesla) = quirky(json!({ "userPerPerson": true })).await;
    let order = json!({ "email": "ann@example.com", "make": "KIA", "vehicles": [
        { "model": "EV6", "year": 2024, "powertrainType": "BEV" },
    ] });
    harness.order("accounts", order).await;
    let kia = harness.grant("ann@example.com", None).await;
    assert_eq!(kia["userId"], tesla["userId"]);
    assert_eq!(
        first(&harness).await["attributes"]["vehicle"]["make"],
        "KIA"
    );
}

#[tokio::test]
async fn special_addresses_are_ordinary() {
    let (harness, _) = quirky(json!({ "plainSpecialAccounts": true })).await;
    harness.logged_in("smartcar@no-vehicles.com", &[]).await;
}

#[tokio::test]
async fn an_account_can_have_quirks_of_its_own() {
    let (harness, ann) = quirky(json!({})).await;
    let order = json!({ "account": "ann@example.com", "quirks": { "stringYear": true } });
    let told = harness.order("quirks", order).await.json();
    assert_eq!(told["accounts"]["ann@example.com"]["stringYear"], true);
    assert_eq!(told["general"]["stringYear"], false);
    let bob = harness.grant("bob@example.com", None).await;
    assert!(vehicle(&harness, &ann).await["data"]["attributes"]["year"].is_string());
    assert!(vehicle(&harness, &bob).await["data"]["attributes"]["year"].is_number());
}
