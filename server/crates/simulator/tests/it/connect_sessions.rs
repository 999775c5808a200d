//! The life of a Connect session, and where it ends (reference 1.1).

use std::time::Duration;

use axum::http::StatusCode;

use crate::support::{ABSENT, Harness};

#[tokio::test]
async fn going_back_and_submitting_again_works_until_the_decision() {
    let harness = Harness::new();
    let walk = harness.logged_in("ann@example.com", &[]).await;
    assert_eq!(walk.see("country").await.status, StatusCode::OK);
    assert!(
        walk.choose_brand("KIA")
            .await
            .location()
            .ends_with("/login")
    );
    assert!(
        walk.log_in("bob@example.com")
            .await
            .location()
            .ends_with("/grant")
    );
    assert!(walk.see("grant").await.text().contains("Kia"));
    walk.allow(&["read_vin"]).await.returned();
    let listed = harness.listing(&[]).await;
    assert_eq!(listed["data"][0]["attributes"]["vehicle"]["make"], "KIA");
}

#[tokio::test]
async fn without_anywhere_to_return_to_connect_ends_on_a_page_of_its_own() {
    let harness = Harness::with(|settings| settings.redirect_uris.clear());
    let nowhere = [("redirect_uri", ABSENT)];
    let walk = harness.logged_in("ann@example.com", &nowhere).await;
    assert_eq!(walk.see("done").await.status, StatusCode::NOT_FOUND);
    let last = walk.allow(&["read_vin"]).await;
    assert_eq!(last.location(), format!("{}/done", walk.base));
    assert!(walk.see("done").await.text().contains("<h1>Done</h1>"));
    let denied = harness.logged_in("ann@example.com", &nowhere).await;
    denied.submit("grant", &[("decision", "deny")]).await;
    assert!(
        denied
            .see("done")
            .await
            .text()
            .contains("<h1>Nothing was connected</h1>")
    );
}

#[tokio::test]
async fn a_redirect_uri_left_out_is_the_first_registered_one() {
    let harness = Harness::new();
    let walk = harness
        .logged_in("ann@example.com", &[("redirect_uri", ABSENT)])
        .await;
    walk.allow(&["read_vin"]).await.returned();
}

#[tokio::test]
async fn finished_expired_and_unknown_sessions_say_so() {
    let harness = Harness::new();
    let finished = harness.logged_in("ann@example.com", &[]).await;
    finished.allow(&["read_vin"]).await.returned();
    let again = finished.submit("grant", &[("decision", "allow")]).await;
    assert_eq!(again.status, StatusCode::GONE);
    assert!(again.text().contains("This Connect session is finished"));

    let expired = harness.begin(&[]).await;
    harness.clock.advance(Duration::from_secs(15 * 60 - 1));
    assert_eq!(expired.see("country").await.status, StatusCode::OK);
    harness.clock.advance(Duration::from_secs(1));
    let late = expired.see("country").await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.text().contains("This Connect session has expired"));

    let unknown = harness.get("/connect/made-up/country").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}
