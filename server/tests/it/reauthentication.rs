//! Logging in at the car's maker again, which keeps everything that was read.

use serde_json::json;
use time::Duration;

use crate::support::{Attempt, Browser, Grant, TestCarport};

pub(crate) const OWNER: &str = "owner@example.com";
const LINK_WORDS: &str = "Log in at the maker again";

/// A car whose owner has to log in again, as a refresh has told.
pub(crate) async fn lapsed(carport: &TestCarport, browser: &mut Browser) -> Grant {
    let grant = carport.connect(browser, OWNER).await;
    carport.clock.advance(Duration::minutes(1));
    carport.smartcar.log_in_lapses(OWNER).await;
    browser
        .submit("/api/vehicle/refresh", &[("vehicle", &grant.vehicles[0])])
        .await;
    carport.smartcar.forget_requests().await;
    grant
}

pub(crate) fn link(vehicle: &str) -> String {
    format!("/reauthenticate?vehicle={vehicle}")
}

/// How Connect answers a re-authentication.
pub(crate) fn answer(attempt: &Attempt, vehicle: &str) -> String {
    format!("/exchange?vehicle_id={vehicle}&state={}", attempt.state)
}

#[tokio::test]
async fn an_owner_logs_in_again_and_everything_is_still_there() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = lapsed(&carport, &mut browser).await;
    let vehicle = &grant.vehicles[0];
    let address = format!("/vehicle/{vehicle}");
    let page = browser.get(&address).await;
    page.assert_shows("Log-in lapsed")
        .assert_shows("Last good value")
        .assert_shows(&format!(
            "<a href=\"{}\" rel=\"external\">{LINK_WORDS}",
            link(vehicle)
        ));
    let session = browser.cookie("carport_session").unwrap().to_owned();

    let attempt = Attempt::of(&browser.get(&link(vehicle)).await);
    assert_eq!(attempt.address.path(), "/oauth/reauthenticate");
    let sent: Vec<(String, String)> = attempt.address.query_pairs().into_owned().collect();
    for (name, value) in [
        ("client_id", smartcar_simulator::DEVELOPMENT_APPLICATION_ID),
        ("response_type", "vehicle_id"),
        ("vehicle_id", vehicle),
        ("redirect_uri", "http://localhost:8000/exchange"),
    ] {
        assert!(
            sent.contains(&(name.to_owned(), value.to_owned())),
            "{sent:?}"
        );
    }
    let back = carport.smartcar.log_in_again(&attempt.address, OWNER).await;
    // The clock stands still: the car was read a moment ago, and is read again all the same.
    let page = browser.get(&back).await;
    assert_eq!(page.location(), format!("{address}?notice=logged-in-again"));
    assert_eq!(carport.smartcar.requests().await, ["GET signals.list"]);
    browser
        .get(page.location())
        .await
        .assert_shows("You are logged in at the maker again.")
        .assert_shows("Odometer")
        .assert_hides("Log-in lapsed")
        .assert_hides("Last good value")
        .assert_hides(LINK_WORDS);
    assert_eq!(browser.cookie("carport_session"), Some(session.as_str()));
}

#[tokio::test]
async fn the_next_connection_is_confirmed_as_ever() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = lapsed(&carport, &mut browser).await;
    // An attempt that is under way keeps its own external id.
    let connecting = carport.begin(&mut browser).await;
    let attempt = Attempt::of(&browser.get(&link(&grant.vehicles[0])).await);
    assert_ne!(attempt.external_id, connecting.external_id);
    let back = carport.smartcar.log_in_again(&attempt.address, OWNER).await;
    browser.get(&back).await;

    carport
        .smartcar
        .grant(OWNER, Some(&connecting.external_id))
        .await;
    let page = browser.get(&connecting.callback(&grant.user)).await;
    assert_eq!(page.location(), "/vehicle");
}

#[tokio::test]
async fn when_smartcar_still_wants_a_log_in_the_page_says_so_and_how() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    carport
        .smartcar
        .quirks(json!({ "failedLoginFailsReads": true }))
        .await;
    let vehicle = &lapsed(&carport, &mut browser).await.vehicles[0];
    let attempt = Attempt::of(&browser.get(&link(vehicle)).await);
    // Nobody has logged in.
    let page = browser.get(&answer(&attempt, vehicle)).await;
    browser
        .get(page.location())
        .await
        .assert_shows("role=\"alert\"")
        .assert_shows("has lapsed")
        .assert_shows(&link(vehicle))
        .assert_shows("Odometer")
        .assert_hides("You are logged in");
}

#[tokio::test]
async fn the_budget_holds_and_the_page_says_when() {
    let carport = TestCarport::start_with(&["--vehicle-requests-per-month=2"]).await;
    let mut browser = carport.browser();
    let vehicle = &lapsed(&carport, &mut browser).await.vehicles[0];
    let attempt = Attempt::of(&browser.get(&link(vehicle)).await);
    let back = carport.smartcar.log_in_again(&attempt.address, OWNER).await;
    let page = browser.get(&back).await;
    browser
        .get(page.location())
        .await
        .assert_shows("You are logged in at the maker again.")
        .assert_shows("Possible again");
    assert!(carport.smartcar.requests().await.is_empty());
}
