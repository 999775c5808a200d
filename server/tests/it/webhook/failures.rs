//! The database fails, Carport is killed, or an event can never be taken in.

use serde_json::json;
use time::Duration;

use super::Scene;

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
async fn what_cannot_be_kept_is_not_answered_as_kept() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let event = scene.event("event", &scene.locked(false, 0));
    let full =
        "CREATE TRIGGER full BEFORE INSERT ON delivery BEGIN SELECT RAISE(ABORT, 'full'); END";
    scene.carport.execute_in_database(full).await;
    scene.deliver_in_vain(&event).await;
    scene.carport.execute_in_database("DROP TRIGGER full").await;
    assert_eq!(scene.waiting().await, 0);

    scene.deliver(&event).await;
    assert_eq!(scene.stored().await.0, json!(false));
}

#[tokio::test]
async fn an_event_that_fails_each_time_keeps_no_other_away_and_is_given_up() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let poison = "CREATE TRIGGER poison BEFORE INSERT ON signal WHEN NEW.code = 'poison'
        BEGIN SELECT RAISE(ABORT, 'poison'); END";
    scene.carport.execute_in_database(poison).await;
    let mut signals = scene.locked(false, 0);
    signals[0]["code"] = json!("poison");
    let poisonous = scene.event("poison", &signals);
    scene.deliver(&poisonous).await;
    let good = scene.event("good", &scene.locked(false, 0));
    scene.deliver(&good).await;
    assert_eq!(scene.stored().await.0, json!(false));

    // Whatever comes later takes it along once more, ten times in all.
    for attempt in 2..=10 {
        assert_eq!(scene.given_up().await, [""; 0], "{attempt}");
        scene.carport.clock.advance(Duration::DAY);
        let other = scene.event(&format!("other-{attempt}"), &json!([]));
        scene.deliver(&other).await;
    }
    assert_eq!(scene.given_up().await, [""; 0], "it is held still");
    scene.carport.clock.advance(Duration::DAY);
    assert_eq!(scene.given_up().await, ["poison"]);
    assert_eq!(scene.waiting().await, 0);
}

impl Scene {
    async fn given_up(&self) -> Vec<String> {
        use server::clock::Clock;
        let (store, now) = (&self.carport.state.store, self.carport.clock.now());
        store.give_up_deliveries(10, now).await.unwrap()
    }
}
