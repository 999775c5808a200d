//! Signed events that no car would have sent: each is worked on, spoils nothing beside it, and does not
//! come again and again because a database cannot hold it.

use serde_json::{Value, json};
use time::Duration;

use super::{LOCKED, Scene, TOKEN, sign};

/// Delivers signals beside a good one, in an event by itself.
async fn beside_a_good_one(scene: &mut Scene, id: &str, mut signals: Vec<Value>) {
    scene.carport.clock.advance(Duration::MINUTE);
    let was_locked = scene.stored().await.0 == json!(true);
    let good = scene.locked(!was_locked, 0);
    signals.push(good[0].clone());
    let event = scene.event(id, &Value::Array(signals));
    scene.deliver(&event).await;
    assert_eq!(scene.stored().await.0, json!(!was_locked), "{id}");
    assert_eq!(scene.waiting().await, 0, "{id}");
}

async fn odd_codes_and_times(mut scene: Scene) {
    // Such as cannot be made shorter: PostgreSQL tries.
    let long: String = (0_u16..600)
        .map(|part| sign(TOKEN, &part.to_be_bytes()))
        .collect();
    for (number, code) in ["\0", "a\0b", &long, "\u{202e}", "'; --", "a\r\nb", ""]
        .iter()
        .enumerate()
    {
        let odd = json!({"code": code, "body": {"value": 1}});
        beside_a_good_one(&mut scene, &format!("code-{number}"), vec![odd]).await;
    }
    for (number, time) in [
        json!(-1),
        json!(-300_000_000_000_000_i64),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(f64::MAX),
        json!("NaN"),
        json!("-9999-01-01T00:00:00Z"),
        json!("0000-01-01T00:00:00+23:59"),
        json!("9999-12-31T23:59:59-23:59"),
        json!("2016-12-31T23:59:60Z"),
    ]
    .into_iter()
    .enumerate()
    {
        let odd = json!({
            "code": "odometer-traveleddistance", "body": {"value": 1, "unit": "km"},
            "meta": {"oemUpdatedAt": time, "retrievedAt": time, "ingestedAt": time},
        });
        beside_a_good_one(&mut scene, &format!("time-{number}"), vec![odd]).await;
        let address = format!("/vehicle/{}", scene.grant.vehicles[0]);
        scene.browser.get(&address).await.assert_status(200);
    }
}

#[tokio::test]
async fn odd_codes_and_times_keep_no_other_signal_away() {
    odd_codes_and_times(Scene::start().await).await;
}

#[tokio::test]
async fn odd_codes_and_times_keep_no_other_signal_away_from_postgres() {
    odd_codes_and_times(Scene::start_on_postgres().await).await;
}

#[tokio::test]
async fn a_great_many_signals_and_errors_are_taken_in() {
    let mut scene = Scene::start().await;
    let same = vec![json!({"code": "odometer-traveleddistance"}); 1_000];
    beside_a_good_one(&mut scene, "same", same).await;
    let others = (0..1_000).map(|number| json!({"code": format!("signal-{number}")}));
    beside_a_good_one(&mut scene, "others", others.collect()).await;
    let none = vec![json!(0); 30_000];
    beside_a_good_one(&mut scene, "none", none).await;

    // A thousand signals are stored now. As many errors are of all of them: each begins and ends.
    for (id, state) in [("begin", "ERROR"), ("end", "RESOLVED")] {
        scene.carport.clock.advance(Duration::MINUTE);
        let mut event = scene.event(id, &json!([]));
        let error = json!({"type": "VEHICLE_STATE", "state": state});
        event["data"]["errors"] = Value::Array(vec![error; 1_000]);
        scene.deliver(&event).await;
        let trouble = scene.stored().await.1;
        assert_eq!(trouble.is_null(), state == "RESOLVED", "{trouble}");
    }
    assert_eq!(scene.waiting().await, 0);
}

#[tokio::test]
async fn a_car_that_has_moved_on_is_its_new_owners() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let car = smartcar::VehicleId::new(scene.grant.vehicles[0].as_str());
    let store = scene.carport.state.store.clone();
    crate::storage_story::admit(&store, "another", "new-owner", &[car.as_str()]).await;
    let new_owner = smartcar::UserId::new("new-owner");
    let known_of = async |owner: &smartcar::UserId| {
        let signals = store.signals(owner, &car).await.unwrap();
        let locked = signals.into_iter().find(|signal| signal.code == LOCKED);
        locked.map(|signal| signal.good.unwrap().json)
    };

    // While both have it, each hears of it what is said to them.
    let event = scene.event("to-the-old", &scene.locked(false, 0));
    scene.deliver(&event).await;
    assert_eq!(scene.stored().await.0, json!(false));
    assert_eq!(known_of(&new_owner).await, None);

    let old_owner = smartcar::UserId::new(scene.grant.user.as_str());
    store.remove_vehicle(&old_owner, &car).await.unwrap();
    scene.carport.clock.advance(Duration::MINUTE);
    let event = scene.event("late", &scene.locked(true, 0));
    scene.deliver(&event).await;
    assert_eq!(known_of(&old_owner).await, None);
    assert_eq!(known_of(&new_owner).await, None);

    let mut event = scene.event("to-the-new", &scene.locked(true, 0));
    event["data"]["user"]["id"] = json!("new-owner");
    scene.deliver(&event).await;
    assert_eq!(known_of(&old_owner).await, None);
    let known: Value = serde_json::from_str(&known_of(&new_owner).await.unwrap()).unwrap();
    assert_eq!(known["body"]["value"], json!(true));
}

#[tokio::test]
async fn a_challenge_in_the_shape_of_a_list_is_none() {
    let mut scene = Scene::start().await;
    for body in [
        json!(["VERIFY", {"challenge": "a"}, null, null]),
        json!({"eventType": "VERIFY", "data": ["a"]}),
        json!([null, "VEHICLE_STATE", null, null, null, null, null]),
    ] {
        let body = body.to_string();
        scene.send(body.clone(), &[]).await.assert_status(401);
        let signature = sign(TOKEN, body.as_bytes());
        scene.send(body, &[&signature]).await.assert_status(400);
    }
}
