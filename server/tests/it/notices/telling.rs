//! What becomes a notice, and when it ends.

use serde_json::json;

use super::{NOTICES, Scene};
use crate::support::TestCarport;

#[tokio::test]
async fn a_car_that_is_left_unlocked_is_told_of_everywhere_until_it_is_locked() {
    let mut scene = Scene::start().await;
    let page = scene.set(&[("unlocked", "on")]).await;
    assert_eq!(page.location(), "/notices?notice=saved");
    scene.page().await.assert_shows("Nothing to tell.");
    scene.carport.clock.advance(time::Duration::HOUR);
    scene.locked(false, 0).await;
    scene.pass(9).await;
    scene.page().await.assert_shows("Nothing to tell.");

    let mut heard = scene.browser.listen("/events", None).await;
    heard.next().await.unwrap();
    scene.pass(1).await;
    // Every open page is told.
    heard.next().await.unwrap();
    let car = format!("/vehicle/{}", scene.car());
    let page = scene.page().await;
    page.assert_shows("1 notice open.")
        .assert_shows("Unlocked since 13:00 UTC, for 10 minutes.")
        .assert_shows(r#"<span class="nav-count">1<span class="visually-hidden"> open</span>"#);
    let page = scene.browser.get(&car).await;
    page.assert_shows("What needs a hand")
        .assert_shows("Unlocked since 13:00 UTC, for 10 minutes.");
    // Once, however often it is looked.
    scene.locked(false, 0).await;
    scene.pass(4).await;
    scene.page().await.assert_shows("1 notice open.");

    scene.pass(6).await;
    scene.locked(true, 2).await;
    let page = scene.page().await;
    page.assert_shows("Nothing to tell.")
        .assert_shows("Unlocked from 13:00 UTC to 13:18 UTC, for 18 minutes.");
    assert!(!page.body.contains("nav-count"), "{}", page.body);
    let page = scene.browser.get(&car).await;
    page.assert_hides("Unlocked since");
}

#[tokio::test]
async fn a_late_delivery_is_told_at_once_and_an_old_one_not_at_all() {
    let mut scene = Scene::start().await;
    scene.set(&[("unlocked", "on")]).await;
    scene.carport.clock.advance(time::Duration::hours(9));
    scene.locked(false, 200).await;
    scene.page().await.assert_shows("Nothing to tell.");
    scene.locked(false, 15).await;
    let page = scene.page().await;
    page.assert_shows("1 notice open.");
    // An older value replaces nothing, but says that it had been locked in between.
    scene.locked(true, 5).await;
    scene.page().await.assert_shows("Nothing to tell.");
}

#[tokio::test]
async fn a_car_that_was_unlocked_before_is_told_of_when_the_rule_is_switched_on() {
    let mut scene = Scene::start().await;
    scene.carport.clock.advance(time::Duration::HOUR);
    scene.locked(false, 0).await;
    scene.carport.clock.advance(time::Duration::minutes(20));
    scene.set(&[("unlocked", "on")]).await;
    let page = scene.page().await;
    page.assert_shows("Unlocked since 13:00 UTC, for 20 minutes.");
    // Switched off, it is over.
    scene.set(&[]).await;
    let page = scene.page().await;
    page.assert_shows("Carport watches for nothing yet.")
        .assert_shows("Unlocked from 13:00 UTC to 13:20 UTC, for 20 minutes.");
}

#[tokio::test]
async fn a_charge_that_stops_early_is_told_and_one_that_its_owner_stopped_is_not() {
    for by_owner in [false, true] {
        let mut scene = Scene::start().await;
        scene.set(&[("charging-stopped", "on")]).await;
        scene.carport.clock.advance(time::Duration::HOUR);
        let level = json!({"value": 41, "unit": "percent"});
        let is = |is: bool| json!({ "value": is });
        scene.deliver("charge-ischarging", &is(true), 0).await;
        scene
            .deliver("charge-ischargingcableconnected", &is(true), 0)
            .await;
        let limits = json!({"values": [], "activeLimit": 80, "unit": "percent"});
        scene.deliver("charge-chargelimits", &limits, 0).await;
        scene.pass(10).await;
        if by_owner {
            let car = scene.car();
            let charges = json!({"state": {"pluggedIn": true, "charging": true}});
            scene.carport.smartcar.set_vehicle(&car, charges).await;
            let now = server::clock::Clock::now(&*scene.carport.clock);
            let key = format!("{}.{:0>43}", now.unix_timestamp(), 1);
            let fields = [("key", key.as_str()), ("command", "stop-charging")];
            let car = format!("/vehicle/{car}");
            let page = scene.browser.submit(&car, &fields).await;
            assert_eq!(page.status.as_u16(), 303, "{}", page.body);
            scene.carport.state.unattended.settled().await;
        }
        scene.deliver("charge-ischarging", &is(false), 0).await;
        scene
            .deliver("tractionbattery-stateofcharge", &level, 0)
            .await;
        scene.page().await.assert_shows("Nothing to tell.");
        scene.pass(5).await;
        let told =
            "Charging stopped at 13:10 UTC with 41\u{202f}%, below the car’s limit of 80\u{202f}%.";
        let page = scene.page().await;
        if by_owner {
            page.assert_shows("Nothing to tell.");
        } else {
            page.assert_shows(told);
            scene.deliver("charge-ischarging", &is(true), 0).await;
            let page = scene.page().await;
            page.assert_shows(&format!("{told} Over at 13:15 UTC."));
        }
    }
}

#[tokio::test]
async fn a_low_tyre_is_told_in_the_readers_unit() {
    let mut scene = Scene::start().await;
    scene.set(&[("tyre-low", "on")]).await;
    scene.carport.clock.advance(time::Duration::HOUR);
    let tyres =
        |bar: f64| json!({"values": [{"row": 0, "column": 1, "tirePressure": bar}], "unit": "bar"});
    scene.deliver("wheel-tires", &tyres(1.82), 1).await;
    let told =
        "Front right tyre at 1.82\u{202f}bar, below 2.0\u{202f}bar, as the car said at 12:59 UTC.";
    scene.page().await.assert_shows(told);
    let chosen = "distance=mi&temperature=c&pressure=psi&volume=l";
    scene.browser.set_cookie("carport_preferences", chosen);
    let page = scene.page().await;
    page.assert_shows("tyre at 26.4\u{202f}psi, below 29.0\u{202f}psi")
        .assert_shows(r#"name="pressure" value="psi""#);
    // By another threshold it is not low, and that is over.
    let changes = [
        ("tyre-low", "on"),
        ("pressure", "psi"),
        ("tyre-low-number", "26"),
    ];
    scene.set(&changes).await;
    scene.page().await.assert_shows("Nothing to tell.");
}

#[tokio::test]
async fn a_silent_car_is_told_of_after_a_day_and_until_it_speaks() {
    let mut scene = Scene::start().await;
    scene.locked(true, 0).await;
    scene.set(&[("silent", "on")]).await;
    scene.pass(24 * 60 - 1).await;
    scene.page().await.assert_shows("Nothing to tell.");
    scene.pass(1).await;
    let page = scene.page().await;
    page.assert_shows("Nothing heard since 23 November, 12:00 UTC, for 24 hours.");
    scene.pass(60).await;
    let odometer = json!({"value": 1000, "unit": "km"});
    scene
        .deliver("odometer-traveleddistance", &odometer, 0)
        .await;
    let page = scene.page().await;
    page.assert_shows("Nothing heard from 23 November, 12:00 UTC to 13:00 UTC, for 25 hours.");
}

#[tokio::test]
async fn what_is_put_away_stays_away_and_is_not_told_again() {
    let mut scene = Scene::start().await;
    scene.set(&[("unlocked", "on")]).await;
    scene.carport.clock.advance(time::Duration::HOUR);
    scene.locked(false, 15).await;
    let page = scene.page().await;
    let (_, rest) = page.body.split_once("name=\"notice\" value=\"").unwrap();
    let id = rest.split_once('"').unwrap().0.to_owned();

    let mut stranger = scene.carport.browser();
    scene
        .carport
        .connect(&mut stranger, "stranger@example.com")
        .await;
    let fields = [("form", "put-away"), ("notice", id.as_str())];
    stranger.submit(NOTICES, &fields).await.assert_status(404);
    scene.page().await.assert_shows("1 notice open.");

    for _ in 0..2 {
        let page = scene.browser.submit(NOTICES, &fields).await;
        assert_eq!(page.location(), "/notices?notice=put-away");
    }
    scene.pass(1).await;
    scene.locked(false, 0).await;
    let page = scene.page().await;
    page.assert_shows("Nothing to tell.")
        .assert_shows("Put away, and still so.")
        .assert_shows("Unlocked since 12:45 UTC, for 16 minutes.");
}

#[tokio::test]
async fn a_browser_is_told_what_is_new_and_nobody_elses() {
    let mut scene = Scene::start().await;
    let news = |page: &crate::support::Page| -> serde_json::Value {
        assert_eq!(page.header("cache-control"), "no-store");
        serde_json::from_str(&page.body).unwrap()
    };
    let first = news(&scene.browser.get("/notices/new").await);
    assert_eq!(first["notices"], json!([]));
    scene.set(&[("unlocked", "on")]).await;
    scene.carport.clock.advance(time::Duration::HOUR);
    scene.locked(false, 15).await;

    let since = format!("/notices/new?since={}", first["now"]);
    let told = news(&scene.browser.get(&since).await);
    let notice = &told["notices"][0];
    assert_eq!(notice["text"], "Unlocked since 12:45 UTC, for 15 minutes.");
    assert!(notice["title"].as_str().unwrap().starts_with("Tesla"));
    assert_eq!(notice["id"].as_str().unwrap().len(), 36);
    // A little is told twice, and the browser knows it by its id; later it is not.
    scene.carport.clock.advance(time::Duration::minutes(2));
    let later = news(&scene.browser.get("/notices/new").await);
    assert_eq!(later["notices"], json!([]));
    let since_then = format!("/notices/new?since={}", later["now"]);
    let told = news(&scene.browser.get(&since_then).await);
    assert_eq!(told["notices"], json!([]));

    let mut stranger = scene.carport.browser();
    stranger.get(&since).await.assert_status(401);
    scene
        .carport
        .connect(&mut stranger, "stranger@example.com")
        .await;
    let told = news(&stranger.get(&since).await);
    assert_eq!(told["notices"], json!([]));
    for query in ["since=", "since=x", "since=-1", "since=1&since=1", "%00"] {
        let page = scene.browser.get(&format!("/notices/new?{query}")).await;
        assert_eq!(news(&page)["notices"], json!([]), "{query}");
    }
}

#[tokio::test]
async fn postgres_has_two_replicas_raise_one_notice() {
    const TOKEN: &str = "--smartcar-management-token=the-management-token";
    let mut scene = Scene::of(TestCarport::start_on_postgres(&[TOKEN]).await).await;
    let other = scene.carport.start_replica(&[TOKEN]).await;
    scene.set(&[("unlocked", "on"), ("silent", "on")]).await;
    scene.carport.clock.advance(time::Duration::HOUR);
    scene.locked(false, 0).await;
    let mut at_other = other.browser_of(&scene.browser);
    let mut heard = at_other.listen("/events", None).await;
    heard.next().await.unwrap();

    scene.carport.clock.advance(time::Duration::minutes(10));
    let (one, two) = tokio::join!(
        server::watch::look_at_due(&scene.carport.state),
        server::watch::look_at_due(&other.state)
    );
    one.unwrap();
    two.unwrap();
    heard.next().await.unwrap();
    let page = at_other.get(NOTICES).await;
    page.assert_shows("1 notice open.")
        .assert_shows("Unlocked since 13:00 UTC, for 10 minutes.");
}
