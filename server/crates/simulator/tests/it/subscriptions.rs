//! The management API: webhooks and subscriptions (reference 8).

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};

use crate::support::{Harness, Receiver, Reply, encoded};

/// A webhook whose vehicles the application subscribes by itself.
async fn by_request(harness: &Harness, receiver: &mut Receiver) -> String {
    let order = json!({ "callbackUri": receiver.url("/"), "subscribe": "byRequest" });
    let webhook = harness.webhook(order).await;
    receiver.next().await;
    // The clock must not move on while it is under way.
    harness
        .deliveries("type=VERIFY&state=delivered&await=1")
        .await;
    webhook
}

async fn subscribe(harness: &Harness, attributes: Value) -> Reply {
    let body = json!({ "data": { "attributes": attributes } });
    post(harness, "application/json", &body.to_string()).await
}

async fn post(harness: &Harness, content_type: &str, body: &str) -> Reply {
    let token = harness.token().await;
    let request = Request::post("/v3/subscriptions")
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, content_type)
        .body(Body::from(body.to_owned()))
        .unwrap();
    harness.send(request).await
}

#[tokio::test]
async fn a_vehicle_is_subscribed_once_told_and_unsubscribed() {
    let harness = Harness::new();
    let mut receiver = Receiver::start().await;
    let webhook = by_request(&harness, &mut receiver).await;
    let car = harness.tesla().await;
    harness.pass(60).await;
    assert!(receiver.has_nothing());

    let attributes = json!({ "webhookId": webhook, "userId": car.user, "vehicleId": car.vehicle });
    let made = subscribe(&harness, attributes.clone()).await;
    assert_eq!(made.status, StatusCode::ACCEPTED);
    assert_eq!(made.json()["data"]["attributes"], attributes);
    let again = subscribe(&harness, attributes.clone()).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert_eq!(again.json()["errors"][0]["status"], "409");
    harness.pass(2).await;
    assert_eq!(receiver.next().await.reasons(), ["FIRST_DELIVERY"]);

    let id = made.json()["data"]["id"].as_str().unwrap().to_owned();
    let path = format!("/subscriptions/{id}");
    let read = harness.api(Method::GET, &path).await.json();
    assert_eq!(read["data"], made.json()["data"]);
    assert_eq!(
        harness.api(Method::DELETE, &path).await.status,
        StatusCode::NO_CONTENT
    );
    for method in [Method::GET, Method::DELETE] {
        let gone = harness.api(method, &path).await;
        assert_eq!(
            gone.error(),
            (404, "RESOURCE_NOT_FOUND".to_owned(), "PATH".to_owned())
        );
    }
    car.change(json!({ "locked": false })).await;
    harness.pass(60).await;
    assert!(receiver.has_nothing());

    // Once more, it begins anew.
    subscribe(&harness, attributes).await;
    harness.pass(2).await;
    assert_eq!(receiver.next().await.reasons(), ["FIRST_DELIVERY"]);
}

#[tokio::test]
async fn what_cannot_be_subscribed_is_refused() {
    let harness = Harness::new();
    let mut receiver = Receiver::start().await;
    let webhook = by_request(&harness, &mut receiver).await;
    let car = harness.tesla().await;
    let nobody = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    for (webhook, user, vehicle, status) in [
        (nobody, car.user.as_str(), car.vehicle.as_str(), 404),
        (&webhook, nobody, &car.vehicle, 404),
        (&webhook, &car.user, nobody, 404),
        ("webhook", &car.user, &car.vehicle, 400),
        (&webhook, "", &car.vehicle, 400),
        (&webhook, &car.user, "../..", 400),
    ] {
        let attributes = json!({ "webhookId": webhook, "userId": user, "vehicleId": vehicle });
        assert_eq!(subscribe(&harness, attributes).await.error().0, status);
    }
    for body in [
        "",
        "{",
        "[]",
        "null",
        "{\"data\":{}}",
        "{\"data\":{\"attributes\":{}}}",
    ] {
        let reply = post(&harness, "application/json", body).await;
        let invalid = (
            400,
            "VALIDATION".to_owned(),
            "INVALID_INPUT_FORMAT".to_owned(),
        );
        assert_eq!(reply.error(), invalid, "{body}");
    }
    assert_eq!(post(&harness, "text/plain", "{}").await.error().0, 400);
    let huge = format!("{{\"data\":\"{}\"}}", "x".repeat(3_000_000));
    assert_eq!(
        post(&harness, "application/json", &huge).await.error().0,
        400
    );
    assert_eq!(
        harness.api(Method::GET, "/subscriptions/1").await.error().0,
        400
    );
    assert_eq!(
        harness.get("/v3/subscriptions").await.status,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(
        harness.get("/v3/webhooks").await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn subscriptions_are_listed_by_pages_and_filters() {
    let harness = Harness::new();
    let mut receiver = Receiver::start().await;
    harness
        .webhook(json!({ "callbackUri": receiver.url("/") }))
        .await;
    receiver.next().await;
    let granted = harness.grant("27-vehicles@smartcar.com", None).await;
    let car = harness.tesla().await;
    let list = async |filters: &[(&str, &str)]| {
        let path = format!("/subscriptions?{}", encoded(filters));
        harness.api(Method::GET, &path).await.json()
    };
    let all = list(&[]).await;
    assert_eq!(all["data"].as_array().unwrap().len(), 25);
    assert_eq!(all["meta"]["totalCount"], 28);
    assert_eq!(all["meta"]["pageSize"], 25);
    let rest = list(&[("page[number]", "2")]).await;
    assert_eq!(rest["data"].as_array().unwrap().len(), 3);
    assert_eq!(rest["links"]["next"], Value::Null);
    let user = granted["userId"].as_str().unwrap();
    for (name, value, count) in [
        ("filter[userId]", user, 27),
        ("filter[vehicleId]", &car.vehicle, 1),
        ("filter[webhookId]", user, 0),
        ("filter[vehicle.mode]", "simulated", 28),
        ("filter[vehicle.mode]", "live", 0),
    ] {
        let found = list(&[(name, value)]).await;
        assert_eq!(found["meta"]["totalCount"], count, "{name}");
        let link = found["links"]["self"].as_str().unwrap();
        assert!(link.contains(&encoded(&[(name, value)])), "{link}");
    }
    for wrong in [
        "page[size]=101",
        "page[size]=0",
        "filter[userId]=x",
        "filter[vehicle.mode]=x",
        "filter[mode]=live",
        "page[size]=1&page[size]=2",
    ] {
        let reply = harness
            .api(Method::GET, &format!("/subscriptions?{wrong}"))
            .await;
        assert_eq!(reply.error().0, 400, "{wrong}");
    }
}

#[tokio::test]
async fn webhooks_are_read_and_not_made_there() {
    let harness = Harness::new();
    let receiver = Receiver::start().await;
    let order = json!({
        "name": "Garage", "callbackUri": receiver.url("/hook"), "signals": ["closure-islocked"],
        "triggers": ["closure-islocked"], "isEnabled": false,
    });
    let id = harness.webhook(order).await;
    let list = harness.api(Method::GET, "/webhooks").await.json();
    assert_eq!(list["meta"]["totalCount"], 1);
    let one = harness
        .api(Method::GET, &format!("/webhooks/{id}"))
        .await
        .json();
    assert_eq!(one["data"], list["data"][0]);
    let attributes = &one["data"]["attributes"];
    assert_eq!(attributes["callbackUri"], receiver.url("/hook"));
    assert_eq!(attributes["isEnabled"], false);
    let named = json!({ "code": "closure-islocked", "name": "IsLocked", "group": "Closure" });
    assert_eq!(attributes["signals"], json!([named]));
    assert_eq!(
        attributes["triggers"],
        json!([{ "type": "SIGNAL_UPDATED", "signal": named }])
    );
    let missing = "/webhooks/3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    assert_eq!(harness.api(Method::GET, missing).await.error().0, 404);
    assert_eq!(harness.api(Method::POST, "/webhooks").await.error().0, 405);
    assert_eq!(
        harness.api(Method::GET, "/webhooks?x=1").await.error().0,
        400
    );
}

#[tokio::test]
async fn each_new_vehicle_is_subscribed_and_an_old_one_is_not_again() {
    let harness = Harness::new();
    let told = harness.told(json!({})).await;
    let all = harness.get("/_simulator/subscriptions").await.json();
    let id = all["subscriptions"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("subscriptions/{id}");
    harness.control(Method::DELETE, &path, json!({})).await;
    // Consent anew is no new connection.
    harness.grant("ann@example.com", None).await;
    let count = async || {
        let all = harness.get("/_simulator/subscriptions").await.json();
        all["subscriptions"].as_array().unwrap().len()
    };
    assert_eq!(count().await, 0);
    let order = json!({
        "webhookId": told.webhook, "userId": told.car.user, "vehicleId": told.car.vehicle,
    });
    let made = harness.order("subscriptions", order.clone()).await;
    assert_eq!(made.status, StatusCode::CREATED);
    assert_eq!(
        harness.order("subscriptions", order).await.status,
        StatusCode::CONFLICT
    );
    // It ends with its connection.
    let user = format!("/users/{}", told.car.user);
    assert_eq!(
        harness.api(Method::DELETE, &user).await.status,
        StatusCode::NO_CONTENT
    );
    assert_eq!(count().await, 0);
}

#[tokio::test]
async fn simulated_vehicles_may_be_refused() {
    let harness = Harness::with(|settings| settings.quirks.refuse_simulated_subscriptions = true);
    let mut receiver = Receiver::start().await;
    let webhook = harness
        .webhook(json!({ "callbackUri": receiver.url("/") }))
        .await;
    receiver.next().await;
    let car = harness.tesla().await;
    let attributes = json!({ "webhookId": webhook, "userId": car.user, "vehicleId": car.vehicle });
    assert_eq!(subscribe(&harness, attributes).await.error().0, 400);
    let live = json!({ "email": "bob@example.com", "mode": "live" });
    assert_eq!(
        harness.order("grants", live).await.status,
        StatusCode::CREATED
    );
    harness.pass(2).await;
    assert_eq!(receiver.next().await.event["meta"]["mode"], "LIVE");
}
