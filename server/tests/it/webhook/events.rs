//! What is delivered is what the page says, once and in its order.

use axum::http::StatusCode;
use serde_json::{Value, json};
use time::Duration;

use super::{Scene, TOKEN, sign};
use crate::support::TestCarport;

#[tokio::test]
async fn what_is_delivered_is_on_the_page_without_a_request() {
    let mut scene = Scene::start().await;
    let address = format!("/vehicle/{}", scene.grant.vehicles[0]);
    for (id, is_locked, words) in [("e-1", false, "unlocked"), ("e-2", true, "locked")] {
        scene.carport.clock.advance(Duration::MINUTE);
        let event = scene.event(id, &scene.locked(is_locked, 0));
        scene.deliver(&event).await;
        let page = scene.browser.get(&address).await;
        page.assert_shows(&format!(", {words},"));
    }
    assert_eq!(scene.carport.smartcar.requests().await, [""; 0]);
    assert_eq!(scene.waiting().await, 0);
}

#[tokio::test]
async fn an_event_is_taken_in_once_and_an_older_value_never_replaces_a_newer_one() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let newer = scene.event("newer", &scene.locked(false, 0));
    let older = scene.event("older", &scene.locked(true, -10));
    scene.deliver(&newer).await;
    scene.deliver(&older).await;
    assert_eq!(scene.stored().await.0, json!(false));
    // The same id again: not even a newer value in it is looked at.
    scene.carport.clock.advance(Duration::MINUTE);
    let forged = scene.event("newer", &scene.locked(true, 0));
    scene.deliver(&forged).await;
    assert_eq!(scene.stored().await.0, json!(false));
}

#[tokio::test]
async fn an_event_without_an_id_is_known_by_its_body() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    for id in [json!(null), json!(""), json!("a".repeat(200)), json!("\0")] {
        let mut event = scene.event("", &scene.locked(false, 0));
        event["eventId"] = id;
        scene.deliver(&event).await;
    }
    assert_eq!(scene.stored().await.0, json!(false));
    assert_eq!(scene.waiting().await, 0);
}

#[tokio::test]
async fn an_event_of_another_owner_or_of_an_unknown_vehicle_changes_nothing() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let signals = scene.locked(false, 0);
    for (id, user, vehicle) in [
        ("moved", json!("somebody-else"), None),
        ("gone", json!(scene.grant.user), Some("no-such-vehicle")),
        ("nobody", Value::Null, None),
        ("hostile", json!("\0"), Some("../\0")),
    ] {
        let mut event = scene.event(id, &signals);
        event["data"]["user"]["id"] = user;
        if let Some(vehicle) = vehicle {
            event["data"]["vehicle"]["id"] = json!(vehicle);
        }
        scene.deliver(&event).await;
        assert_eq!(scene.stored().await.0, json!(true), "{id}");
    }
    assert_eq!(scene.waiting().await, 0);
}

#[tokio::test]
async fn a_sample_of_the_dashboard_is_answered_and_not_kept() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let mut event = scene.event("sample", &scene.locked(false, 0));
    event["meta"]["mode"] = json!("TEST");
    scene.deliver(&event).await;
    assert_eq!(scene.stored().await.0, json!(true));
    // Its id was not taken.
    let event = scene.event("sample", &scene.locked(false, 0));
    scene.deliver(&event).await;
    assert_eq!(scene.stored().await.0, json!(false));
}

#[tokio::test]
async fn the_command_that_an_event_shows_is_done() {
    let mut scene = Scene::start().await;
    let vehicle = scene.grant.vehicles[0].clone();
    let unseen = json!({"seen": {"afterSeconds": 1_000_000}});
    scene.carport.smartcar.set_vehicle(&vehicle, unseen).await;
    let address = format!("/vehicle/{vehicle}");
    let key = format!("{}.{:0>43}", scene.milliseconds(0) / 1000, 1);
    let fields = [
        ("key", key.as_str()),
        ("command", "unlock"),
        ("confirmed", "yes"),
    ];
    let page = scene.browser.submit(&address, &fields).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    scene.settled().await;
    let says_so = "Unlocked: the car says so.";
    scene.browser.get(&address).await.assert_hides(says_so);

    scene.carport.clock.advance(Duration::SECOND);
    let event = scene.event("unlocked", &scene.locked(false, 0));
    scene.deliver(&event).await;
    scene.browser.get(&address).await.assert_shows(says_so);
}

#[tokio::test]
async fn without_a_token_nothing_is_taken() {
    for flags in [&[][..], &["--smartcar-management-token= "][..]] {
        let carport = TestCarport::start_with(flags).await;
        let mut browser = carport.browser();
        let body = json!({"eventType": "VERIFY", "data": {"challenge": "a"}}).to_string();
        let request = axum::http::Request::post(server::webhook::ADDRESS)
            .header("SC-Signature", sign("", body.as_bytes()))
            .body(body.into())
            .unwrap();
        let page = browser.send(request).await;
        page.assert_status(503);
    }
    assert_ne!(sign("", b"a"), sign(TOKEN, b"a"));
}
