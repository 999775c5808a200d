//! Running Connect again for what one car was not allowed to tell.

use std::collections::HashMap;

use axum::http::StatusCode;
use serde_json::json;
use time::Duration;

use crate::support::{Attempt, Browser, Grant, Page, TestCarport};

const OWNER: &str = "owner@example.com";
const GRANTED: [&str; 2] = ["read_vehicle_info", "read_odometer"];

/// Connects a car of an owner who allows little.
async fn connect(carport: &TestCarport, browser: &mut Browser) -> Grant {
    carport.smartcar.account_with_cars(OWNER, 1).await;
    let attempt = carport.begin(browser).await;
    let grant = carport
        .smartcar
        .grant_only(OWNER, &attempt.external_id, &GRANTED)
        .await;
    let page = browser.get(&attempt.callback(&grant.user)).await;
    assert_eq!(page.location(), "/vehicle");
    grant
}

fn link(vehicle: &str, permission: &str) -> String {
    format!("/login?vehicle={vehicle}&permission={permission}")
}

/// Runs Connect again by this link, and allows all that it asks for.
async fn allow(carport: &TestCarport, browser: &mut Browser, link: &str) -> Page {
    let attempt = Attempt::of(&browser.get(link).await);
    let asked = parameters(&attempt);
    let permissions: Vec<&str> = asked["scope"].split(' ').collect();
    let grant = carport
        .smartcar
        .grant_only(OWNER, &attempt.external_id, &permissions)
        .await;
    browser.get(&attempt.callback(&grant.user)).await
}

fn parameters(attempt: &Attempt) -> HashMap<String, String> {
    attempt.address.query_pairs().into_owned().collect()
}

#[tokio::test]
async fn connect_is_asked_for_what_is_granted_and_what_is_missing() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let vehicle = &connect(&carport, &mut browser).await.vehicles[0];

    for (permission, scope) in [
        (
            "read_security",
            "read_vehicle_info read_odometer read_security",
        ),
        (
            "control_security%20read_odometer+read_vin",
            "read_vehicle_info read_odometer control_security read_vin",
        ),
    ] {
        let attempt = Attempt::of(&browser.get(&link(vehicle, permission)).await);
        assert_eq!(attempt.address.path(), "/oauth/authorize");
        let asked = parameters(&attempt);
        assert_eq!(asked["scope"], scope);
        assert_eq!(asked["make"], "TESLA");
        assert_eq!(asked["single_select"], "true");
        assert_eq!(asked["mode"], "simulated");
        let screen = carport.smartcar.open_connect(&attempt.address).await;
        assert!(screen.starts_with("/connect/"), "{screen}");
    }
}

#[tokio::test]
async fn what_is_allowed_now_is_on_the_page_at_once() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let vehicle = &connect(&carport, &mut browser).await.vehicles[0];
    let address = format!("/vehicle/{vehicle}");
    let link = link(vehicle, "read_security");
    browser
        .get(&address)
        .await
        .assert_shows(&link.replace('&', "&amp;"))
        .assert_hides("reading-value\">Locked");

    // The clock stands still: the car was read a moment ago.
    let page = allow(&carport, &mut browser, &link).await;
    assert_eq!(page.location(), address);
    browser
        .get(&address)
        .await
        .assert_shows("reading-value\">Locked")
        .assert_shows("Odometer")
        .assert_hides(&link.replace('&', "&amp;"));
}

#[tokio::test]
async fn a_value_that_smartcar_had_all_along_ends_the_trouble() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let vehicle = &connect(&carport, &mut browser).await.vehicles[0];
    // Taken in before the trouble was reported.
    let signal = json!({
        "body": { "value": true },
        "times": { "ingestedAt": "2026-11-23T10:00:00.000Z" },
    });
    carport
        .smartcar
        .set_signal(vehicle, "closure-islocked", &signal)
        .await;

    allow(&carport, &mut browser, &link(vehicle, "read_security")).await;
    let page = browser.get(&format!("/vehicle/{vehicle}")).await;
    page.assert_shows("reading-value\">Locked");
    let lock = page.body.find("reading-value\">Locked").unwrap();
    let rest = &page.body[lock..];
    let row = &rest[..rest.find("</div>").unwrap()];
    assert!(!row.contains("Not allowed"), "{row}");
}

#[tokio::test]
async fn a_read_that_began_before_the_change_does_not_answer_for_it() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let vehicle = connect(&carport, &mut browser).await.vehicles[0].clone();
    carport.clock.advance(Duration::minutes(1));
    carport.smartcar.forget_requests().await;
    let hold = carport.smartcar.fault("signals.list", "hold".into()).await;
    let mut tab = browser.clone();
    let refresh = tokio::spawn({
        let vehicle = vehicle.clone();
        async move {
            tab.submit("/api/vehicle/refresh", &[("vehicle", &vehicle)])
                .await
        }
    });
    carport.smartcar.held(&hold, 1).await;

    let link = link(&vehicle, "read_security");
    let (page, ()) = tokio::join!(allow(&carport, &mut browser, &link), async {
        // The grant has been confirmed when the vehicle is read.
        while !carport
            .smartcar
            .requests()
            .await
            .contains(&"GET vehicles.get".to_owned())
        {
            tokio::task::yield_now().await;
        }
        carport.smartcar.release(&hold).await;
    });
    refresh.await.unwrap();
    let requests = carport.smartcar.requests().await;
    let reads = requests
        .iter()
        .filter(|request| *request == "GET signals.list");
    assert_eq!(reads.count(), 2);
    browser
        .get(page.location())
        .await
        .assert_shows("reading-value\">Locked");
}

#[tokio::test]
async fn the_budget_holds_and_the_page_says_when() {
    let carport = TestCarport::start_with(&["--vehicle-requests-per-month=1"]).await;
    let mut browser = carport.browser();
    let vehicle = &connect(&carport, &mut browser).await.vehicles[0];
    carport.smartcar.forget_requests().await;

    let page = allow(&carport, &mut browser, &link(vehicle, "read_security")).await;
    browser
        .get(page.location())
        .await
        .assert_shows("Possible again")
        .assert_hides("reading-value\">Locked");
    let requests = carport.smartcar.requests().await;
    assert!(!requests.contains(&"GET signals.list".to_owned()));
}

#[tokio::test]
async fn an_address_that_no_page_links_to_makes_no_sense() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let vehicle = &connect(&carport, &mut browser).await.vehicles[0];
    carport.smartcar.forget_requests().await;
    let good = link(vehicle, "read_fuel");
    let huge = "a".repeat(50_000);
    for address in [
        format!("/login?vehicle={vehicle}"),
        "/login?permission=read_fuel".to_owned(),
        link(vehicle, ""),
        link(vehicle, "+"),
        link(vehicle, "missing"),
        link(vehicle, "read_mind"),
        link(vehicle, "read_fuel+read_mind"),
        link(vehicle, "required%3Aread_fuel"),
        link(vehicle, "%3Cscript%3Ealert(1)%3C%2Fscript%3E"),
        link(vehicle, "%FF"),
        link(vehicle, &huge),
        link("", "read_fuel"),
        link("..%2F", "read_fuel"),
        link("%2F%2Fevil.example", "read_fuel"),
        link("%00", "read_fuel"),
        link(&huge, "read_fuel"),
        format!("{good}&permission=read_vin"),
        format!("{good}&vehicle={vehicle}"),
        format!("{good}&return_to=%2F"),
        format!("{good}&return_to=%2F%2Fevil.example"),
        format!("/login?return_to=%2Fvehicle%2F{vehicle}"),
    ] {
        let page = browser.get(&address).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{address:.120}");
        page.assert_hides("alert(1)").assert_hides("evil.example");
        assert!(page.headers.get("set-cookie").is_none(), "{address:.120}");
    }
    assert!(carport.smartcar.requests().await.is_empty());
}

#[tokio::test]
async fn more_can_be_asked_of_ones_own_cars_alone() {
    let carport = TestCarport::start().await;
    let mut owner = carport.browser();
    let vehicle = &connect(&carport, &mut owner).await.vehicles[0];
    let mut other = carport.browser();
    carport.connect(&mut other, "other@example.com").await;

    for id in [vehicle.as_str(), "nobody"] {
        let page = other.get(&link(id, "read_fuel")).await;
        assert_eq!(page.location(), format!("/vehicle/{id}"));
        assert!(page.headers.get("set-cookie").is_none());
        other.get(page.location()).await.assert_status(404);
    }
    let mut visitor = carport.browser();
    let page = visitor.get(&link(vehicle, "read_fuel")).await;
    assert_eq!(visitor.get(page.location()).await.location(), "/");
}

#[tokio::test]
async fn such_an_attempt_is_of_one_browser_and_of_one_use() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let vehicle = &connect(&carport, &mut browser).await.vehicles[0];
    let attempt = Attempt::of(&browser.get(&link(vehicle, "read_fuel")).await);
    let grant = carport
        .smartcar
        .grant(OWNER, Some(&attempt.external_id))
        .await;
    let callback = attempt.callback(&grant.user);

    let page = carport.browser().get(&callback).await;
    assert_eq!(page.location(), "/connect/foreign_attempt");
    let page = browser.get(&callback).await;
    assert_eq!(page.location(), format!("/vehicle/{vehicle}"));
    let page = browser.get(&callback).await;
    assert_eq!(page.location(), "/connect/used_attempt");
}
