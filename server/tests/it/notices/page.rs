//! The page of the notices, and the forms on it.

use super::{NOTICES, Scene};
use crate::support::TestCarport;

#[tokio::test]
async fn it_is_for_those_who_are_signed_in() {
    let carport = TestCarport::start().await;
    let mut visitor = carport.browser();
    assert_eq!(visitor.get(NOTICES).await.location(), "/");
    visitor.get("/").await.assert_hides("/notices\"");
    let fields = [("form", "all"), ("vehicle", "any")];
    let page = visitor.submit(NOTICES, &fields).await;
    assert_eq!(page.location(), "/?notice=session-ended");
}

#[tokio::test]
async fn one_press_watches_for_all_four_and_keeps_what_was_set() {
    let mut scene = Scene::start().await;
    scene
        .page()
        .await
        .assert_shows("Carport watches for nothing yet.");
    scene
        .set(&[("unlocked-number", "45"), ("tyre-low-number", "2,35")])
        .await;
    let car = scene.car();
    let fields = [("form", "all"), ("vehicle", car.as_str())];
    let page = scene.browser.submit(NOTICES, &fields).await;
    assert_eq!(page.location(), "/notices?notice=saved");
    let page = scene.browser.get("/notices?notice=saved").await;
    page.assert_shows("Your settings are saved.")
        .assert_shows("Nothing to tell.")
        .assert_hides("Watch for all four");
    assert_eq!(page.body.matches(" checked").count(), 4);
    page.assert_shows(r#"value="45""#)
        .assert_shows(r#"value="2.35""#)
        .assert_shows(r#"value="24""#);
}

#[tokio::test]
async fn a_wrong_number_is_answered_with_the_page_and_what_was_typed() {
    let mut scene = Scene::start().await;
    let hostile = "\"><script>alert(1)</script>";
    for (field, typed, bounds) in [
        ("unlocked-number", "", "from 1 to 720 minutes"),
        ("unlocked-number", "721", "from 1 to 720 minutes"),
        ("charging-stopped-number", "9", "from 10 to 100 %"),
        ("tyre-low-number", "20", "from 1.0 to 6.0 bar"),
        ("silent-number", "-3", "from 1 to 168 hours"),
        ("silent-number", hostile, "from 1 to 168 hours"),
        ("silent-number", "1\u{202e}\0", "from 1 to 168 hours"),
    ] {
        let page = scene.set(&[("unlocked", "on"), (field, typed)]).await;
        page.assert_status(422)
            .assert_shows(&format!("Type a number {bounds}."))
            .assert_shows(r#"aria-invalid="true""#)
            .assert_hides("<script>alert");
        let escaped = typed.replace('"', "&quot;").replace('<', "&lt;");
        if !typed.contains('\0') && typed != hostile {
            page.assert_shows(&format!("value=\"{escaped}\""));
        }
        // The tick stays, and nothing was saved.
        assert_eq!(page.body.matches(" checked").count(), 1, "{}", page.body);
        scene
            .page()
            .await
            .assert_shows("Carport watches for nothing yet.");
    }
    let huge = "9".repeat(40_000);
    let page = scene.set(&[("silent-number", &huge)]).await;
    page.assert_status(422).assert_hides(&"9".repeat(41));
}

#[tokio::test]
async fn a_car_of_somebody_else_is_not_there() {
    let mut scene = Scene::start().await;
    let mut stranger = scene.carport.browser();
    let grant = scene
        .carport
        .connect(&mut stranger, "stranger@example.com")
        .await;
    for vehicle in [grant.vehicles[0].as_str(), "", "no such car", "../\u{0}"] {
        let page = scene.set(&[("vehicle", vehicle), ("silent", "on")]).await;
        page.assert_status(404);
        // Whoever cannot have the car is not told of numbers.
        let page = scene
            .set(&[("vehicle", vehicle), ("silent-number", "x")])
            .await;
        page.assert_status(404).assert_hides("Type a number");
        let fields = [("form", "all"), ("vehicle", vehicle)];
        let page = scene.browser.submit(NOTICES, &fields).await;
        page.assert_status(404);
    }
    let page = stranger.get(NOTICES).await;
    page.assert_shows("Carport watches for nothing yet.");
}

#[tokio::test]
async fn a_car_that_is_disconnected_and_an_owner_who_erases_leave_nothing() {
    for address in ["/api/vehicle/disconnect", "/api/account/erase"] {
        let mut scene = Scene::start().await;
        scene.set(&[("unlocked", "on")]).await;
        scene.carport.clock.advance(time::Duration::HOUR);
        scene.locked(false, 15).await;
        scene.page().await.assert_shows("1 notice open.");
        let car = scene.car();
        let fields = [("vehicle", car.as_str())];
        scene.browser.submit(address, &fields).await;
        let mut browser = scene.carport.browser();
        scene
            .carport
            .connect(&mut browser, "owner@example.com")
            .await;
        let page = browser.get(NOTICES).await;
        page.assert_shows("Carport watches for nothing yet.")
            .assert_hides("Unlocked since")
            .assert_hides("Unlocked from");
        scene.pass(60).await;
    }
}
