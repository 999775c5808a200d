//! A name of one's own for each car.

use crate::support::{Browser, Page, TestCarport};

const SETTINGS: &str = "/settings";

async fn name(browser: &mut Browser, vehicle: &str, name: &str) -> Page {
    let fields = [("form", "name"), ("vehicle", vehicle), ("name", name)];
    browser.submit(SETTINGS, &fields).await
}

#[tokio::test]
async fn a_name_stands_wherever_the_car_is_named() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    let car = format!("/vehicle/{}", grant.vehicles[0]);
    carport.smartcar.forget_requests().await;

    let page = name(&mut browser, &grant.vehicles[0], "  Blue \t bird ").await;
    assert_eq!(page.location(), "/settings?notice=saved");
    browser
        .get("/vehicle")
        .await
        .assert_shows(">Blue bird</a>")
        .assert_shows("Blue bird</button>");
    browser
        .get(&car)
        .await
        .assert_shows("<title>Blue bird · Carport</title>")
        .assert_shows("<h1 tabindex=\"-1\">Blue bird</h1>")
        .assert_shows("<p class=\"car-facts\">Tesla Model")
        .assert_shows("Blue bird</button>");
    browser
        .get(SETTINGS)
        .await
        .assert_shows("value=\"Blue bird\"");
    assert!(carport.smartcar.requests().await.is_empty());

    // In another browser of the same owner too, and connecting again keeps it.
    let mut phone = carport.browser();
    carport.connect(&mut phone, "owner@example.com").await;
    phone.get("/vehicle").await.assert_shows(">Blue bird</a>");

    name(&mut browser, &grant.vehicles[0], " ").await;
    browser
        .get(&car)
        .await
        .assert_hides("Blue bird")
        .assert_shows("<h1 tabindex=\"-1\">Tesla Model");
}

#[tokio::test]
async fn a_refused_name_says_why_and_stays_in_its_field() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    name(&mut browser, &grant.vehicles[0], "Bluebird").await;
    let (too_long, huge) = ("b".repeat(61), "b".repeat(50_000));
    for (typed, kept, reason) in [
        (too_long.as_str(), too_long.as_str(), "has 61 characters"),
        (&huge, &huge, "has 50000 characters"),
        ("Blue\u{202e}bird", "Blue\u{202e}bird", "hidden character"),
        ("Blue\0bird", "Blue", "hidden character"),
        ("\u{7f}\">bird", "\u{7f}&quot;", "hidden character"),
        ("\u{200b}", "\u{200b}", "Nothing of this name can be seen"),
    ] {
        let page = name(&mut browser, &grant.vehicles[0], typed).await;
        page.assert_status(422)
            .assert_shows(reason)
            .assert_shows(&format!("value=\"{kept}"))
            .assert_shows("aria-invalid=\"true\"")
            .assert_shows("<h1 tabindex=\"-1\">Settings</h1>");
        assert!(page.header("content-type").starts_with("text/html"));
        assert!(page.header("content-security-policy").contains("nonce"));
    }
    browser.get("/vehicle").await.assert_shows(">Bluebird</a>");
    let sixty = "🚗".repeat(60);
    name(&mut browser, &grant.vehicles[0], &sixty).await;
    browser.get("/vehicle").await.assert_shows(&sixty);
}

#[tokio::test]
async fn only_the_sessions_own_cars_can_be_named() {
    let carport = TestCarport::start().await;
    let mut owner = carport.browser();
    let grant = carport.connect(&mut owner, "owner@example.com").await;
    let mut other = carport.browser();
    carport.connect(&mut other, "other@example.com").await;
    let huge = "a".repeat(50_000);
    for id in [
        grant.vehicles[0].as_str(),
        "nobody",
        "",
        "../users",
        "%00",
        "\0",
        "<script>",
        &huge,
    ] {
        for typed in ["Mine", "Mi\u{202e}ne"] {
            let page = name(&mut other, id, typed).await;
            page.assert_status(404)
                .assert_shows("This car is not among yours.")
                .assert_hides("Mi\u{202e}ne")
                .assert_hides("<script>");
        }
    }
    owner.get("/vehicle").await.assert_hides("Mine");
    other.get("/vehicle").await.assert_hides("Mine");
}

#[tokio::test]
async fn without_a_session_nothing_can_be_named() {
    let carport = TestCarport::start().await;
    let mut owner = carport.browser();
    let grant = carport.connect(&mut owner, "owner@example.com").await;
    let mut visitor = carport.browser();
    name(&mut visitor, &grant.vehicles[0], "Mine")
        .await
        .assert_status(401)
        .assert_shows("You are signed out.")
        .assert_hides(&grant.vehicles[0]);
    owner.get("/vehicle").await.assert_hides("Mine");
}

#[tokio::test]
async fn a_form_that_the_page_would_not_send_is_refused() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    let vehicle = grant.vehicles[0].as_str();
    for fields in [
        &[("form", "name")][..],
        &[("form", "name"), ("vehicle", vehicle)],
        &[("form", "name"), ("name", "Mine")],
        &[("vehicle", vehicle), ("name", "Mine")],
        &[
            ("form", "name"),
            ("vehicle", vehicle),
            ("name", "Mine"),
            ("name", "Mine"),
        ],
        &[
            ("form", "name"),
            ("vehicle", vehicle),
            ("vehicle", vehicle),
            ("name", "Mine"),
        ],
        &[
            ("form", "name"),
            ("form", "name"),
            ("vehicle", vehicle),
            ("name", "Mine"),
        ],
        &[
            ("form", "name"),
            ("vehicle", vehicle),
            ("name", "Mine"),
            ("owner", "x"),
        ],
    ] {
        browser.submit(SETTINGS, fields).await.assert_status(400);
    }
    browser.get("/vehicle").await.assert_hides("Mine");
}

#[tokio::test]
async fn a_hostile_name_is_text_on_every_page() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    let car = format!("/vehicle/{}", grant.vehicles[0]);
    let hostile = "</title></script><script>alert(1)</script>\"'<img src=x>";
    assert!(hostile.chars().count() <= 60);
    let page = name(&mut browser, &grant.vehicles[0], hostile).await;
    assert_eq!(page.location(), "/settings?notice=saved");
    for address in ["/vehicle", &car, SETTINGS] {
        let page = browser.get(address).await;
        page.assert_status(200)
            .assert_shows("alert(1)")
            .assert_hides("<script>alert")
            .assert_hides("<img");
        assert_eq!(page.body.matches("</title>").count(), 1, "{address}");
    }
}

#[tokio::test]
async fn a_name_goes_with_its_car() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    for path in ["/api/vehicle/disconnect", "/api/account/erase"] {
        let grant = carport.connect(&mut browser, "owner@example.com").await;
        name(&mut browser, &grant.vehicles[0], "Bluebird").await;
        browser.get("/vehicle").await.assert_shows("Bluebird");
        browser
            .submit(path, &[("vehicle", &grant.vehicles[0])])
            .await;
        carport.connect(&mut browser, "owner@example.com").await;
        browser.get("/vehicle").await.assert_hides("Bluebird");
    }
}
