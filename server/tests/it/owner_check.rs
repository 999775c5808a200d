//! The owner check: a forged `user_id` opens nothing, whatever Smartcar's filters do.

use serde_json::json;

use crate::support::TestCarport;

#[tokio::test]
async fn a_forged_user_id_is_refused() {
    let carport = TestCarport::start().await;
    let mut victim = carport.browser();
    let owned = carport.connect(&mut victim, "victim@example.com").await;

    let mut attacker = carport.browser();
    let attempt = carport.begin(&mut attacker).await;
    // The attacker even connects a car of their own in the same attempt, then edits the redirect.
    carport
        .smartcar
        .grant("attacker@example.com", Some(&attempt.external_id))
        .await;
    let page = attacker.get(&attempt.callback(&owned.user)).await;
    assert_eq!(page.location(), "/connect/not_confirmed");
    attacker
        .get("/connect/not_confirmed")
        .await
        .assert_status(403)
        .assert_hides(&owned.user);
    assert_eq!(attacker.get("/vehicle").await.location(), "/");
    victim
        .get("/vehicle")
        .await
        .assert_shows(&owned.vehicles[0]);
}

#[tokio::test]
async fn a_filter_that_smartcar_ignores_changes_nothing() {
    let carport = TestCarport::start().await;
    let mut victim = carport.browser();
    let owned = carport.connect(&mut victim, "victim@example.com").await;
    carport
        .smartcar
        .quirks(json!({ "ignoreExternalIdFilter": true }))
        .await;

    let mut attacker = carport.browser();
    let attempt = carport.begin(&mut attacker).await;
    let page = attacker.get(&attempt.callback(&owned.user)).await;
    assert_eq!(page.location(), "/connect/not_confirmed");
}

#[tokio::test]
async fn an_external_id_that_shows_late_is_waited_for() {
    let carport = TestCarport::start().await;
    carport
        .smartcar
        .quirks(json!({ "externalIdDelayReads": 2 }))
        .await;
    let mut browser = carport.browser();
    carport.connect(&mut browser, "owner@example.com").await;
    browser.get("/vehicle").await.assert_status(200);
}

#[tokio::test]
async fn without_an_external_id_from_smartcar_nobody_is_let_in() {
    let carport = TestCarport::start().await;
    carport
        .smartcar
        .quirks(json!({ "omitExternalId": true }))
        .await;
    let mut browser = carport.browser();
    let attempt = carport.begin(&mut browser).await;
    let grant = carport
        .smartcar
        .grant("owner@example.com", Some(&attempt.external_id))
        .await;
    let page = browser.get(&attempt.callback(&grant.user)).await;
    assert_eq!(page.location(), "/connect/not_confirmed");
}

#[tokio::test]
async fn the_weaker_check_takes_a_recent_connection_of_an_owner_whom_nobody_holds() {
    let carport = TestCarport::start_with(&["--owner-check=recent-connection"]).await;
    carport
        .smartcar
        .quirks(json!({ "omitExternalId": true }))
        .await;
    let mut owner = carport.browser();
    let grant = carport.connect(&mut owner, "owner@example.com").await;
    owner.get("/vehicle").await.assert_status(200);

    let mut attacker = carport.browser();
    let attempt = carport.begin(&mut attacker).await;
    let page = attacker.get(&attempt.callback(&grant.user)).await;
    assert_eq!(page.location(), "/connect/not_confirmed");
}

#[tokio::test]
async fn the_weaker_check_refuses_a_connection_from_before_the_attempt() {
    let carport = TestCarport::start_with(&["--owner-check=recent-connection"]).await;
    let grant = carport.smartcar.grant("owner@example.com", None).await;
    carport.clock.advance(time::Duration::minutes(5));
    let mut attacker = carport.browser();
    let attempt = carport.begin(&mut attacker).await;
    let page = attacker.get(&attempt.callback(&grant.user)).await;
    assert_eq!(page.location(), "/connect/not_confirmed");
}
