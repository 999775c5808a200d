//! Charge schedules (reference 5).

use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::support::Harness;

#[tokio::test]
async fn a_daily_schedule_is_made_read_seen_and_deleted() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let attributes = json!({
        "location": { "latitude": 48.1, "longitude": 11.5 },
        "startTime": "08:00", "stopTime": "10:00",
    });
    let made = car.post("charge-schedules/daily", attributes.clone()).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text());
    let data = made.json()["data"].clone();
    let id = data["attributes"]["scheduleId"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(data["type"], "charge-schedule-execution");
    assert_eq!(
        data["attributes"],
        json!({
            "action": "create", "scheduleType": "daily", "status": { "value": "SUCCESS" },
            "executionMode": "sync", "scheduleId": id, "parameters": attributes,
        })
    );
    let path = format!("/vehicles/{}/charge-schedules/{id}", car.vehicle);
    assert_eq!(data["links"]["schedule"], path);

    let below = format!("charge-schedules/{id}");
    let read = car.ask(Method::GET, &below).await.json();
    assert_eq!(read["data"]["attributes"]["startTime"], "08:00");
    assert_eq!(read["data"]["attributes"]["scheduleType"], "daily");
    harness.pass(2).await;
    let timers = car.signal("charge-chargetimers").await["attributes"]["body"]["values"].clone();
    assert_eq!(timers[0]["scheduleId"], id);
    assert_eq!(timers[0]["type"], "LOCATION");
    assert_eq!(timers[0]["schedules"][0]["start"], "08:00:00");
    assert_eq!(
        timers[0]["schedules"][0]["days"].as_array().unwrap().len(),
        7
    );

    let deleted = car.ask(Method::DELETE, &below).await;
    assert_eq!(deleted.json()["data"]["attributes"]["action"], "delete");
    assert_eq!(
        car.ask(Method::DELETE, &below).await.status,
        StatusCode::NOT_FOUND
    );
    harness.pass(2).await;
    let timers = car.signal("charge-chargetimers").await["attributes"]["body"]["values"].clone();
    assert_eq!(timers, json!([]));
}

#[tokio::test]
async fn weekly_and_workweek_schedules_have_windows_of_their_days() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let location = json!({ "latitude": 48.1, "longitude": 11.5 });
    let night = json!({ "startTime": "22:00", "stopTime": "06:00" });
    let weekly = json!({ "location": location, "days": { "monday": night, "FRIDAY": night } });
    let made = car.post("charge-schedules/weekly", weekly).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text());
    let workweek = json!({ "location": location, "weekdays": night, "weekends": night });
    let made = car.post("charge-schedules/workweek", workweek).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text());
    harness.pass(2).await;
    let timers = car.signal("charge-chargetimers").await["attributes"]["body"]["values"].clone();
    assert_eq!(timers[0]["scheduleType"], "WEEKLY");
    assert_eq!(timers[0]["schedules"].as_array().unwrap().len(), 2);
    assert_eq!(
        timers[1]["schedules"][1]["days"],
        json!(["SATURDAY", "SUNDAY"])
    );
}

#[tokio::test]
async fn schedules_are_checked_and_belong_to_a_few_makes() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let location = json!({ "latitude": 48.1, "longitude": 11.5 });
    for (path, attributes) in [
        (
            "daily",
            json!({ "startTime": "08:00", "stopTime": "10:00" }),
        ),
        (
            "daily",
            json!({ "location": location, "startTime": "8:00", "stopTime": "10:00" }),
        ),
        (
            "daily",
            json!({ "location": location, "startTime": "24:00", "stopTime": "10:00" }),
        ),
        ("weekly", json!({ "location": location, "days": {} })),
        (
            "weekly",
            json!({ "location": location, "days": { "someday": {} } }),
        ),
        ("workweek", json!({ "location": location, "weekdays": {} })),
    ] {
        let reply = car
            .post(&format!("charge-schedules/{path}"), attributes)
            .await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{}", reply.text());
    }
    let volvo = harness.demonstration().await;
    let times = json!({ "location": location, "startTime": "08:00", "stopTime": "10:00" });
    let daily = volvo.post("charge-schedules/daily", times.clone()).await;
    assert_eq!(daily.status, StatusCode::OK);
    let night = json!({ "startTime": "22:00", "stopTime": "06:00" });
    let workweek = json!({ "location": location, "weekdays": night, "weekends": night });
    let refused = volvo.post("charge-schedules/workweek", workweek).await;
    assert_eq!(refused.status, StatusCode::NOT_IMPLEMENTED);
    let kia = json!({ "make": "KIA", "model": "EV6", "year": 2024, "powertrainType": "BEV" });
    let kia = harness.car(kia).await;
    let refused = kia.post("charge-schedules/daily", times).await;
    assert_eq!(refused.status, StatusCode::NOT_IMPLEMENTED);
}
