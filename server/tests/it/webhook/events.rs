//! What is delivered is what the page says, once and in its order.

use axum::http::StatusCode;
use serde_json::{Value, json};
use time::Duration;

use super::{LOCKED, Scene, TOKEN, sign};
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
async fn a_time_of_the_future_keeps_nothing_away() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let century = 100 * 365 * 86_400;
    let event = scene.event("2100", &scene.locked(false, century));
    scene.deliver(&event).await;
    assert_eq!(scene.stored().await.0, json!(false));
    scene.carport.clock.advance(Duration::MINUTE);
    let event = scene.event("now", &scene.locked(true, 0));
    scene.deliver(&event).await;
    assert_eq!(scene.stored().await.0, json!(true));
}

#[tokio::test]
async fn a_time_in_1970_or_in_seconds_or_as_text_is_a_time() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let value_at = |scene: &Scene, at: Value| {
        let mut signals = scene.locked(false, 0);
        signals[0]["meta"] = json!({"oemUpdatedAt": at});
        scene.event(&format!("at-{}", at.to_string().len()), &signals)
    };
    // Long ago: what is there is newer.
    let event = value_at(&scene, json!(86_400_000));
    scene.deliver(&event).await;
    assert_eq!(scene.stored().await.0, json!(true));
    let seconds = scene.milliseconds(0) / 1000;
    let event = value_at(&scene, json!(seconds.to_string()));
    scene.deliver(&event).await;
    assert_eq!(scene.stored().await.0, json!(false));
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
async fn an_error_begins_and_ends_and_the_last_value_stays() {
    let mut scene = Scene::start().await;
    let asleep = |scene: &Scene, state: &str, code: &str, signals: Value| {
        scene.carport.clock.advance(Duration::MINUTE);
        let mut event = scene.event(
            &format!("{state}-{code}-{}", scene.milliseconds(0)),
            &json!([]),
        );
        event["eventType"] = json!("VEHICLE_ERROR");
        event["data"]["errors"] = json!([
            {"type": "VEHICLE_STATE", "code": code, "state": state, "signals": signals},
        ]);
        event
    };
    let named = json!(["Closure.IsLocked"]);
    for (state, code, signals, trouble) in [
        ("ERROR", "ASLEEP", named.clone(), json!("VEHICLE_STATE")),
        (
            "RESOLVED",
            "IN_MOTION",
            named.clone(),
            json!("VEHICLE_STATE"),
        ),
        (
            "RESOLVED",
            "ASLEEP",
            json!([{"code": "odometer-traveleddistance"}]),
            json!("VEHICLE_STATE"),
        ),
        ("RESOLVED", "ASLEEP", json!([{"code": LOCKED}]), Value::Null),
        ("ERROR", "ASLEEP", Value::Null, json!("VEHICLE_STATE")),
        ("RESOLVED", "ASLEEP", Value::Null, Value::Null),
    ] {
        let event = asleep(&scene, state, code, signals);
        scene.deliver(&event).await;
        assert_eq!(scene.stored().await, (json!(true), trouble), "{event}");
    }
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
async fn what_an_ended_carport_has_kept_is_worked_on_by_the_next() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let body = scene.event("kept", &scene.locked(false, 0)).to_string();
    let store = &scene.carport.state.store;
    let kept = server::storage::Delivery {
        event_id: "kept".to_owned(),
        body,
        received_at: server::clock::Clock::now(&*scene.carport.clock),
    };
    assert_eq!(store.add_deliveries(&[kept]).await.unwrap(), 1);
    assert_eq!(scene.stored().await.0, json!(true));
    // Any other delivery takes it along.
    let other = scene.event("other", &json!([]));
    scene.deliver(&other).await;
    assert_eq!(scene.stored().await.0, json!(false));
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
