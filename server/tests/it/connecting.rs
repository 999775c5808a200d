//! From `/login` to a car in the table, and every way in which an attempt is not taken.

use time::Duration;

use crate::support::{Attempt, TestCarport};

/// Everything that Carport has a place for, save what says who the owner is.
const DEFAULT_SCOPE: &str = "read_vehicle_info read_extended_vehicle_info read_battery read_charge \
    read_charge_records read_fuel read_engine_oil read_odometer read_security read_tires \
    read_location read_climate read_thermometer read_diagnostics read_service_history \
    control_security control_charge control_navigation";

#[tokio::test]
async fn an_owner_connects_a_car_and_sees_it() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let attempt = carport.begin(&mut browser).await;
    assert_eq!(attempt.address.path(), "/oauth/authorize");
    let sent: Vec<(String, String)> = attempt.address.query_pairs().into_owned().collect();
    for (name, value) in [
        (
            "application_id",
            smartcar_simulator::DEVELOPMENT_APPLICATION_ID,
        ),
        ("response_type", "none"),
        ("redirect_uri", "http://localhost:8000/exchange"),
        ("mode", "simulated"),
        ("scope", DEFAULT_SCOPE),
    ] {
        assert!(
            sent.contains(&(name.to_owned(), value.to_owned())),
            "{name} in {sent:?}"
        );
    }

    let grant = carport
        .smartcar
        .grant("owner@example.com", Some(&attempt.external_id))
        .await;
    let page = browser.get(&attempt.callback(&grant.user)).await;
    page.assert_status(303);
    assert_eq!(page.location(), "/vehicle");
    page.assert_hides(&grant.user);

    let garage = browser.get("/vehicle").await;
    garage.assert_status(200).assert_hides(&grant.user);
    for vehicle in &grant.vehicles {
        garage.assert_shows(vehicle);
    }
}

#[tokio::test]
async fn a_warm_page_asks_smartcar_nothing_and_connecting_asks_as_little_as_can_be() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    carport
        .smartcar
        .account_with_cars("ten@example.com", 10)
        .await;
    carport.connect(&mut browser, "ten@example.com").await;
    let requests = carport.smartcar.requests().await;
    let count = |route: &str| {
        requests
            .iter()
            .filter(|request| request.ends_with(route))
            .count()
    };
    assert_eq!(requests.len(), 22, "{requests:?}");
    assert_eq!(count("token"), 1, "{requests:?}");
    assert_eq!(count("connections.list"), 1, "{requests:?}");
    assert_eq!(count("vehicles.get"), 10, "{requests:?}");
    assert_eq!(count("signals.list"), 10, "{requests:?}");

    carport.smartcar.forget_requests().await;
    for _ in 0..3 {
        browser.get("/vehicle").await.assert_status(200);
        browser.get("/").await.assert_status(200);
    }
    assert!(carport.smartcar.requests().await.is_empty());
}

#[tokio::test]
async fn all_vehicles_are_read_at_once() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    carport
        .smartcar
        .account_with_cars("ten@example.com", 10)
        .await;
    let attempt = carport.begin(&mut browser).await;
    let grant = carport
        .smartcar
        .grant("ten@example.com", Some(&attempt.external_id))
        .await;
    let hold = carport.smartcar.fault("vehicles.get", "hold".into()).await;
    let callback = attempt.callback(&grant.user);
    let (page, ()) = tokio::join!(browser.get(&callback), async {
        // Ten requests are under way before the first is answered.
        let fault = carport.smartcar.held(&hold, 10).await;
        assert_eq!(fault["held"], 10, "{fault}");
        carport.smartcar.release(&hold).await;
    });
    assert_eq!(page.location(), "/vehicle");
}

#[tokio::test]
async fn several_tabs_each_end_their_own_attempt() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let first = carport.begin(&mut browser).await;
    let second = carport.begin(&mut browser).await;
    assert_ne!(first.state, second.state);
    assert_ne!(first.external_id, second.external_id);
    let one = carport
        .smartcar
        .grant("one@example.com", Some(&first.external_id))
        .await;
    let two = carport
        .smartcar
        .grant("two@example.com", Some(&second.external_id))
        .await;
    for path in [second.callback(&two.user), first.callback(&one.user)] {
        assert_eq!(browser.get(&path).await.location(), "/vehicle");
    }
    // One session holds both owners.
    let garage = browser.get("/vehicle").await;
    for vehicle in one.vehicles.iter().chain(&two.vehicles) {
        garage.assert_shows(vehicle);
    }
}

#[tokio::test]
async fn the_session_id_changes_at_every_connection() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    carport.connect(&mut browser, "one@example.com").await;
    let before = browser.cookie("carport_session").unwrap().to_owned();
    let mut thief = carport.browser();
    thief.set_cookie("carport_session", &before);
    thief.get("/vehicle").await.assert_status(200);
    carport.connect(&mut browser, "two@example.com").await;
    assert_ne!(browser.cookie("carport_session").unwrap(), before);
    assert_eq!(thief.get("/vehicle").await.location(), "/");
}

#[tokio::test]
async fn an_attempt_cannot_be_replayed() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let attempt = carport.begin(&mut browser).await;
    let grant = carport
        .smartcar
        .grant("owner@example.com", Some(&attempt.external_id))
        .await;
    let callback = attempt.callback(&grant.user);
    assert_eq!(browser.get(&callback).await.location(), "/vehicle");
    assert_eq!(
        browser.get(&callback).await.location(),
        "/connect/used_attempt"
    );
    browser
        .get("/connect/used_attempt")
        .await
        .assert_status(410);
    // It did not cost the session.
    browser.get("/vehicle").await.assert_status(200);
}

#[tokio::test]
async fn an_attempt_is_too_late_after_fifteen_minutes() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let attempt = carport.begin(&mut browser).await;
    let grant = carport
        .smartcar
        .grant("owner@example.com", Some(&attempt.external_id))
        .await;
    carport.clock.advance(Duration::minutes(15));
    let page = browser.get(&attempt.callback(&grant.user)).await;
    assert_eq!(page.location(), "/connect/expired_attempt");
    browser
        .get("/connect/expired_attempt")
        .await
        .assert_status(410);
    assert_eq!(browser.get("/vehicle").await.location(), "/");
}

#[tokio::test]
async fn an_attempt_of_another_browser_is_refused_and_stays_good_for_its_own() {
    let carport = TestCarport::start().await;
    let mut victim = carport.browser();
    let attempt = carport.begin(&mut victim).await;
    let grant = carport
        .smartcar
        .grant("owner@example.com", Some(&attempt.external_id))
        .await;
    let callback = attempt.callback(&grant.user);

    let mut without_cookie = carport.browser();
    let page = without_cookie.get(&callback).await;
    assert_eq!(page.location(), "/connect/foreign_attempt");
    let mut with_another = carport.browser();
    carport.begin(&mut with_another).await;
    let page = with_another.get(&callback).await;
    assert_eq!(page.location(), "/connect/foreign_attempt");
    assert_eq!(with_another.get("/vehicle").await.location(), "/");

    assert_eq!(victim.get(&callback).await.location(), "/vehicle");
}

#[tokio::test]
async fn a_state_that_nobody_made_is_unknown() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    carport.begin(&mut browser).await;
    let state = "A".repeat(43);
    let page = browser
        .get(&format!("/exchange?user_id=someone&state={state}"))
        .await;
    assert_eq!(page.location(), "/connect/unknown_attempt");
    assert!(carport.smartcar.requests().await.is_empty());
}

#[tokio::test]
async fn every_error_of_connect_has_its_page_and_ends_the_attempt() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    for (error, slug, status) in [
        ("access_denied", "access_denied", 403),
        ("vehicle_incompatible", "vehicle_incompatible", 422),
        ("invalid_subscription", "invalid_subscription", 422),
        ("no_vehicles", "no_vehicles", 422),
        ("configuration_error", "configuration_error", 500),
        ("server_error", "server_error", 502),
        (
            "user_manually_returned_to_application",
            "user_manually_returned_to_application",
            403,
        ),
        (
            "user_cancelled",
            "user_manually_returned_to_application",
            403,
        ),
        ("a_new_one", "unknown_error", 502),
    ] {
        let attempt = carport.begin(&mut browser).await;
        let callback = format!(
            "/exchange?error={error}&error_description=x&state={}&vin=0SCAUDI012FE3B132&make=AUDI&year=2016&status_code=400&error_message=m",
            attempt.state
        );
        let page = browser.get(&callback).await;
        assert_eq!(page.location(), format!("/connect/{slug}"));
        page.assert_hides("0SCAUDI012FE3B132");
        browser
            .get(page.location())
            .await
            .assert_status(status)
            .assert_shows("<h1");
        assert_eq!(
            browser.get(&callback).await.location(),
            "/connect/used_attempt"
        );
    }
    assert_eq!(browser.get("/vehicle").await.location(), "/");
}

#[tokio::test]
async fn the_page_to_return_to_is_one_of_ours() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let attempt = Attempt::of(&browser.get("/login?return_to=%2F").await);
    let grant = carport
        .smartcar
        .grant("owner@example.com", Some(&attempt.external_id))
        .await;
    let page = browser.get(&attempt.callback(&grant.user)).await;
    assert_eq!(page.location(), "/");
}
