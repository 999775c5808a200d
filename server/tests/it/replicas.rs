//! Two replicas on one PostgreSQL.

use axum::{body::Body, http::Request};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use server::clock::Clock;
use sha2::Sha256;
use time::{Duration, OffsetDateTime};

use crate::support::{Browser, Grant, Heard, TestCarport};

/// A mark that nobody knows.
const LONG_AGO: &str = "long-ago";
const TOKEN: &str = "--smartcar-management-token=token";

/// What Smartcar was asked for, save a token: each replica has one of its own.
async fn asked(carport: &TestCarport) -> Vec<String> {
    let mut requests = carport.smartcar.requests().await;
    requests.retain(|request| request != "POST token");
    requests
}

#[tokio::test]
async fn postgres_carries_a_change_to_the_page_at_the_other_replica() {
    let one = TestCarport::start_on_postgres(&[TOKEN]).await;
    let two = one.start_replica(&[TOKEN]).await;
    let mut browser = one.browser();
    let grant = one.connect(&mut browser, "owner@example.com").await;
    let at_two = two.browser_of(&browser);
    let mut heard = at_two.listen("/events", None).await;
    let mark = heard.next().await.unwrap();

    one.clock.advance(Duration::minutes(1));
    let fields = [("vehicle", grant.vehicles[0].as_str())];
    browser.submit("/api/vehicle/refresh", &fields).await;
    let newer = heard.next().await.unwrap();
    assert_ne!(newer, mark);

    // Signing out at the one is heard at the other.
    while !heard.is_silent().await {}
    browser.submit("/api/account/sign-out", &[]).await;
    while heard.next().await.is_some() {}
}

#[tokio::test]
async fn postgres_lets_one_replica_read_a_car_and_the_other_wait_for_it() {
    let one = TestCarport::start_on_postgres(&[]).await;
    let two = one.start_replica(&[]).await;
    let mut browser = one.browser();
    let grant = one.connect(&mut browser, "owner@example.com").await;
    let mut at_two = two.browser_of(&browser);
    one.clock.advance(Duration::minutes(1));
    one.smartcar.forget_requests().await;

    let fields = [("vehicle", grant.vehicles[0].as_str())];
    let (first, second) = tokio::join!(
        browser.submit("/api/vehicle/refresh", &fields),
        at_two.submit("/api/vehicle/refresh", &fields)
    );
    for page in [first, second] {
        assert!(page.location().ends_with("?notice=refreshed"), "{page:?}");
    }
    assert_eq!(asked(&one).await, ["GET signals.list"]);
}

#[tokio::test]
async fn postgres_frees_a_car_whose_replica_was_killed() {
    let one = TestCarport::start_on_postgres(&[]).await;
    let mut browser = one.browser();
    let grant = one.connect(&mut browser, "owner@example.com").await;
    one.clock.advance(Duration::minutes(1));
    let (owner, vehicle) = (
        smartcar::UserId::new(grant.user.as_str()),
        smartcar::VehicleId::new(grant.vehicles[0].as_str()),
    );
    let now = one.clock.now();
    let until = now + Duration::minutes(2);
    let store = &one.state.store;
    assert!(
        store
            .hold_reading(&owner, &vehicle, now, until)
            .await
            .unwrap()
    );

    one.clock.advance(Duration::minutes(2));
    let fields = [("vehicle", grant.vehicles[0].as_str())];
    let page = browser.submit("/api/vehicle/refresh", &fields).await;
    assert!(page.location().ends_with("?notice=refreshed"), "{page:?}");
}

/// What the page whose stream the other replica holds hears next.
async fn page_at(replica: &TestCarport, browser: &Browser) -> Heard {
    let mut heard = replica
        .browser_of(browser)
        .listen("/events", Some(LONG_AGO))
        .await;
    heard.next().await.unwrap();
    while !heard.is_silent().await {}
    heard
}

fn delivery(id: &str, grant: &Grant, code: &str, at: OffsetDateTime) -> Request<Body> {
    let body = json!({
        "eventId": id, "eventType": "VEHICLE_STATE",
        "data": {
            "user": {"id": grant.user}, "vehicle": {"id": grant.vehicles[0]},
            "signals": [{"code": code, "body": {"value": false}, "status": {"value": "SUCCESS"},
                "meta": {"oemUpdatedAt": at.unix_timestamp() * 1000}}],
        },
    })
    .to_string();
    let mut mac = Hmac::<Sha256>::new_from_slice(b"token").unwrap();
    mac.update(body.as_bytes());
    Request::post(server::webhook::ADDRESS)
        .header("SC-Signature", hex::encode(mac.finalize().into_bytes()))
        .body(body.into())
        .unwrap()
}

#[tokio::test]
async fn postgres_takes_an_event_once_that_both_replicas_are_delivered() {
    let one = TestCarport::start_on_postgres(&[TOKEN]).await;
    let two = one.start_replica(&[TOKEN]).await;
    let mut browser = one.browser();
    let grant = one.connect(&mut browser, "owner@example.com").await;
    let mut heard = page_at(&two, &browser).await;

    one.clock.advance(Duration::MINUTE);
    let event = || delivery("event", &grant, "closure-islocked", one.clock.now());
    let (mut at_one, mut at_two) = (one.browser(), two.browser());
    let (first, second) = tokio::join!(at_one.send(event()), at_two.send(event()));
    first.assert_status(200);
    second.assert_status(200);
    heard.next().await.unwrap();
    one.state.unattended.settled().await;
    two.state.unattended.settled().await;
    assert!(heard.is_silent().await, "told once");
    let address = format!("/vehicle/{}", grant.vehicles[0]);
    let page = two.browser_of(&browser).get(&address).await;
    page.assert_shows(", unlocked,");
}

#[tokio::test]
async fn postgres_makes_one_command_of_a_press_at_both_replicas() {
    let one = TestCarport::start_on_postgres(&[]).await;
    let two = one.start_replica(&[]).await;
    let mut browser = one.browser();
    let grant = one.connect(&mut browser, "owner@example.com").await;
    let mut at_two = two.browser_of(&browser);
    one.smartcar.forget_requests().await;

    let address = format!("/vehicle/{}", grant.vehicles[0]);
    let key = format!("{}.{:0>43}", one.clock.now().unix_timestamp(), 1);
    let press = [("key", key.as_str()), ("command", "lock")];
    let (first, second) = tokio::join!(
        browser.submit(&address, &press),
        at_two.submit(&address, &press)
    );
    assert_eq!(first.location(), address);
    assert_eq!(second.location(), address);
    one.state.unattended.settled().await;
    two.state.unattended.settled().await;
    let requests = asked(&one).await.into_iter();
    let commands: Vec<_> = requests.filter(|one| one.starts_with("POST")).collect();
    assert_eq!(commands, ["POST security-lock"]);
}

#[tokio::test]
async fn postgres_is_listened_to_again_after_it_has_cut_every_connection() {
    let one = TestCarport::start_on_postgres(&[TOKEN]).await;
    let two = one.start_replica(&[TOKEN]).await;
    let mut browser = one.browser();
    let grant = one.connect(&mut browser, "owner@example.com").await;
    let at_two = two.browser_of(&browser);
    let mut heard = page_at(&two, &browser).await;
    let mut mark = LONG_AGO.to_owned();

    let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()";
    one.execute_in_database(cut).await;
    // Whether it comes before or after the other replica listens again, it is heard.
    for number in 1..=3 {
        one.clock.advance(Duration::MINUTE);
        let event = delivery(
            &format!("event-{number}"),
            &grant,
            "closure-islocked",
            one.clock.now(),
        );
        let page = one.browser().send(event).await;
        page.assert_status(200);
        // A stream that has met a dead connection ends, and the browser connects again.
        mark = loop {
            match heard.next().await {
                Some(newer) => break newer,
                None => heard = at_two.listen("/events", Some(&mark)).await,
            }
        };
    }
}
