//! Reading the signals: how often Smartcar is asked, and what stays when it does not answer.

use axum::http::StatusCode;
use serde_json::json;
use time::Duration;

use crate::support::{Browser, Page, TestCarport};

const REFRESH: &str = "/api/vehicle/refresh";
const SIGNALS: &str = "GET signals.list";

async fn refresh(browser: &mut Browser, vehicle: &str) -> Page {
    browser.submit(REFRESH, &[("vehicle", vehicle)]).await
}

/// How many times the signals were asked for.
async fn asked(carport: &TestCarport) -> usize {
    let requests = carport.smartcar.requests().await;
    requests
        .iter()
        .filter(|request| *request == SIGNALS)
        .count()
}

#[tokio::test]
async fn connecting_reads_the_signals_and_the_pages_ask_nothing_more() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    assert_eq!(asked(&carport).await, grant.vehicles.len());
    carport.smartcar.forget_requests().await;

    browser.get("/vehicle").await;
    let page = browser
        .get(&format!("/vehicle/{}", grant.vehicles[0]))
        .await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_shows("<h1 tabindex=\"-1\">Tesla Model");
    assert!(carport.smartcar.requests().await.is_empty());
}

#[tokio::test]
async fn a_refresh_asks_once_and_leads_back_to_the_car() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    carport.clock.advance(Duration::minutes(1));
    carport.smartcar.forget_requests().await;

    let page = refresh(&mut browser, &grant.vehicles[0]).await;
    let address = format!("/vehicle/{}?notice=refreshed", grant.vehicles[0]);
    assert_eq!(page.location(), address);
    assert_eq!(carport.smartcar.requests().await, [SIGNALS]);
    browser.get(&address).await.assert_shows("latest values");
}

#[tokio::test]
async fn a_second_press_a_moment_later_asks_nothing() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    carport.clock.advance(Duration::minutes(1));
    carport.smartcar.forget_requests().await;

    for _ in 0..3 {
        let page = refresh(&mut browser, &grant.vehicles[0]).await;
        assert!(page.location().ends_with("?notice=refreshed"));
    }
    assert_eq!(asked(&carport).await, 1);
}

#[tokio::test]
async fn fifty_tabs_at_once_ask_once() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    carport.clock.advance(Duration::minutes(1));
    carport.smartcar.forget_requests().await;
    let fault = carport.smartcar.fault("signals.list", "hold".into()).await;

    let vehicle = grant.vehicles[0].clone();
    let tabs: Vec<_> = (0..50)
        .map(|_| {
            let mut tab = browser.clone();
            let vehicle = vehicle.clone();
            tokio::spawn(async move { refresh(&mut tab, &vehicle).await })
        })
        .collect();
    carport.smartcar.held(&fault, 1).await;
    carport.smartcar.release(&fault).await;
    for tab in tabs {
        let page = tab.await.unwrap();
        assert!(page.location().ends_with("?notice=refreshed"));
    }
    assert_eq!(asked(&carport).await, 1);
}

#[tokio::test]
async fn what_smartcar_forbids_is_said_and_not_asked_again_until_then() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    carport.clock.advance(Duration::minutes(1));
    let fault = carport
        .smartcar
        .fault(
            "signals.list",
            json!({ "status": {
                "code": 429, "type": "RATE_LIMIT", "errorCode": "VEHICLE",
                "retryAfterSeconds": 120,
            } }),
        )
        .await;
    let page = refresh(&mut browser, &grant.vehicles[0]).await;
    let shown = browser.get(page.location()).await;
    shown
        .assert_shows("role=\"alert\"")
        .assert_shows("too early");
    carport.smartcar.remove_fault(&fault).await;
    carport.smartcar.forget_requests().await;

    carport.clock.advance(Duration::seconds(119));
    let page = refresh(&mut browser, &grant.vehicles[0]).await;
    assert!(page.location().contains("__err"));
    assert_eq!(asked(&carport).await, 0);
    carport.clock.advance(Duration::seconds(1));
    let page = refresh(&mut browser, &grant.vehicles[0]).await;
    assert!(page.location().ends_with("?notice=refreshed"));
}

#[tokio::test]
async fn when_smartcar_fails_the_last_values_stay_on_the_page() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    let address = format!("/vehicle/{}", grant.vehicles[0]);
    let signals = |page: &Page| page.body.matches("<time").count();
    let before = signals(&browser.get(&address).await);
    carport.clock.advance(Duration::minutes(1));
    for kind in [json!({ "html": 502 }), json!("truncated")] {
        carport.smartcar.fault("signals.list", kind).await;
        carport.clock.advance(Duration::minutes(1));
        let page = refresh(&mut browser, &grant.vehicles[0]).await;
        let shown = browser.get(page.location()).await;
        shown
            .assert_shows("role=\"alert\"")
            .assert_shows("Smartcar did not answer");
        assert_eq!(signals(&browser.get(&address).await), before);
    }
}

#[tokio::test]
async fn a_refresh_that_failed_can_be_tried_again_at_once() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let fault = carport
        .smartcar
        .fault("signals.list", json!({ "html": 503 }))
        .await;
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    carport.smartcar.remove_fault(&fault).await;
    carport.smartcar.forget_requests().await;

    let page = refresh(&mut browser, &grant.vehicles[0]).await;
    assert!(page.location().ends_with("?notice=refreshed"));
    assert_eq!(asked(&carport).await, 1);
}

#[tokio::test]
async fn the_car_of_another_owner_can_be_neither_seen_nor_refreshed() {
    let carport = TestCarport::start().await;
    let mut owner = carport.browser();
    let grant = carport.connect(&mut owner, "owner@example.com").await;
    let mut other = carport.browser();
    carport.connect(&mut other, "other@example.com").await;
    carport.clock.advance(Duration::minutes(1));
    carport.smartcar.forget_requests().await;

    for id in [
        grant.vehicles[0].as_str(),
        "nobody",
        "..%2Fusers",
        "%00",
        "%3Cscript%3E",
    ] {
        let page = other.get(&format!("/vehicle/{id}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{id}: {}", page.body);
        page.assert_hides("<script>alert");
        let page = refresh(&mut other, id).await;
        assert!(page.location().contains("__err"), "{id}");
    }
    let page = carport
        .browser()
        .get(&format!("/vehicle/{}", grant.vehicles[0]))
        .await;
    assert_eq!(
        page.location(),
        "/",
        "a visitor without a session is led home"
    );
    assert!(carport.smartcar.requests().await.is_empty());
}
