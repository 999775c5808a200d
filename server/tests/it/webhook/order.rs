//! Of two values the newer holds, however wrong a clock is.

use serde_json::{Value, json};
use time::Duration;

use super::Scene;

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
async fn of_two_values_that_are_as_old_that_of_the_later_event_holds() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let mut later = scene.event("later", &scene.locked(false, -30));
    later["meta"]["sequence"] = json!(scene.milliseconds(-5));
    let mut earlier = scene.event("earlier", &scene.locked(true, -30));
    earlier["meta"]["sequence"] = json!(scene.milliseconds(-10).to_string());
    scene.deliver(&later).await;
    // Delivered once more, after the other: not its sequence, but its time of delivery has changed.
    scene.carport.clock.advance(Duration::seconds(25));
    earlier["meta"]["deliveredAt"] = json!(scene.milliseconds(0));
    scene.deliver(&earlier).await;
    assert_eq!(scene.stored().await.0, json!(false));
}

#[tokio::test]
async fn a_sequence_that_is_no_time_is_none() {
    for sequence in [
        json!(7),
        json!(-1),
        json!(i64::MAX),
        json!("many"),
        json!([]),
    ] {
        let mut scene = Scene::start().await;
        scene.carport.clock.advance(Duration::MINUTE);
        let mut event = scene.event("event", &scene.locked(false, 0));
        event["meta"]["sequence"] = sequence.clone();
        event["data"]["signals"][0]["meta"] = Value::Null;
        scene.deliver(&event).await;
        assert_eq!(scene.stored().await.0, json!(false), "{sequence}");
    }
}

#[tokio::test]
async fn a_replay_of_last_week_changes_nothing() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let event = scene.event("recorded", &scene.locked(false, 0));
    let mut unseen = scene.event("unseen", &scene.locked(false, 0));
    unseen["data"]["errors"] = json!([{"type": "VEHICLE_STATE", "state": "ERROR"}]);
    scene.deliver(&event).await;
    scene.carport.clock.advance(Duration::WEEK);
    let newer = scene.event("newer", &scene.locked(true, 0));
    scene.deliver(&newer).await;
    // One that Carport has taken in, and one that was kept from it.
    scene.deliver(&event).await;
    scene.deliver(&unseen).await;
    assert_eq!(scene.stored().await, (json!(true), Value::Null));
}

#[tokio::test]
async fn no_time_is_too_early_or_too_late_for_a_database() {
    for mut scene in [Scene::start().await, Scene::start_on_postgres().await] {
        scene.carport.clock.advance(Duration::MINUTE);
        for (number, at) in [
            json!(-300_000_000_000_000_i64),
            json!(253_402_300_799_999_i64),
            json!(i64::MIN),
            json!(1e300),
            json!("-000001-01-01T00:00:00Z"),
        ]
        .into_iter()
        .enumerate()
        {
            scene.carport.clock.advance(Duration::MINUTE);
            let is_locked = number % 2 == 1;
            let mut event = scene.event(&format!("at-{number}"), &scene.locked(is_locked, 0));
            event["data"]["signals"][0]["meta"] = json!({"oemUpdatedAt": at, "retrievedAt": at});
            event["meta"]["deliveredAt"] = at;
            scene.deliver(&event).await;
            assert_eq!(scene.waiting().await, 0, "{event}");
        }
        scene.carport.clock.advance(Duration::MINUTE);
        let now = scene.event("now", &scene.locked(false, 0));
        scene.deliver(&now).await;
        assert_eq!(scene.stored().await.0, json!(false));
    }
}

#[tokio::test]
async fn numbers_as_texts_and_texts_as_numbers_are_read() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let mut event = scene.event("texts", &scene.locked(false, 0));
    let at = scene.milliseconds(0).to_string();
    event["meta"] = json!({
        "mode": 7, "version": 4.0, "deliveredAt": at, "sequence": at, "signalCount": "1",
    });
    let signal = &mut event["data"]["signals"][0];
    signal["meta"] = json!({"oemUpdatedAt": at, "retrievedAt": at});
    signal["body"]["value"] = json!("false");
    signal["name"] = json!(1);
    scene.deliver(&event).await;
    assert_ne!(scene.stored().await.0, json!(true));
    let address = format!("/vehicle/{}", scene.grant.vehicles[0]);
    let page = scene.browser.get(&address).await;
    page.assert_shows(", unlocked,");
}
