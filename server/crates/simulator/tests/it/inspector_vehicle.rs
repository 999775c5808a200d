//! The inspector's pages of one vehicle.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Harness, Parked};

fn page_of(car: &Parked<'_>) -> String {
    format!("/inspector/vehicles/{}", car.vehicle)
}

async fn press(car: &Parked<'_>, action: &str) -> StatusCode {
    let path = format!("{}/act", page_of(car));
    let reply = car.harness.form(&path, &[("action", action)]).await;
    reply.status
}

#[tokio::test]
async fn a_vehicle_has_a_page_with_all_its_signals() {
    let harness = Harness::new();
    let car = harness.demonstration().await;
    let listed = harness.get("/inspector/vehicles").await.text();
    assert!(listed.contains(&page_of(&car)));
    let page = harness.get(&page_of(&car)).await.text();
    assert_eq!(page.matches("<h1>").count(), 1);
    assert!(page.contains("<h1>Volvo XC60 T8</h1>") && !page.contains("<script"));
    assert!(page.contains("charges with 3.6 kW"));
    assert_eq!(page.matches("/signals/").count(), 93);
    let nowhere = "/inspector/vehicles/6b8a2f0e-0000-4000-8000-000000000000";
    assert_eq!(harness.get(nowhere).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn buttons_move_plug_open_and_empty() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    press(&car, "charge").await;
    assert_eq!(car.value("charge-ischarging").await, true);
    press(&car, "park").await;
    assert_eq!(car.value("charge-ischarging").await, false);
    press(&car, "unplug").await;
    assert_eq!(car.value("charge-ischargingcableconnected").await, false);
    press(&car, "plugIn").await;
    assert_eq!(car.value("charge-ischargingcableconnected").await, true);
    press(&car, "drive").await;
    assert_eq!(car.value("motion-currentspeed").await, 60);
    press(&car, "park").await;
    press(&car, "openDoor").await;
    assert_eq!(car.value("closure-islocked").await, false);
    press(&car, "closeDoors").await;
    press(&car, "lock").await;
    assert_eq!(car.value("closure-islocked").await, true);
    press(&car, "empty").await;
    assert_eq!(car.signals().await["data"], json!([]));
    press(&car, "filled").await;
    press(&car, "logInAgain").await;
    assert_eq!(
        car.command("security/lock").await.error().2,
        "AUTHENTICATION_FAILED"
    );
    press(&car, "loggedIn").await;
    assert_eq!(car.command("security/lock").await.status, StatusCode::OK);
    assert_eq!(press(&car, "fly").await, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_next_command_is_planned_by_button_and_logged() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    press(&car, "next.refused").await;
    assert_eq!(car.command("security/lock").await.error().2, "DOOR_OPEN");
    press(&car, "next.unseen").await;
    assert_eq!(car.command("security/unlock").await.status, StatusCode::OK);
    press(&car, "next.slow").await;
    let page = harness.get(&page_of(&car)).await.text();
    assert!(page.contains("409 VEHICLE_STATE/DOOR_OPEN") && page.contains("1 spoken of"));
    press(&car, "forget").await;
    let book = car.order(Method::GET, "/commands", Value::Null).await;
    assert_eq!(book["next"], json!([]));
    for action in [
        "next.throttled",
        "next.upstream",
        "next.lostBefore",
        "next.lostAfter",
        "next.late",
    ] {
        assert_eq!(press(&car, action).await, StatusCode::SEE_OTHER, "{action}");
    }
}

#[tokio::test]
async fn a_signal_is_edited_by_form() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let path = format!("{}/signals/closure-islocked", page_of(&car));
    let page = harness.get(&path).await.text();
    assert!(page.contains("<h1>closure-islocked</h1>") && page.contains("<label for=\"body\">"));
    let set = async |fields: &[(&str, &str)]| harness.form(&path, fields).await.status;
    assert_eq!(
        set(&[("action", "body"), ("body", r#"{"value": false}"#)]).await,
        303
    );
    assert_eq!(car.value("closure-islocked").await, false);
    assert_eq!(set(&[("action", "body"), ("body", "{")]).await, 422);
    assert_eq!(set(&[("action", "body"), ("body", "3")]).await, 422);
    let error = [("action", "error"), ("error", "VEHICLE_STATE/ASLEEP")];
    assert_eq!(set(&error).await, 303);
    let status = car.signal("closure-islocked").await["attributes"]["status"].clone();
    assert_eq!(status["error"]["code"], "ASLEEP");
    set(&[("action", "absent")]).await;
    assert!(
        harness
            .get(&path)
            .await
            .text()
            .contains("does not hold this signal")
    );
    set(&[("action", "restore")]).await;
    assert_eq!(car.value("closure-islocked").await, false);
}

#[tokio::test]
async fn limits_are_set_by_form() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let path = format!("{}/limits", page_of(&car));
    let fields = [
        ("allowed", "500"),
        ("used", "500"),
        ("requests", ""),
        ("perSeconds", ""),
    ];
    assert_eq!(
        harness.form(&path, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(car.ask(Method::GET, "signals").await.status.as_u16(), 430);
    let reply = harness.form(&path, &[("requests", "3")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
}
