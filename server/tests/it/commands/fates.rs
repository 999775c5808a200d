//! What becomes of commands.

use serde_json::json;
use server::storage::CommandState;
use time::Duration;

use super::Scene;

const PLACE: [(&str, &str); 2] = [("latitude", "48.137"), ("longitude", "11.575")];

#[tokio::test]
async fn each_command_is_sent_once_and_seen_in_the_car() {
    let mut scene = Scene::start().await;
    scene
        .set_car(json!({"state": {"pluggedIn": true, "stateOfCharge": 40, "charging": false}}))
        .await;
    let [latitude, longitude] = PLACE;
    let window = [("daily-start", "01:00"), ("daily-stop", "05:00")];
    let week = [("sunday-start", "01:00"), ("sunday-stop", "05:00")];
    let workweek = [
        ("weekdays-start", "01:00"),
        ("weekdays-stop", "05:00"),
        ("weekends-start", "02:00"),
        ("weekends-stop", "23:59"),
    ];
    let forms: [(&str, Vec<(&str, &str)>); 10] = [
        ("unlock", vec![("confirmed", "yes")]),
        ("lock", vec![]),
        ("start-charging", vec![]),
        ("stop-charging", vec![]),
        ("set-charge-limit", vec![("percent", "90")]),
        ("open-charge-port", vec![]),
        ("close-charge-port", vec![]),
        (
            "create-daily-schedule",
            [&[latitude, longitude][..], &window].concat(),
        ),
        (
            "create-weekly-schedule",
            [&[latitude, longitude][..], &week].concat(),
        ),
        (
            "create-workweek-schedule",
            [&[latitude, longitude][..], &workweek].concat(),
        ),
    ];
    for (number, (name, fields)) in forms.into_iter().enumerate() {
        let fields: Vec<_> = [("command", name)].into_iter().chain(fields).collect();
        let page = scene.press(u32::try_from(number).unwrap(), &fields).await;
        assert_eq!(page.location(), scene.address(), "{name}");
        scene.settled().await;
        let refusal = scene.ledger().await[0].refusal.clone();
        let state = scene.states().await[0];
        assert_eq!(state, CommandState::Seen, "{name}: {refusal:?}");
        assert_eq!(scene.sent().await.len(), number + 1, "{name}");
    }
    let schedule = scene.ledger().await[0].schedule_id.clone().unwrap();
    let fields = [("command", "delete-schedule"), ("schedule", &schedule)];
    scene.press(50, &fields).await;
    scene.settled().await;
    assert_eq!(scene.states().await[0], CommandState::Seen);
    let fields = [("command", "set-destination"), latitude, longitude];
    scene.grant_navigation().await;
    scene.press(51, &fields).await;
    scene.settled().await;
    assert_eq!(scene.states().await[0], CommandState::Accepted);
}

#[tokio::test]
async fn a_refusal_keeps_its_reason_and_smartcars_request_id() {
    let mut scene = Scene::start().await;
    scene
        .next(json!({"answer": {"refused": {"code": 409, "type": "VEHICLE_STATE", "errorCode": "DOOR_OPEN"}}}))
        .await;
    scene.press(1, &[("command", "lock")]).await;
    scene.settled().await;
    let stored = scene.ledger().await.remove(0);
    assert_eq!(stored.state, CommandState::Refused);
    assert!(stored.refusal.unwrap().contains("DOOR_OPEN"));
    assert!(stored.request_id.is_some());
    // A refused command needs no look.
    assert_eq!(
        scene.carport.smartcar.requests().await,
        ["POST security-lock"]
    );
}

#[tokio::test]
async fn a_slow_command_is_under_way_until_its_body_comes() {
    let mut scene = Scene::start().await;
    scene.next(json!({"slow": "held"})).await;
    scene.press(1, &[("command", "lock")]).await;
    scene.carport.smartcar.command_held(scene.vehicle()).await;
    assert_eq!(scene.states().await, [CommandState::Sent]);
    scene
        .carport
        .smartcar
        .release_commands(scene.vehicle())
        .await;
    scene.settled().await;
    assert_eq!(scene.states().await, [CommandState::Seen]);
}

#[tokio::test]
async fn an_error_inside_a_202_is_a_refusal_in_each_shape() {
    for shape in ["errors", "error", "bare"] {
        let mut scene = Scene::start().await;
        scene
            .next(json!({
                "slow": {"afterSeconds": 0},
                "errorShape": shape,
                "answer": {"refused": {"code": 409, "type": "VEHICLE_STATE", "errorCode": "ASLEEP"}},
            }))
            .await;
        scene.press(1, &[("command", "lock")]).await;
        scene.settled().await;
        assert_eq!(scene.states().await, [CommandState::Refused], "{shape}");
    }
}

#[tokio::test]
async fn a_lost_answer_is_unknown_until_the_car_shows_it() {
    for (lost, state) in [
        ("beforeEffect", CommandState::Unknown),
        ("afterEffect", CommandState::Seen),
    ] {
        let mut scene = Scene::start().await;
        scene.set_car(json!({"state": {"locked": false}})).await;
        scene.pass(Duration::MINUTE).await;
        scene.next(json!({"answer": {"lost": lost}})).await;
        scene.press(1, &[("command", "lock")]).await;
        scene.settled().await;
        assert_eq!(scene.states().await, [state], "{lost}");
        assert_eq!(scene.sent().await, ["POST security-lock"], "{lost}");
    }
}

#[tokio::test]
async fn a_late_sign_of_it_is_found_by_a_refresh() {
    let mut scene = Scene::start().await;
    scene.set_car(json!({"state": {"locked": false}})).await;
    scene.next(json!({"seen": {"afterSeconds": 300}})).await;
    scene.press(1, &[("command", "lock")]).await;
    scene.settled().await;
    assert_eq!(scene.states().await, [CommandState::Accepted]);

    scene.pass(Duration::minutes(6)).await;
    let vehicle = scene.vehicle().to_owned();
    scene
        .browser
        .submit("/api/vehicle/refresh", &[("vehicle", &vehicle)])
        .await;
    assert_eq!(scene.states().await, [CommandState::Seen]);
}

#[tokio::test]
async fn whole_seconds_of_a_maker_are_no_older_than_the_command() {
    let mut scene = Scene::start().await;
    scene
        .carport
        .smartcar
        .quirks(json!({"wholeSecondOemTimes": true}))
        .await;
    scene.carport.clock.advance(Duration::milliseconds(700));
    scene.press(1, &[("command", "lock")]).await;
    scene.settled().await;
    assert_eq!(scene.states().await, [CommandState::Seen]);
}

#[tokio::test]
async fn the_last_of_two_opposite_commands_is_the_one_that_shows() {
    let mut scene = Scene::start().await;
    scene.next(json!({"seen": "never", "times": 2})).await;
    scene.press(1, &[("command", "lock")]).await;
    scene.settled().await;
    let unlock = [("command", "unlock"), ("confirmed", "yes")];
    scene.press(2, &unlock).await;
    scene.settled().await;
    scene.pass(Duration::MINUTE).await;
    scene.set_car(json!({"state": {"locked": true}})).await;
    let vehicle = scene.vehicle().to_owned();
    scene
        .browser
        .submit("/api/vehicle/refresh", &[("vehicle", &vehicle)])
        .await;
    assert_eq!(
        scene.states().await,
        [CommandState::Accepted, CommandState::Accepted]
    );
}

#[tokio::test]
async fn the_session_may_end_while_it_is_under_way() {
    let mut scene = Scene::start().await;
    scene.next(json!({"slow": "held"})).await;
    scene.press(1, &[("command", "lock")]).await;
    scene.carport.smartcar.command_held(scene.vehicle()).await;
    scene.browser.submit("/api/account/sign-out", &[]).await;
    scene
        .carport
        .smartcar
        .release_commands(scene.vehicle())
        .await;
    scene.settled().await;
    assert_eq!(scene.states().await, [CommandState::Seen]);
    let page = scene.press(2, &[("command", "lock")]).await;
    assert_eq!(page.location(), "/?notice=session-ended");
    assert_eq!(scene.sent().await, ["POST security-lock"]);
}

#[tokio::test]
async fn without_a_request_left_nothing_is_sent() {
    let mut scene = Scene::start_with(&["--vehicle-requests-per-month=1"]).await;
    scene.press(1, &[("command", "lock")]).await;
    scene.settled().await;
    assert_eq!(scene.states().await, [CommandState::Unsent]);
    assert!(scene.sent().await.is_empty());
}

#[tokio::test]
async fn a_limit_that_smartcar_names_is_obeyed_by_the_next() {
    let mut scene = Scene::start().await;
    scene
        .next(json!({"answer": {"refused": {"code": 429, "type": "RATE_LIMIT", "errorCode": "VEHICLE", "retryAfterSeconds": 120}}}))
        .await;
    scene.press(1, &[("command", "lock")]).await;
    scene.settled().await;
    scene.press(2, &[("command", "lock")]).await;
    assert_eq!(
        scene.states().await,
        [CommandState::Unsent, CommandState::Refused]
    );
    scene.pass(Duration::minutes(3)).await;
    scene.press(3, &[("command", "lock")]).await;
    scene.settled().await;
    assert_eq!(scene.states().await[0], CommandState::Seen);
}
