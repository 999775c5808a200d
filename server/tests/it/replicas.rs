//! Two replicas on one PostgreSQL.

use time::Duration;

use crate::support::TestCarport;

const TOKEN: &str = "--smartcar-management-token=token";

#[tokio::test]
async fn postgres_carries_a_change_to_the_page_at_the_other_replica() {
    let one = TestCarport::start_on_postgres(&[TOKEN]).await;
    let two = one.start_replica(&[TOKEN]).await;
    let mut browser = one.browser();
    let grant = one.connect(&mut browser, "owner@example.com").await;
    let at_two = two.browser_of(&browser);
    let mut heard = at_two.listen("/events", None).await;
    let mark = heard.next().await.unwrap();

    one.clock.advance(Duration::minutes(1));
    let fields = [("vehicle", grant.vehicles[0].as_str())];
    browser.submit("/api/vehicle/refresh", &fields).await;
    let newer = heard.next().await.unwrap();
    assert_ne!(newer, mark);

    // Signing out at the one is heard at the other.
    while !heard.is_silent().await {}
    browser.submit("/api/account/sign-out", &[]).await;
    while heard.next().await.is_some() {}
}

#[tokio::test]
async fn postgres_lets_one_replica_read_a_car_and_the_other_wait_for_it() {
    let one = TestCarport::start_on_postgres(&[]).await;
    let two = one.start_replica(&[]).await;
    let mut browser = one.browser();
    let grant = one.connect(&mut browser, "owner@example.com").await;
    let mut at_two = two.browser_of(&browser);
    one.clock.advance(Duration::minutes(1));
    one.smartcar.forget_requests().await;

    let fields = [("vehicle", grant.vehicles[0].as_str())];
    let (first, second) = tokio::join!(
        browser.submit("/api/vehicle/refresh", &fields),
        at_two.submit("/api/vehicle/refresh", &fields)
    );
    for page in [first, second] {
        assert!(page.location().ends_with("?notice=refreshed"), "{page:?}");
    }
    assert_eq!(one.smartcar.requests().await, ["GET signals.list"]);
}

#[tokio::test]
async fn postgres_frees_a_car_whose_replica_was_killed() {
    use server::clock::Clock;

    let one = TestCarport::start_on_postgres(&[]).await;
    let mut browser = one.browser();
    let grant = one.connect(&mut browser, "owner@example.com").await;
    one.clock.advance(Duration::minutes(1));
    let (owner, vehicle) = (
        smartcar::UserId::new(grant.user.as_str()),
        smartcar::VehicleId::new(grant.vehicles[0].as_str()),
    );
    let now = one.clock.now();
    let until = now + Duration::minutes(2);
    let store = &one.state.store;
    assert!(
        store
            .hold_reading(&owner, &vehicle, now, until)
            .await
            .unwrap()
    );

    one.clock.advance(Duration::minutes(2));
    let fields = [("vehicle", grant.vehicles[0].as_str())];
    let page = browser.submit("/api/vehicle/refresh", &fields).await;
    assert!(page.location().ends_with("?notice=refreshed"), "{page:?}");
}
