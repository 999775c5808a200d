//! Every parameter of `/login` and `/exchange`: missing, doubled, empty, huge, not UTF-8, a URL,
//! markup.

use crate::support::TestCarport;

const MARKUP: &str = "%3Cscript%3Ealert(1)%3C%2Fscript%3E";

#[tokio::test]
async fn nonsense_gets_a_page_with_400_and_nothing_is_stored_or_reflected() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    let state = carport.begin(&mut browser).await.state;
    let huge = "a".repeat(50_000);
    let mut addresses = vec![
        "/exchange".to_owned(),
        "/exchange?".to_owned(),
        format!("/exchange?state={state}"),
        "/exchange?user_id=someone".to_owned(),
        format!("/exchange?user_id=someone&error=access_denied&state={state}"),
        "/login?return_to=https%3A%2F%2Fevil.example".to_owned(),
        "/login?return_to=%2F%2Fevil.example".to_owned(),
        "/login?return_to=%2F%5Cevil.example".to_owned(),
        "/login?return_to=javascript%3Aalert(1)".to_owned(),
        "/login?return_to=%2Fvehicle%0d%0aSet-Cookie%3A%20a%3Db".to_owned(),
    ];
    let parameters = [
        ("/login?", "return_to", "%2Fvehicle"),
        ("/exchange?user_id=someone&", "state", state.as_str()),
    ];
    for (path, name, good) in parameters {
        for bad in ["", "%FF", MARKUP, "https%3A%2F%2Fevil.example", &huge] {
            addresses.push(format!("{path}{name}={bad}"));
        }
        addresses.push(format!("{path}{name}={good}&{name}={good}"));
    }
    for name in [
        "user_id",
        "error",
        "code",
        "external_id",
        "vin",
        "make",
        "model",
        "year",
    ] {
        addresses.push(format!(
            "/exchange?state={state}&user_id=a&{name}=1&{name}=2"
        ));
        addresses.push(format!("/exchange?state={state}&user_id=a&{name}="));
        addresses.push(format!("/exchange?state={state}&user_id=a&{name}=%C3%28"));
    }
    for bad in [
        MARKUP,
        "https%3A%2F%2Fevil.example",
        "..%2F..%2Fusers",
        "a%00b",
        &huge,
    ] {
        addresses.push(format!("/exchange?state={state}&user_id={bad}"));
    }
    for address in addresses {
        let page = browser.get(&address).await;
        let shown = &address[..address.len().min(120)];
        assert_eq!(page.status.as_u16(), 400, "{shown}");
        page.assert_shows("<h1")
            .assert_hides("alert(1)")
            .assert_hides("evil.example")
            .assert_hides(&state);
        assert!(page.headers.get("set-cookie").is_none(), "{shown}");
    }
    assert!(carport.smartcar.requests().await.is_empty());
    // The attempt is as good as before.
    let page = browser
        .get(&format!("/exchange?error=access_denied&state={state}"))
        .await;
    assert_eq!(page.location(), "/connect/access_denied");
}

#[tokio::test]
async fn cookies_of_any_shape_are_no_more_than_no_cookie() {
    let carport = TestCarport::start().await;
    let huge = "a".repeat(20_000);
    for value in [
        "",
        "x",
        "\"quoted\"",
        "%3Cscript%3E",
        "AAAAAAAAAAAAAAAAAAAAAA",
        &huge,
    ] {
        let mut browser = carport.browser();
        browser.set_cookie("carport_session", value);
        browser.set_cookie("carport_browser", value);
        browser.get("/").await.assert_status(200);
        assert_eq!(browser.get("/vehicle").await.location(), "/");
        let attempt = carport.begin(&mut browser).await;
        assert_ne!(browser.cookie("carport_browser"), Some(value));
        let page = browser
            .get(&format!(
                "/exchange?error=access_denied&state={}",
                attempt.state
            ))
            .await;
        assert_eq!(page.location(), "/connect/access_denied");
    }
}

#[tokio::test]
async fn unknown_addresses_have_a_page_with_404() {
    let carport = TestCarport::start().await;
    let mut browser = carport.browser();
    for address in [
        "/nothing",
        "/connect/nonsense",
        "/connect/",
        "/vehicle/x/y",
        "/pkg",
        "/pkg/none.js",
        "/..%2f..%2fetc%2fpasswd",
        "/%00",
        "/index.html",
    ] {
        browser
            .get(address)
            .await
            .assert_status(404)
            .assert_shows("There is no page here");
    }
}
