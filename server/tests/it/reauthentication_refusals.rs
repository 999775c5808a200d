//! Every way in which a re-authentication is refused.

use axum::http::StatusCode;
use time::Duration;

use crate::{
    reauthentication::{OWNER, answer, lapsed, link},
    support::{Attempt, TestCarport},
};

#[tokio::test]
async fn an_attempt_is_of_one_browser_one_use_and_fifteen_minutes() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let vehicle = &lapsed(&carport, &mut browser).await.vehicles[0];
    let attempt = Attempt::of(&browser.get(&link(vehicle)).await);
    let mut other = carport.browser();
    carport.connect(&mut other, "other@example.com").await;
    let page = other.get(&answer(&attempt, vehicle)).await;
    assert_eq!(page.location(), "/connect/foreign_attempt");
    let page = browser.get(&answer(&attempt, vehicle)).await;
    assert!(page.location().starts_with("/vehicle/"));
    let page = browser.get(&answer(&attempt, vehicle)).await;
    assert_eq!(page.location(), "/connect/used_attempt");

    let late = Attempt::of(&browser.get(&link(vehicle)).await);
    carport.clock.advance(Duration::minutes(15));
    let page = browser.get(&answer(&late, vehicle)).await;
    assert_eq!(page.location(), "/connect/expired_attempt");
}

#[tokio::test]
async fn an_answer_that_names_another_car_is_refused_and_uses_the_attempt_up() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    carport.smartcar.account_with_cars(OWNER, 2).await;
    let grant = lapsed(&carport, &mut browser).await;
    let mut victim = carport.browser();
    let foreign = carport.connect(&mut victim, "victim@example.com").await;
    carport.smartcar.forget_requests().await;

    for named in [&grant.vehicles[1], &foreign.vehicles[0]] {
        let attempt = Attempt::of(&browser.get(&link(&grant.vehicles[0])).await);
        let page = browser.get(&answer(&attempt, named)).await;
        assert_eq!(page.location(), "/connect/malformed");
        let page = browser.get(&answer(&attempt, &grant.vehicles[0])).await;
        assert_eq!(page.location(), "/connect/used_attempt");
    }
    browser.get("/connect/malformed").await.assert_status(400);
    assert!(carport.smartcar.requests().await.is_empty());
}

#[tokio::test]
async fn an_attempt_of_one_kind_takes_no_answer_of_the_other() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = lapsed(&carport, &mut browser).await;
    let vehicle = &grant.vehicles[0];

    let connecting = carport.begin(&mut browser).await;
    let page = browser.get(&answer(&connecting, vehicle)).await;
    assert_eq!(page.location(), "/connect/malformed");
    let again = Attempt::of(&browser.get(&link(vehicle)).await);
    let page = browser.get(&again.callback(&grant.user)).await;
    assert_eq!(page.location(), "/connect/malformed");
    assert!(carport.smartcar.requests().await.is_empty());
}

#[tokio::test]
async fn an_owner_who_is_named_in_the_answer_is_not_believed() {
    let carport = TestCarport::start().await;
    let mut victim = carport.browser();
    let foreign = carport.connect(&mut victim, "victim@example.com").await;
    let mut browser = carport.browser();
    let grant = lapsed(&carport, &mut browser).await;
    let attempt = Attempt::of(&browser.get(&link(&grant.vehicles[0])).await);
    let forged = format!(
        "{}&user_id={}",
        answer(&attempt, &grant.vehicles[0]),
        foreign.user
    );
    let page = browser.get(&forged).await;
    page.assert_hides(&foreign.user);
    browser
        .get("/vehicle")
        .await
        .assert_shows(&grant.vehicles[0])
        .assert_hides(&foreign.vehicles[0]);
    assert_eq!(carport.smartcar.requests().await, ["GET signals.list"]);
}

#[tokio::test]
async fn every_error_has_its_page_and_ends_the_attempt() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let vehicle = &lapsed(&carport, &mut browser).await.vehicles[0];
    for (error, slug) in [
        ("access_denied", "access_denied"),
        ("server_error", "server_error"),
        (
            "user_manually_returned_to_application",
            "user_manually_returned_to_application",
        ),
    ] {
        let attempt = Attempt::of(&browser.get(&link(vehicle)).await);
        let path = format!(
            "/exchange?error={error}&error_description=x&vehicle_id={vehicle}&state={}",
            attempt.state
        );
        let page = browser.get(&path).await;
        assert_eq!(page.location(), format!("/connect/{slug}"));
        let page = browser.get(&answer(&attempt, vehicle)).await;
        assert_eq!(page.location(), "/connect/used_attempt");
    }
    assert!(carport.smartcar.requests().await.is_empty());
}

#[tokio::test]
async fn an_address_that_no_page_links_to_makes_no_sense() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let vehicle = &lapsed(&carport, &mut browser).await.vehicles[0];
    let state = "A".repeat(43);
    let huge = "a".repeat(50_000);
    for address in [
        "/reauthenticate".to_owned(),
        link(""),
        link("..%2F"),
        link("%2F%2Fevil.example"),
        link("%3Cscript%3Ealert(1)%3C%2Fscript%3E"),
        link("%00"),
        link("%FF"),
        link(&huge),
        format!("{}&vehicle={vehicle}", link(vehicle)),
        format!("/exchange?vehicle_id=&state={state}"),
        format!("/exchange?vehicle_id=..%2F&state={state}"),
        format!("/exchange?vehicle_id={vehicle}&vehicle_id={vehicle}&state={state}"),
        format!("/exchange?vehicle_id={vehicle}"),
    ] {
        let page = browser.get(&address).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{address:.120}");
        page.assert_shows("<h1")
            .assert_hides("alert(1)")
            .assert_hides("evil.example");
        assert!(page.headers.get("set-cookie").is_none(), "{address:.120}");
    }
    assert!(carport.smartcar.requests().await.is_empty());
}

#[tokio::test]
async fn only_ones_own_cars_can_be_logged_in_for() {
    let carport = TestCarport::start().await;
    let mut owner = carport.browser();
    let vehicle = &lapsed(&carport, &mut owner).await.vehicles[0];
    let mut other = carport.browser();
    carport.connect(&mut other, "other@example.com").await;
    for id in [vehicle.as_str(), "nobody"] {
        let page = other.get(&link(id)).await;
        assert_eq!(page.location(), format!("/vehicle/{id}"));
        assert!(page.headers.get("set-cookie").is_none());
        other.get(page.location()).await.assert_status(404);
    }
    let mut visitor = carport.browser();
    let page = visitor.get(&link(vehicle)).await;
    assert_eq!(visitor.get(page.location()).await.location(), "/");
}

#[tokio::test]
async fn a_car_that_is_gone_from_the_session_meanwhile_is_not_read() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let vehicle = &lapsed(&carport, &mut browser).await.vehicles[0];
    let attempt = Attempt::of(&browser.get(&link(vehicle)).await);
    browser.submit("/api/account/sign-out", &[]).await;
    let page = browser.get(&answer(&attempt, vehicle)).await;
    assert_eq!(page.location(), format!("/vehicle/{vehicle}"));
    assert_eq!(browser.get(page.location()).await.location(), "/");
    assert!(carport.smartcar.requests().await.is_empty());
}
