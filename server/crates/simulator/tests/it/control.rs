//! The control plane.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;

use crate::support::Harness;

#[tokio::test]
async fn health_is_well() {
    let reply = Harness::new().get("/_simulator/health").await;
    assert_eq!(
        (reply.status, reply.json()),
        (StatusCode::OK, json!({ "status": "ok" }))
    );
}

#[tokio::test]
async fn an_order_that_is_not_understood_is_refused_in_a_sentence() {
    let harness = Harness::new();
    for (path, order, words) in [
        (
            "clock",
            json!({ "advanceSeconds": 1, "back": true }),
            "unknown field `back`",
        ),
        (
            "clock",
            json!({ "advanceSeconds": u64::MAX }),
            "ten years ahead at most",
        ),
        (
            "accounts",
            json!({ "email": "ann", "vehicles": [] }),
            "is not an e-mail address",
        ),
        (
            "accounts",
            json!({ "email": "a@b", "make": "TRABANT", "vehicles": [] }),
            "no brand",
        ),
        (
            "grants",
            json!({ "email": "a@b", "mode": "dead" }),
            "unknown variant `dead`",
        ),
        (
            "grants",
            json!({ "email": "a@b", "mode": "live", "externalId": "é" }),
            "externalId",
        ),
        (
            "faults",
            json!({ "kind": "drop", "route": "nowhere" }),
            "route must be *",
        ),
        ("faults", json!({ "kind": { "html": 200 } }), "400 to 599"),
        (
            "faults",
            json!({ "kind": "drop", "times": 0 }),
            "at least 1",
        ),
        (
            "quirks",
            json!({ "quirks": { "unknownUserStatus": 500 } }),
            "403, 404 or null",
        ),
        (
            "quirks",
            json!({ "quirks": { "stringYears": true } }),
            "unknown field `stringYears`",
        ),
        (
            "application",
            json!({ "redirectUris": ["http://app.example/"] }),
            "must begin with",
        ),
    ] {
        let reply = harness.order(path, order).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{path}");
        let sentence = reply.json()["error"].as_str().unwrap().to_owned();
        assert!(sentence.contains(words), "{sentence}");
    }
}

#[tokio::test]
async fn an_account_holds_what_it_was_given_at_the_brands_of_its_cars() {
    let harness = Harness::new();
    let order = json!({ "email": "ann@example.com", "vehicles": [
        { "make": "TESLA", "model": "Roadster", "year": 2010, "powertrainType": "BEV", "vin": "5YJRE1A10A1000001" },
        { "make": "FORD", "model": "Model T", "year": 1980, "powertrainType": "ICE" },
    ] });
    let made = harness.order("accounts", order).await.json();
    assert_eq!(made["vehicles"][0]["vin"], "5YJRE1A10A1000001");
    let walk = harness.logged_in("ann@example.com", &[]).await;
    let page = walk.see("grant").await.text();
    assert!(page.contains("Tesla Roadster (2010)") && !page.contains("Model T"));

    harness
        .order(
            "accounts",
            json!({ "email": "ann@example.com", "vehicles": [] }),
        )
        .await;
    let walk = harness.begin(&[]).await;
    walk.choose_brand("TESLA").await;
    let returned = walk.log_in("ann@example.com").await.returned();
    assert_eq!(returned.get("error").as_deref(), Some("no_vehicles"));
}

#[tokio::test]
async fn the_clock_moves_on_for_tokens_and_stamps() {
    let harness = Harness::new();
    let token = harness.token().await;
    let moved = harness
        .order("clock", json!({ "advanceSeconds": 3600 }))
        .await
        .json();
    assert_eq!(
        moved,
        json!({ "now": "2026-11-23T13:00:00Z", "aheadSeconds": 3600 })
    );
    let request = Request::get("/v3/connections")
        .header("authorization", format!("Bearer {token}"))
        .body(Body::empty())
        .unwrap();
    assert_eq!(harness.send(request).await.status, StatusCode::UNAUTHORIZED);
    harness.grant("ann@example.com", None).await;
    let listed = harness.listing(&[]).await;
    assert_eq!(
        listed["data"][0]["meta"]["createdAt"],
        "2026-11-23T13:00:00.000Z"
    );
}

#[tokio::test]
async fn more_redirect_uris_can_be_registered() {
    let harness = Harness::new();
    let other = "https://app.example/exchange";
    assert_eq!(
        harness.authorize(&[("redirect_uri", other)]).await.status,
        StatusCode::BAD_REQUEST
    );
    let answer = harness
        .order("application", json!({ "redirectUris": [other] }))
        .await
        .json();
    assert_eq!(
        answer["redirectUris"],
        json!(["http://localhost:8000/exchange", other])
    );
    assert_eq!(
        harness.authorize(&[("redirect_uri", other)]).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn reset_puts_everything_back() {
    let harness = Harness::new();
    let token = harness.token().await;
    harness.grant("ann@example.com", None).await;
    harness
        .order("quirks", json!({ "quirks": { "stringYear": true } }))
        .await;
    harness.order("faults", json!({ "kind": "empty" })).await;
    harness
        .order("clock", json!({ "advanceSeconds": 60 }))
        .await;
    harness
        .order(
            "application",
            json!({ "redirectUris": ["https://app.example/"] }),
        )
        .await;
    let walk = harness.begin(&[]).await;
    assert_eq!(
        harness.order("reset", json!({})).await.status,
        StatusCode::NO_CONTENT
    );

    assert_eq!(walk.see("country").await.status, StatusCode::NOT_FOUND);
    let request =
        Request::get("/v3/connections").header("authorization", format!("Bearer {token}"));
    let reply = harness.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(reply.status, StatusCode::UNAUTHORIZED);
    assert_eq!(harness.listing(&[]).await["meta"]["totalCount"], 0);
    assert_eq!(
        harness.get("/_simulator/faults").await.json(),
        json!({ "faults": [] })
    );
    assert_eq!(
        harness.get("/_simulator/clock").await.json()["aheadSeconds"],
        0
    );
    assert_eq!(
        harness.get("/_simulator/quirks").await.json()["general"]["stringYear"],
        false
    );
    let uris = harness.get("/_simulator/application").await.json()["redirectUris"].clone();
    assert_eq!(uris.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_grant_for_an_account_without_cars_is_refused() {
    let harness = Harness::new();
    let order = json!({ "email": "smartcar@no-vehicles.com", "mode": "simulated" });
    let reply = harness.order("grants", order).await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST);
    assert_eq!(
        reply.json()["error"],
        "smartcar@no-vehicles.com has no vehicle at Tesla."
    );
}
