//! Forms that make no sense, and cars that are not the reader's.

use app::vehicle::command::form::Mistake;
use axum::{
    body::Body,
    http::{Request, header},
};

use super::Scene;

#[tokio::test]
async fn each_mistake_is_said_on_the_page_and_nothing_is_sent() {
    let mut scene = Scene::start().await;
    let limit = ["5", "49", "101", "80abc", "1e9"];
    for percent in limit {
        let fields = [("command", "set-charge-limit"), ("percent", percent)];
        let page = scene.press(1, &fields).await;
        Scene::refused(&page, &Mistake::ChargeLimit);
        page.assert_shows(&format!("value=\"{percent}\""));
    }
    let missing = Mistake::Missing {
        field: "percent".to_owned(),
    };
    let page = scene
        .press(1, &[("command", "set-charge-limit"), ("percent", "")])
        .await;
    Scene::refused(&page, &missing);
    let place = [("latitude", "48.1"), ("longitude", "11.5")];
    let backwards = [("daily-start", "22:00"), ("daily-stop", "06:00")];
    let fields = [
        &[("command", "create-daily-schedule")][..],
        &place,
        &backwards,
    ]
    .concat();
    let page = scene.press(1, &fields).await;
    let mistake = Mistake::EndsBeforeItBegins {
        field: "daily-stop".to_owned(),
    };
    Scene::refused(&page, &mistake);
    page.assert_shows("value=\"22:00\"");
    let page = scene.press(1, &[("command", "unlock")]).await;
    Scene::refused(&page, &Mistake::NotConfirmed);
    let foreign = [("command", "delete-schedule"), ("schedule", "../sched_1")];
    let page = scene.press(1, &foreign).await;
    Scene::refused(&page, &Mistake::ScheduleGone);
    for fields in [&[("command", "explode")][..], &[], &[("key", "again")]] {
        let page = scene.press(1, fields).await;
        Scene::refused(&page, &Mistake::Malformed);
    }
    let page = scene.press_with("", &[("command", "lock")]).await;
    Scene::refused(&page, &Mistake::Malformed);
    assert!(scene.carport.smartcar.requests().await.is_empty());
    assert!(scene.ledger().await.is_empty());
}

#[tokio::test]
async fn hostile_values_come_back_as_text() {
    let mut scene = Scene::start().await;
    let hostile = "\"><script>alert(1)</script>";
    let fields = [("command", "set-charge-limit"), ("percent", hostile)];
    let page = scene.press(1, &fields).await;
    page.assert_status(422).assert_hides("<script>alert(1)");
}

#[tokio::test]
async fn a_place_that_is_not_on_the_earth_is_refused() {
    let mut scene = Scene::start().await;
    scene.grant_navigation().await;
    scene.carport.smartcar.forget_requests().await;
    for (latitude, longitude, mistake) in [
        ("91", "0", Mistake::Latitude),
        ("0", "-180.1", Mistake::Longitude),
    ] {
        let fields = [
            ("command", "set-destination"),
            ("latitude", latitude),
            ("longitude", longitude),
        ];
        let page = scene.press(1, &fields).await;
        Scene::refused(&page, &mistake);
    }
    assert!(scene.sent().await.is_empty());
}

#[tokio::test]
async fn what_was_not_allowed_is_not_asked() {
    let mut scene = Scene::start().await;
    let fields = [
        ("command", "set-destination"),
        ("latitude", "1"),
        ("longitude", "1"),
    ];
    let page = scene.press(1, &fields).await;
    Scene::refused(&page, &Mistake::NotAllowed);
    assert!(scene.sent().await.is_empty());
}

#[tokio::test]
async fn another_owners_car_is_nobodys() {
    let mut scene = Scene::start().await;
    let mut other = scene.carport.browser();
    let grant = scene.carport.connect(&mut other, "other@example.com").await;
    let key = scene.key(1);
    let fields = [("key", key.as_str()), ("command", "lock")];
    scene.carport.smartcar.forget_requests().await;
    for id in [
        grant.vehicles[0].as_str(),
        "nobody",
        "..%2f",
        "%2e%2e%2fvehicle",
        "%00",
        "%ff",
        &"x".repeat(3000),
    ] {
        let page = scene
            .browser
            .submit(&format!("/vehicle/{id}"), &fields)
            .await;
        assert!(
            [400, 404].contains(&page.status.as_u16()),
            "{id:.40}: {}",
            page.status
        );
    }
    assert!(scene.carport.smartcar.requests().await.is_empty());
}

#[tokio::test]
async fn a_body_that_is_no_form_is_malformed() {
    let mut scene = Scene::start().await;
    for (kind, body) in [
        ("application/json", "{\"command\":\"lock\"}".to_owned()),
        ("text/plain", "command=lock".to_owned()),
        (
            "application/x-www-form-urlencoded",
            "command=lock&command=unlock".to_owned(),
        ),
    ] {
        let request = Request::post(scene.address())
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, kind)
            .header("sec-fetch-site", "same-origin");
        let page = scene
            .browser
            .send(request.body(Body::from(body)).unwrap())
            .await;
        Scene::refused(&page, &Mistake::Malformed);
    }
    let request = Request::post(scene.address())
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "cross-site");
    let page = scene
        .browser
        .send(request.body(Body::from("command=lock")).unwrap())
        .await;
    page.assert_status(403);
    let huge = format!("key=1&command={}", "x".repeat(100_000));
    let request = Request::post(scene.address())
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    let page = scene
        .browser
        .send(request.body(Body::from(huge)).unwrap())
        .await;
    assert!(
        [400, 413].contains(&page.status.as_u16()),
        "{}",
        page.status
    );
    assert!(scene.carport.smartcar.requests().await.is_empty());
}
