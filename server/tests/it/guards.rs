//! What guards every request.

use axum::{
    body::Body,
    http::{Request, header},
};

use crate::support::TestCarport;

#[tokio::test]
async fn a_form_of_another_site_does_nothing() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, "owner@example.com").await;
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
    ] {
        let request = Request::post("/api/account/erase")
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(name, value)
            .body(Body::empty())
            .unwrap();
        browser
            .send(request)
            .await
            .assert_status(403)
            .assert_shows("another site");
    }
    browser
        .get("/vehicle")
        .await
        .assert_shows(&grant.vehicles[0]);
}

#[tokio::test]
async fn every_page_has_its_security_headers_and_stays_out_of_caches() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    carport.connect(&mut browser, "owner@example.com").await;
    for address in [
        "/",
        "/vehicle",
        "/settings",
        "/nothing",
        "/connect/access_denied",
        "/exchange",
    ] {
        let page = browser.get(address).await;
        let policy = page.header("content-security-policy");
        assert!(policy.contains("default-src 'self'"), "{address}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
        assert!(!policy.contains("unsafe-inline"), "{policy}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("referrer-policy"), "same-origin");
        assert_eq!(page.header("cache-control"), "no-store");
        assert_eq!(page.header("x-request-id").len(), 36);
        assert!(page.headers.get("strict-transport-security").is_none());
        assert!(!page.body.contains(" style=\""), "{address}");
    }
}

#[tokio::test]
async fn over_https_cookies_are_secure_and_bound_to_the_host() {
    let carport = TestCarport::start_with(&["--public-url=https://cars.example"]).await;
    let mut browser = carport.browser();
    let page = browser.get("/login").await;
    let cookie = page.header("set-cookie");
    assert!(cookie.starts_with("__Host-carport_browser="), "{cookie}");
    for attribute in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(page.header("strict-transport-security").contains("max-age"));
}

#[tokio::test]
async fn a_session_cookie_is_http_only_and_lax() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let attempt = carport.begin(&mut browser).await;
    let grant = carport
        .smartcar
        .grant("owner@example.com", Some(&attempt.external_id))
        .await;
    let page = browser.get(&attempt.callback(&grant.user)).await;
    let cookie = page.header("set-cookie");
    assert!(cookie.starts_with("carport_session="), "{cookie}");
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
}

#[tokio::test]
async fn a_session_is_renewed_by_visits_and_ends_without_them() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    carport.connect(&mut browser, "owner@example.com").await;
    carport.clock.advance(time::Duration::days(29));
    let page = browser.get("/vehicle").await;
    assert!(page.header("set-cookie").contains("Max-Age=2592000"));
    carport.clock.advance(time::Duration::days(29));
    browser.get("/vehicle").await.assert_status(200);
    let page = browser.get("/vehicle").await;
    assert_eq!(page.header("set-cookie"), "", "once a day is enough");
    carport.clock.advance(time::Duration::days(30));
    assert_eq!(browser.get("/vehicle").await.location(), "/");
}

#[tokio::test]
async fn a_huge_form_and_a_wrong_method_get_a_page() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let huge = Request::post("/api/account/sign-out")
        .header(header::ACCEPT, "text/html")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::CONTENT_LENGTH, 100_000)
        .body(Body::from("a".repeat(100_000)))
        .unwrap();
    browser
        .send(huge)
        .await
        .assert_status(413)
        .assert_shows("too large");
    let put = Request::put("/login")
        .header(header::ACCEPT, "text/html")
        .body(Body::empty())
        .unwrap();
    browser
        .send(put)
        .await
        .assert_status(405)
        .assert_shows("works differently");
}
