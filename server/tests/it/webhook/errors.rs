//! Errors begin and end, in whatever order that is delivered; the last value stays.

use serde_json::{Value, json};
use time::Duration;

use super::{LOCKED, Scene};

/// What an event says of errors.
fn error(state: &str, code: &str, signals: &Value) -> Value {
    json!({"type": code, "code": code, "state": state, "signals": signals})
}

impl Scene {
    /// An event that was made so many seconds after now, and is delivered now.
    fn errors(&self, made_at: i64, errors: &Value) -> Value {
        let id = format!("{}-{made_at}", self.milliseconds(0));
        let mut event = self.event(&id, &json!([]));
        event["eventType"] = json!("VEHICLE_ERROR");
        event["data"]["errors"] = errors.clone();
        event["meta"]["sequence"] = json!(self.milliseconds(made_at));
        event
    }
}

#[tokio::test]
async fn an_error_begins_and_ends_and_the_last_value_stays() {
    let mut scene = Scene::start().await;
    let named = json!(["Closure.IsLocked"]);
    let other = json!([{"code": "odometer-traveleddistance"}]);
    for (state, code, signals, trouble) in [
        ("ERROR", "ASLEEP", named.clone(), json!("ASLEEP")),
        ("RESOLVED", "MOVING", named.clone(), json!("ASLEEP")),
        ("RESOLVED", "ASLEEP", other, json!("ASLEEP")),
        ("RESOLVED", "ASLEEP", json!([{"code": LOCKED}]), Value::Null),
        ("ERROR", "ASLEEP", Value::Null, json!("ASLEEP")),
        ("RESOLVED", "ASLEEP", Value::Null, Value::Null),
    ] {
        scene.carport.clock.advance(Duration::MINUTE);
        let event = scene.errors(0, &json!([error(state, code, &signals)]));
        scene.deliver(&event).await;
        assert_eq!(scene.stored().await, (json!(true), trouble), "{event}");
    }
}

#[tokio::test]
async fn an_error_that_is_delivered_after_its_end_has_ended() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let begins = scene.errors(-40, &json!([error("ERROR", "ASLEEP", &Value::Null)]));
    let ends = scene.errors(-30, &json!([error("RESOLVED", "ASLEEP", &Value::Null)]));
    scene.deliver(&ends).await;
    // Its first delivery was lost; this one is sent later than the end.
    scene.carport.clock.advance(Duration::SECOND);
    scene.deliver(&begins).await;
    assert_eq!(scene.stored().await, (json!(true), Value::Null));

    // It can begin once more.
    let again = scene.errors(0, &json!([error("ERROR", "ASLEEP", &Value::Null)]));
    scene.deliver(&again).await;
    assert_eq!(scene.stored().await.1, json!("ASLEEP"));
}

#[tokio::test]
async fn one_event_puts_another_error_in_the_place_of_one_that_has_ended() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(Duration::MINUTE);
    let begins = scene.errors(0, &json!([error("ERROR", "ASLEEP", &Value::Null)]));
    scene.deliver(&begins).await;
    for errors in [
        json!([
            error("RESOLVED", "ASLEEP", &Value::Null),
            error("ERROR", "MOVING", &Value::Null),
        ]),
        json!([
            error("ERROR", "ASLEEP", &Value::Null),
            error("RESOLVED", "MOVING", &Value::Null),
        ]),
    ] {
        scene.carport.clock.advance(Duration::MINUTE);
        let event = scene.errors(0, &errors);
        scene.deliver(&event).await;
        let begun = errors.as_array().unwrap().iter();
        let begun = begun.clone().find(|error| error["state"] == "ERROR");
        assert_eq!(scene.stored().await.1, begun.unwrap()["code"]);
    }
}

#[tokio::test]
async fn a_value_that_was_there_all_along_ends_the_error_that_hid_it() {
    let mut scene = Scene::start().await;
    let all_along = scene.locked(true, 0);
    scene.carport.clock.advance(Duration::MINUTE);
    let begins = scene.errors(0, &json!([error("ERROR", "ASLEEP", &Value::Null)]));
    scene.deliver(&begins).await;
    assert_eq!(scene.stored().await.1, json!("ASLEEP"));

    scene.carport.clock.advance(Duration::MINUTE);
    let event = scene.event("all-along", &all_along);
    scene.deliver(&event).await;
    assert_eq!(scene.stored().await, (json!(true), Value::Null));
}

#[tokio::test]
async fn errors_of_hostile_shapes_spoil_nothing() {
    for mut scene in [Scene::start().await, Scene::start_on_postgres().await] {
        scene.carport.clock.advance(Duration::MINUTE);
        let hostile = json!([
            error("ERROR", "A\0B", &json!(["\0.\0", "no group", 7, "a".repeat(60_000)])),
            error("ERROR", "ASLEEP", &json!([{"code": LOCKED}])),
            {"state": 7}, {}, [], null, "ERROR",
        ]);
        let event = scene.errors(0, &hostile);
        scene.deliver(&event).await;
        assert_eq!(scene.waiting().await, 0);
        assert_eq!(scene.stored().await.1, json!("ASLEEP"));
    }
}
