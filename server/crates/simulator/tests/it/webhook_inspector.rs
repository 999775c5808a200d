//! Webhooks on the inspector's pages.

use axum::http::StatusCode;
use serde_json::json;

use crate::support::{Harness, LOCKED, Plan, Receiver};

const SECTION: &str = "/inspector/webhooks";

#[tokio::test]
async fn a_webhook_is_added_verified_and_shown() {
    let harness = Harness::new();
    let mut receiver = Receiver::start().await;
    assert!(
        harness
            .get(SECTION)
            .await
            .text()
            .contains("There is no webhook.")
    );
    let callback = receiver.url("/hook");
    let fields = [
        ("name", "Garage & <home>"),
        ("callbackUri", callback.as_str()),
        ("errorCallbackUri", ""),
        ("subscribe", "automatically"),
        (
            "signals",
            "closure-islocked\r\nodometer-traveleddistance\r\n",
        ),
        ("triggers", "closure-islocked"),
    ];
    let added = harness.form(SECTION, &fields).await;
    let path = added.location().to_owned();
    receiver.next().await;
    harness.deliveries("state=delivered&await=1").await;
    let page = harness.get(&path).await;
    assert_eq!(page.status, StatusCode::OK);
    let page = page.text();
    for words in [
        "Garage &amp; &lt;home&gt;",
        &callback,
        "verified",
        "2 delivered",
        "answered 200",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("<script") && !page.contains("style="));
    let list = harness.get(SECTION).await.text();
    assert!(list.contains(&path));
}

#[tokio::test]
async fn its_buttons_do_what_they_say() {
    let harness = Harness::new();
    let mut told = harness.told(json!({})).await;
    let path = format!("{SECTION}/{}", told.webhook);
    let act = format!("{path}/act");
    let press = async |fields: &[(&str, &str)]| {
        let reply = harness.form(&act, fields).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    };
    press(&[("action", "test")]).await;
    assert_eq!(told.receiver.next().await.event["meta"]["mode"], "TEST");
    press(&[("action", "verify")]).await;
    assert_eq!(told.receiver.next().await.event["eventType"], "VERIFY");

    let vehicle = told.car.vehicle.clone();
    press(&[("action", "plan"), ("mishap", "lost"), ("vehicle", "")]).await;
    assert!(
        harness
            .get(&path)
            .await
            .text()
            .contains("Planned: 1 × lost.")
    );
    press(&[
        ("action", "forgetPlans"),
        ("mishap", "none"),
        ("vehicle", ""),
    ])
    .await;
    assert!(
        harness
            .get(&path)
            .await
            .text()
            .contains("Nothing is planned.")
    );
    told.receiver.plan(&[Plan::Status(401)]);
    press(&[
        ("action", "deliver"),
        ("mishap", "other"),
        ("vehicle", &vehicle),
    ])
    .await;
    let forged = told.receiver.next().await;
    assert!(!forged.is_signed());
    let id = told.in_state(&forged, "failed").await["id"].clone();
    let page = harness.get(&path).await.text();
    assert!(page.contains("forged: otherKey") && page.contains("answered 401"));

    let repeat = format!("/inspector/deliveries/{}/repeat", id.as_str().unwrap());
    let repeated = harness.form(&repeat, &[("back", &path)]).await;
    assert_eq!(repeated.location(), path);
    assert_eq!(told.receiver.next().await.body, forged.body);
    // Nobody is sent elsewhere.
    let elsewhere = harness
        .form(&repeat, &[("back", "https://evil.example/")])
        .await;
    assert_eq!(elsewhere.location(), SECTION);

    press(&[("action", "disable")]).await;
    assert!(harness.get(&path).await.text().contains("disabled"));
    press(&[("action", "enable")]).await;
    press(&[("action", "remove")]).await;
    assert_eq!(harness.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn it_is_changed_and_vehicles_are_unsubscribed() {
    let harness = Harness::new();
    let told = harness.told(json!({})).await;
    let path = format!("{SECTION}/{}", told.webhook);
    let page = harness.get(&path).await.text();
    assert!(page.contains("Tesla Model 3") && page.contains("ann@example.com"));
    let callback = told.receiver.url("/hook");
    let mut fields = vec![
        ("name", "Other"),
        ("callbackUri", callback.as_str()),
        ("errorCallbackUri", ""),
        ("subscribe", "byRequest"),
        ("signals", LOCKED),
        ("triggers", ""),
    ];
    assert_eq!(harness.form(&path, &fields).await.location(), path);
    assert!(
        harness
            .get(&path)
            .await
            .text()
            .contains("1 delivered, 0 triggers")
    );
    fields[1].1 = "http://example.com/";
    let refused = harness.form(&path, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("leads to this machine"));

    let all = harness.get("/_simulator/subscriptions").await.json();
    let id = all["subscriptions"][0]["id"].as_str().unwrap().to_owned();
    let act = format!("{path}/act");
    let fields = [("action", "unsubscribe"), ("subscription", id.as_str())];
    assert_eq!(harness.form(&act, &fields).await.location(), path);
    assert!(
        harness
            .get(&path)
            .await
            .text()
            .contains("No vehicle is subscribed.")
    );
    for fields in [
        &fields[..],
        &[("action", "explode")],
        &[],
        &[("action", "deliver")],
    ] {
        let refused = harness.form(&act, fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}
