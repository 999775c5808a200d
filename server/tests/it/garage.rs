//! What an owner can do with the connections, with plain forms.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use serde_json::json;

use crate::support::TestCarport;

const DISCONNECT: &str = "/api/vehicle/disconnect";
const SIGN_OUT: &str = "/api/account/sign-out";
const ERASE: &str = "/api/account/erase";

#[tokio::test]
async fn disconnecting_removes_one_car_at_smartcar_and_here() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    carport
        .smartcar
        .account_with_cars("two@example.com", 2)
        .await;
    let grant = carport.connect(&mut browser, "two@example.com").await;
    let page = browser
        .submit(DISCONNECT, &[("vehicle", &grant.vehicles[0])])
        .await;
    assert_eq!(page.location(), "/vehicle?notice=disconnected");
    browser
        .get("/vehicle")
        .await
        .assert_hides(&grant.vehicles[0])
        .assert_shows(&grant.vehicles[1]);
    let requests = carport.smartcar.requests().await;
    assert_eq!(requests.last().unwrap(), "DELETE connections.delete");
}

#[tokio::test]
async fn a_car_that_smartcar_has_lost_can_still_be_disconnected() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    carport
        .smartcar
        .fault(
            "connections.delete",
            json!({ "status": { "code": 404, "type": "RESOURCE_NOT_FOUND" } }),
        )
        .await;
    browser
        .submit(DISCONNECT, &[("vehicle", &grant.vehicles[0])])
        .await;
    browser
        .get("/vehicle")
        .await
        .assert_hides(&grant.vehicles[0]);
}

#[tokio::test]
async fn when_smartcar_does_not_disconnect_the_car_stays_and_the_page_says_so() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    carport
        .smartcar
        .fault("connections.delete", json!({ "html": 503 }))
        .await;
    let page = browser
        .submit(DISCONNECT, &[("vehicle", &grant.vehicles[0])])
        .await;
    let shown = browser.get(page.location()).await;
    shown
        .assert_shows(&grant.vehicles[0])
        .assert_shows("Smartcar did not answer")
        .assert_shows("role=\"alert\"");
}

#[tokio::test]
async fn the_cars_of_others_can_be_neither_seen_nor_disconnected() {
    let carport = TestCarport::start().await;
    let mut owner = carport.browser();
    let grant = carport.connect(&mut owner, "owner@example.com").await;
    let mut other = carport.browser();
    carport.connect(&mut other, "other@example.com").await;
    carport.smartcar.forget_requests().await;
    other.get("/vehicle").await.assert_hides(&grant.vehicles[0]);
    for id in [
        grant.vehicles[0].as_str(),
        "",
        "../users",
        "%00",
        "<script>",
    ] {
        let page = other.submit(DISCONNECT, &[("vehicle", id)]).await;
        assert_ne!(page.status, StatusCode::OK, "{id}");
    }
    assert!(carport.smartcar.requests().await.is_empty());
    owner.get("/vehicle").await.assert_shows(&grant.vehicles[0]);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_leaves_the_car_connected() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    let session = browser.cookie("carport_session").unwrap().to_owned();
    carport.smartcar.forget_requests().await;
    let page = browser.submit(SIGN_OUT, &[]).await;
    assert_eq!(page.location(), "/?notice=signed-out");
    assert_eq!(browser.cookie("carport_session"), None);
    browser.set_cookie("carport_session", &session);
    assert_eq!(browser.get("/vehicle").await.location(), "/");
    assert!(carport.smartcar.requests().await.is_empty());
    // The same owner comes back and finds the car.
    let mut again = carport.browser();
    carport.connect(&mut again, "owner@example.com").await;
    again.get("/vehicle").await.assert_shows(&grant.vehicles[0]);
}

#[tokio::test]
async fn erasing_removes_everything_there_and_here() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    carport
        .smartcar
        .account_with_cars("two@example.com", 2)
        .await;
    carport.connect(&mut browser, "two@example.com").await;
    let mut phone = carport.browser();
    carport.connect(&mut phone, "two@example.com").await;
    carport.smartcar.forget_requests().await;
    let page = browser.submit(ERASE, &[]).await;
    assert_eq!(page.location(), "/?notice=erased");
    let mut requests = carport.smartcar.requests().await;
    requests.sort();
    assert_eq!(
        requests,
        [
            "DELETE connections.delete",
            "DELETE connections.delete",
            "DELETE users.delete"
        ]
    );
    assert_eq!(browser.get("/vehicle").await.location(), "/");
    assert_eq!(phone.get("/vehicle").await.location(), "/");
}

#[tokio::test]
async fn an_erasure_that_stops_halfway_can_be_taken_up_again() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    carport.connect(&mut browser, "owner@example.com").await;
    let fault = carport
        .smartcar
        .fault("users.delete", json!({ "html": 503 }))
        .await;
    let page = browser.submit(ERASE, &[]).await;
    browser
        .get(page.location())
        .await
        .assert_shows("Smartcar did not answer");
    carport.smartcar.remove_fault(&fault).await;
    let page = browser.submit(ERASE, &[]).await;
    assert_eq!(page.location(), "/?notice=erased");
}

#[tokio::test]
async fn without_a_session_nothing_happens_and_the_visitor_is_led_to_the_start() {
    let carport = TestCarport::start().await;
    let mut visitor = carport.browser();
    assert_eq!(visitor.get("/vehicle").await.location(), "/");
    for form in [DISCONNECT, ERASE] {
        visitor.submit(form, &[("vehicle", "x")]).await;
    }
    assert!(carport.smartcar.requests().await.is_empty());
}

#[tokio::test]
async fn fifty_cars_are_one_page_of_at_most_60_kilobytes() {
    const LARGEST: usize = 60_000;

    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    carport
        .smartcar
        .account_with_cars("fifty@example.com", 50)
        .await;
    carport.connect(&mut browser, "fifty@example.com").await;
    let page = browser.get("/vehicle").await;
    for number in 0..50 {
        page.assert_shows(&format!("Tesla Model {number}<"));
    }

    let request = Request::get("/vehicle")
        .header(header::ACCEPT, "text/html")
        .header(header::ACCEPT_ENCODING, "br");
    let compressed = browser.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(compressed.header("content-encoding"), "br");
    assert!(compressed.length <= LARGEST, "{}", compressed.length);
    assert!(page.length > LARGEST, "{}", page.length);
}
