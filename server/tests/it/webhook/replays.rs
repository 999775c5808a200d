//! A delivery that is sent again, byte for byte and with its signature, which stays valid for ever.

use serde_json::{Value, json};
use time::Duration;

use super::{Scene, TOKEN, sign};

/// Sends what was sent before.
async fn replay(scene: &mut Scene, (body, signature): &(String, String)) {
    scene
        .send(body.clone(), &[signature])
        .await
        .assert_status(200);
    scene.settled().await;
}

fn signed(event: &Value) -> (String, String) {
    let body = event.to_string();
    let signature = sign(TOKEN, body.as_bytes());
    (body, signature)
}

#[tokio::test]
async fn last_weeks_changes_nothing_whether_it_is_remembered_or_not() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let unlocked = signed(&scene.event("unlocked", &scene.locked(false, 0)));
    replay(&mut scene, &unlocked).await;
    let mut asleep = scene.event("asleep", &json!([]));
    asleep["data"]["errors"] = json!([{"type": "VEHICLE_STATE", "code": "ASLEEP"}]);
    let asleep = signed(&asleep);
    replay(&mut scene, &asleep).await;
    assert_eq!(scene.stored().await, (json!(false), json!("VEHICLE_STATE")));

    scene.carport.clock.advance(Duration::MINUTE);
    let locked = scene.event("locked", &scene.locked(true, 0));
    scene.deliver(&locked).await;
    let now = (json!(true), Value::Null);
    assert_eq!(scene.stored().await, now);

    scene.carport.clock.advance(Duration::WEEK);
    for old in [&unlocked, &asleep] {
        replay(&mut scene, old).await;
        assert_eq!(scene.stored().await, now);
    }
    // Nobody remembers these ids any more: their times are as old as ever.
    let clock = server::clock::Clock::now(&*scene.carport.clock);
    let store = scene.carport.state.store.clone();
    assert_eq!(store.forget_deliveries(clock).await.unwrap(), 3);
    for old in [&unlocked, &asleep] {
        replay(&mut scene, old).await;
        assert_eq!(scene.stored().await, now);
    }
    assert_eq!(scene.waiting().await, 0);
}

#[tokio::test]
async fn at_once_and_many_times_it_is_one() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let event = signed(&scene.event("event", &scene.locked(false, 0)));
    for _ in 0..10 {
        replay(&mut scene, &event).await;
    }
    let clock = server::clock::Clock::now(&*scene.carport.clock);
    let after = clock + Duration::SECOND;
    let store = scene.carport.state.store.clone();
    assert_eq!(store.forget_deliveries(after).await.unwrap(), 1);
}
