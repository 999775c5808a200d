//! What an open page hears: of its own cars, everything that changes; of others, nothing.

use time::Duration;

use crate::support::{Browser, Grant, Heard, TestCarport};

const REFRESH: &str = "/api/vehicle/refresh";

/// A mark that nobody knows.
const LONG_AGO: &str = "/events?since=long-ago";

async fn signed_in(carport: &TestCarport, email: &str) -> (Browser, Grant) {
    let mut browser = carport.browser();
    let grant = carport.connect(&mut browser, email).await;
    (browser, grant)
}

/// A page that shows what there is, and the mark of it.
async fn open_page(browser: &Browser) -> (Heard, String) {
    let mut heard = browser.listen(LONG_AGO, None).await;
    assert_eq!(heard.status, 200);
    let mark = heard.next().await.unwrap();
    assert_ne!(mark, "");
    (heard, mark)
}

async fn refresh(carport: &TestCarport, browser: &mut Browser, grant: &Grant) {
    carport.clock.advance(Duration::minutes(1));
    let fields = [("vehicle", grant.vehicles[0].as_str())];
    assert!(
        browser
            .submit(REFRESH, &fields)
            .await
            .status
            .is_redirection()
    );
}

#[tokio::test]
async fn who_is_signed_out_hears_nothing() {
    let carport = TestCarport::start().await;
    let mut stranger = carport.browser();
    stranger.get("/events").await.assert_status(401);
    stranger.set_cookie("carport_session", "of-nobody");
    stranger.get("/events?since=mark").await.assert_status(401);
}

#[tokio::test]
async fn the_mark_of_the_page_is_that_of_the_events() {
    let carport = TestCarport::start().await;
    let (mut browser, grant) = signed_in(&carport, "owner@example.com").await;
    let (_, mark) = open_page(&browser).await;

    for page in ["/vehicle", &format!("/vehicle/{}", grant.vehicles[0])] {
        browser.get(page).await.assert_shows(&mark);
    }
    let mut current = browser.listen(&format!("/events?since={mark}"), None).await;
    assert_eq!(current.headers["content-type"], "text/event-stream");
    // A compressed event would wait for the next one.
    assert!(!current.headers.contains_key("content-encoding"));
    assert_eq!(current.headers["x-accel-buffering"], "no");
    assert!(current.is_silent().await);
}

#[tokio::test]
async fn a_change_is_heard_on_every_page_of_its_owner_and_on_nobody_elses() {
    let carport = TestCarport::start().await;
    let (mut browser, grant) = signed_in(&carport, "owner@example.com").await;
    let (other, _) = signed_in(&carport, "other@example.com").await;
    let (mut one, mark) = open_page(&browser).await;
    let (mut two, _) = open_page(&browser).await;
    let (mut others, _) = open_page(&other).await;

    refresh(&carport, &mut browser, &grant).await;
    let told = one.next().await.unwrap();
    assert_ne!(told, mark);
    assert!(two.next().await.is_some());
    assert!(others.is_silent().await);
}

#[tokio::test]
async fn whatever_changes_what_is_seen_is_told() {
    let carport = TestCarport::start().await;
    let (mut browser, grant) = signed_in(&carport, "2-vehicles@smartcar.com").await;
    let (mut heard, _) = open_page(&browser).await;
    let [first, second] = &grant.vehicles[..] else {
        panic!("two cars");
    };

    let name = [
        ("form", "name"),
        ("vehicle", first),
        ("name", "Silver arrow"),
    ];
    assert!(
        browser
            .submit("/settings", &name)
            .await
            .status
            .is_redirection()
    );
    assert!(heard.next().await.is_some(), "a name");

    let gone = [("vehicle", second.as_str())];
    browser.submit("/api/vehicle/disconnect", &gone).await;
    assert!(heard.next().await.is_some(), "a car that was disconnected");

    while !heard.is_silent().await {}

    // Another owner gives the session another id: what began with the old one ends, whether or not it
    // has heard of the owner before.
    let old = browser.clone();
    carport.connect(&mut browser, "more@example.com").await;
    while heard.next().await.is_some() {}
    let refused = old.listen(LONG_AGO, None).await;
    assert_eq!(refused.status, 401);

    // The other owner's changes are heard too, from now on.
    let (mut heard, _) = open_page(&browser).await;
    let mut elsewhere = carport.browser();
    carport.connect(&mut elsewhere, "more@example.com").await;
    assert!(heard.next().await.is_some(), "a car of the other owner");
}

#[tokio::test]
async fn a_page_that_was_away_is_told_what_it_missed_and_only_then() {
    let carport = TestCarport::start().await;
    let (mut browser, grant) = signed_in(&carport, "owner@example.com").await;
    let (lost, mark) = open_page(&browser).await;
    drop(lost);

    // The browser names the last event that it heard, whatever its address says.
    let mut back = browser.listen(LONG_AGO, Some(&mark)).await;
    assert!(back.is_silent().await);
    drop(back);

    refresh(&carport, &mut browser, &grant).await;
    let mut back = browser.listen(LONG_AGO, Some(&mark)).await;
    let newer = back.next().await.unwrap();
    assert_ne!(newer, mark);
    assert!(back.is_silent().await);
}

#[tokio::test]
async fn signing_out_ends_what_the_other_tabs_hear() {
    let carport = TestCarport::start().await;
    let (mut browser, grant) = signed_in(&carport, "owner@example.com").await;
    let (mut heard, _) = open_page(&browser).await;
    let (mut same_owner, _) = signed_in(&carport, "owner@example.com").await;
    // Of that it hears too, up to what there is now.
    let (_, newest) = open_page(&browser).await;
    while heard.next().await.unwrap() != newest {}

    browser.submit("/api/account/sign-out", &[]).await;
    assert_eq!(heard.next().await.as_deref(), Some(""), "look once more");
    refresh(&carport, &mut same_owner, &grant).await;
    assert_eq!(heard.next().await, None);
}

#[tokio::test]
async fn too_many_pages_of_one_session_are_refused_and_others_are_not() {
    let carport = TestCarport::start().await;
    let (browser, _) = signed_in(&carport, "owner@example.com").await;
    let (other, _) = signed_in(&carport, "other@example.com").await;
    let mut open = Vec::new();
    for _ in 0..32 {
        open.push(open_page(&browser).await);
    }
    let refused = browser.listen("/events", None).await;
    assert_eq!(refused.status, 429);
    assert_eq!(refused.headers["retry-after"], "60");
    open_page(&other).await;

    open.pop();
    open_page(&browser).await;
}

#[tokio::test]
async fn nonsense_is_a_mark_of_long_ago() {
    let carport = TestCarport::start().await;
    let (browser, _) = signed_in(&carport, "owner@example.com").await;
    let huge = format!("/events?since={}", "a".repeat(4000));
    for path in [
        "/events",
        "/events?since",
        "/events?since=&since=x",
        "/events?%",
        &huge,
    ] {
        let mut heard = browser.listen(path, None).await;
        assert_eq!(heard.status, 200, "{path}");
        assert!(heard.next().await.is_some(), "{path}");
    }
    let mut posted = browser.clone();
    posted.submit("/events", &[]).await.assert_status(405);
}

#[tokio::test]
async fn when_the_server_stops_the_pages_are_let_go() {
    let carport = TestCarport::start().await;
    let (browser, _) = signed_in(&carport, "owner@example.com").await;
    let (mut heard, mark) = open_page(&browser).await;
    carport.state.store.changes().end();
    assert_eq!(heard.next().await, None);

    let mut late = browser.listen("/events", Some(&mark)).await;
    assert_eq!(late.next().await, None);
}
