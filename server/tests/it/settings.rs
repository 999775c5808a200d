//! Units and theme: what is chosen for a browser.

use axum::{
    body::Body,
    http::{Request, header},
};

use crate::support::{Browser, Page, TestCarport};

const SETTINGS: &str = "/settings";
const COOKIE: &str = "carport_preferences";

/// What the form sends when nothing was chosen.
const NOTHING_CHOSEN: [(&str, &str); 7] = [
    ("form", "display"),
    ("theme", "system"),
    ("units", "suggested"),
    ("distance", "km"),
    ("temperature", "c"),
    ("pressure", "bar"),
    ("volume", "l"),
];

/// Sends the form with these fields changed.
async fn choose(browser: &mut Browser, changes: &[(&str, &str)]) -> Page {
    let fields = NOTHING_CHOSEN.map(|(name, value)| {
        let change = changes.iter().find(|(changed, _)| *changed == name);
        change.copied().unwrap_or((name, value))
    });
    browser.submit(SETTINGS, &fields).await
}

async fn post(browser: &mut Browser, body: impl Into<Body>, content_type: &str) -> Page {
    let request = Request::post(SETTINGS)
        .header(header::ACCEPT, "text/html")
        .header(header::CONTENT_TYPE, content_type)
        .header("sec-fetch-site", "same-origin")
        .body(body.into())
        .unwrap();
    browser.send(request).await
}

/// The odometer on the one card of the garage, with its unit.
async fn odometer(browser: &mut Browser) -> (f64, String) {
    let page = browser.get("/vehicle").await;
    let (_, rest) = page.body.split_once("<p class=\"card-facts\">").unwrap();
    let (facts, _) = rest.split_once("</p>").unwrap();
    let odometer = facts.rsplit(" · ").next().unwrap();
    let (number, unit) = odometer.rsplit_once('\u{202f}').unwrap();
    let number = number.replace('\u{202f}', "").parse().unwrap();
    (number, unit.to_owned())
}

#[tokio::test]
async fn units_change_what_the_garage_and_the_car_show() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    let car = format!("/vehicle/{}", grant.vehicles[0]);
    let (kilometres, unit) = odometer(&mut browser).await;
    assert_eq!(unit, "km");
    browser
        .get(&car)
        .await
        .assert_shows("km</span>")
        .assert_shows("bar</span>");

    let page = choose(&mut browser, &[("units", "us")]).await;
    assert_eq!(page.location(), "/settings?notice=saved");
    let (miles, unit) = odometer(&mut browser).await;
    assert_eq!(unit, "mi");
    assert!((miles * 1.609_344 - kilometres).abs() < 1.7, "{miles} mi");
    browser
        .get(&car)
        .await
        .assert_shows("mi</span>")
        .assert_shows("psi</span>")
        .assert_hides("km</span>")
        .assert_hides("bar</span>");

    choose(&mut browser, &[("units", "own"), ("pressure", "kpa")]).await;
    assert_eq!(odometer(&mut browser).await, (kilometres, "km".to_owned()));
    browser.get(&car).await.assert_shows("kPa</span>");
}

#[tokio::test]
async fn what_was_chosen_is_kept_in_a_cookie_and_shown_as_chosen() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let page = choose(&mut browser, &[("theme", "dark"), ("units", "uk")]).await;
    let cookie = page.header("set-cookie");
    assert_eq!(page.status.as_u16(), 303);
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=31536000"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert_eq!(
        browser.cookie(COOKIE),
        Some("theme=dark&distance=mi&temperature=c&pressure=psi&volume=l")
    );
    browser
        .get("/settings?notice=saved")
        .await
        .assert_shows("Your settings are saved.")
        .assert_shows(r#"name="theme" value="dark" checked"#)
        .assert_shows(r#"name="units" value="uk" checked"#);

    let page = choose(&mut browser, &[]).await;
    assert!(page.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(browser.cookie(COOKIE), None);
}

#[tokio::test]
async fn over_https_the_cookie_is_secure_and_bound_to_the_host() {
    let carport = TestCarport::start_with(&["--public-url=https://cars.example"]).await;
    let mut browser = carport.browser();
    // One that another host of the domain could have planted.
    browser.set_cookie(COOKIE, "theme=light");
    browser.get("/").await.assert_hides("data-theme");
    let body =
        "form=display&theme=dark&units=suggested&distance=km&temperature=c&pressure=bar&volume=l";
    let page = post(&mut browser, body, "application/x-www-form-urlencoded").await;
    let cookie = page.header("set-cookie");
    assert!(
        cookie.starts_with("__Host-carport_preferences=theme=dark;"),
        "{cookie}"
    );
    assert!(cookie.contains("; Secure"), "{cookie}");
    browser.get("/").await.assert_shows("data-theme=\"dark\"");
}

#[tokio::test]
async fn the_theme_is_in_every_document_and_survives_signing_out() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    let car = format!("/vehicle/{}", grant.vehicles[0]);
    browser.get("/").await.assert_hides("data-theme");
    choose(&mut browser, &[("theme", "dark"), ("units", "us")]).await;
    for address in [
        "/",
        "/vehicle",
        &car,
        SETTINGS,
        "/connect/access_denied",
        "/exchange",
        "/nothing",
    ] {
        browser
            .get(address)
            .await
            .assert_shows(r#"<html lang="en" data-theme="dark">"#);
    }
    browser.submit("/api/account/sign-out", &[]).await;
    browser
        .get(SETTINGS)
        .await
        .assert_shows(r#"data-theme="dark""#)
        .assert_shows(r#"name="units" value="us" checked"#)
        .assert_hides("The names of your cars");
}

#[tokio::test]
async fn before_anything_is_chosen_the_language_decides() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    for (language, units) in [
        ("en-US,en", "at present miles, °F, psi, US gallons"),
        ("de-DE", "at present kilometres, °C, bar, litres"),
    ] {
        let request = Request::get(SETTINGS)
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_LANGUAGE, language);
        let page = browser.send(request.body(Body::empty()).unwrap()).await;
        page.assert_status(200).assert_shows(units);
    }
}

#[tokio::test]
async fn a_form_that_the_page_would_not_send_is_refused_and_changes_nothing() {
    const FORM: &str = "application/x-www-form-urlencoded";
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    choose(&mut browser, &[("theme", "light")]).await;
    let good: Vec<String> = NOTHING_CHOSEN
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let mut bodies = vec![
        String::new(),
        "&&&".to_owned(),
        "form=nothing".to_owned(),
        good.join("&") + "&more=less",
        "a".repeat(50_000),
    ];
    for (index, (name, value)) in NOTHING_CHOSEN.iter().enumerate() {
        let mut missing = good.clone();
        missing.remove(index);
        bodies.push(missing.join("&"));
        bodies.push(format!("{}&{name}={value}", good.join("&")));
        for bad in ["", "%FF", "%00", "KM", "%3Cscript%3E", "../"] {
            let mut wrong = good.clone();
            wrong[index] = format!("{name}={bad}");
            bodies.push(wrong.join("&"));
        }
    }
    for body in bodies {
        let shown = body[..body.len().min(150)].to_owned();
        let page = post(&mut browser, body, FORM).await;
        assert_eq!(page.status.as_u16(), 400, "{shown}");
        page.assert_shows("could not be read")
            .assert_hides("<script");
        assert!(page.headers.get("set-cookie").is_none(), "{shown}");
    }
    for (content_type, status) in [("text/plain", 400), ("application/json", 400), ("", 400)] {
        let page = post(&mut browser, good.join("&"), content_type).await;
        page.assert_status(status);
    }
    post(&mut browser, "a".repeat(100_000), FORM)
        .await
        .assert_status(413);
    assert_eq!(browser.cookie(COOKIE), Some("theme=light"));
}

#[tokio::test]
async fn a_cookie_of_any_other_shape_is_no_choice() {
    let carport = TestCarport::start().await;
    let huge = "theme=dark&".repeat(2_000);
    for value in [
        "x",
        "theme=dark; carport_preferences=theme=dark",
        "theme=dark&theme=dark",
        "theme=\"dark\"",
        "theme=<script>",
        "\"theme=dark\"",
        "theme%3Ddark",
        "theme=dark\" onload=\"alert(1)",
        &huge,
    ] {
        let mut browser = carport.browser();
        browser.set_cookie(COOKIE, value);
        for address in ["/", SETTINGS] {
            browser
                .get(address)
                .await
                .assert_status(200)
                .assert_hides("data-theme")
                .assert_hides("alert(1)");
        }
        // It can be replaced.
        let page = choose(&mut browser, &[("theme", "dark")]).await;
        assert_eq!(page.location(), "/settings?notice=saved");
    }
}

#[tokio::test]
async fn a_form_of_another_site_changes_nothing() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let request = Request::post(SETTINGS)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "cross-site")
        .body(Body::from("form=display&theme=dark"))
        .unwrap();
    let page = browser.send(request).await;
    page.assert_status(403);
    assert!(page.headers.get("set-cookie").is_none());
}
