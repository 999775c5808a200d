//! One story of the store, told to both databases.

use std::{future::Future, sync::Arc};

use server::{
    clock::Clock,
    storage::{
        AttemptTaken, Digest, GarageId, LoginAttempt, SessionRecord, Store, StoredVehicle,
        VehicleDescription,
    },
};
use smartcar::{ConnectionId, ExternalId, UserId, VehicleId};
use time::Duration;

use crate::support::{SetClock, database};

/// Tells each part of the story to each database, in a test of its own.
macro_rules! story {
    ($($part:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test] async fn $part() { super::tell(super::database::sqlite().await, super::$part).await; })+
        }
        mod postgres {
            $(#[tokio::test] async fn $part() { super::tell(super::database::postgres().await, super::$part).await; })+
        }
    };
}

story!(
    an_attempt_is_taken_once_and_by_its_own_browser,
    an_attempt_is_too_late_at_its_end,
    two_requests_at_once_take_an_attempt_once,
    a_session_lives_until_its_end,
    an_ended_session_takes_its_garage_along,
    a_garage_shows_the_vehicles_of_its_owners_oldest_first,
    a_description_that_tells_less_loses_nothing,
    removing_reaches_what_was_named_and_nothing_else,
    an_erased_owner_is_gone_from_every_garage,
    hostile_text_is_stored_as_text,
    the_database_answers,
);

async fn tell<Part: Future<Output = ()>>(
    database: database::TestStore,
    part: impl Fn(Arc<dyn Store>) -> Part,
) {
    part(Arc::clone(&database.store)).await;
    database.store.close().await;
}

fn now() -> time::OffsetDateTime {
    SetClock::new().now()
}

fn attempt(state: &str, browser: &str) -> LoginAttempt {
    LoginAttempt {
        state: Digest::of(state),
        browser: Digest::of(browser),
        external_id: ExternalId::new("external"),
        return_to: "/vehicle".to_owned(),
        started_at: now(),
        expires_at: now() + Duration::minutes(15),
    }
}

fn garage(name: &str) -> GarageId {
    GarageId(name.to_owned())
}

fn vehicle(owner: &str, id: &str) -> StoredVehicle {
    StoredVehicle {
        owner: UserId::new(owner),
        vehicle: VehicleId::new(id),
        connection: ConnectionId::new(format!("connection-{id}")),
        description: VehicleDescription {
            make: Some("TESLA".to_owned()),
            model: Some("Model 3".to_owned()),
            year: Some(2020),
            powertrain_type: Some("BEV".to_owned()),
            mode: Some("simulated".to_owned()),
        },
        permissions: vec!["read_vehicle_info".to_owned(), "read_odometer".to_owned()],
        connected_at: now(),
        read_at: now(),
    }
}

async fn admit(store: &Arc<dyn Store>, garage_name: &str, owner: &str, ids: &[&str]) {
    let vehicles: Vec<StoredVehicle> = ids.iter().map(|id| vehicle(owner, id)).collect();
    store
        .admit_owner(&garage(garage_name), &UserId::new(owner), &vehicles, now())
        .await
        .unwrap();
}

async fn ids(store: &Arc<dyn Store>, garage_name: &str) -> Vec<String> {
    let vehicles = store.vehicles(&garage(garage_name)).await.unwrap();
    vehicles
        .iter()
        .map(|vehicle| vehicle.vehicle.as_str().to_owned())
        .collect()
}

async fn an_attempt_is_taken_once_and_by_its_own_browser(store: Arc<dyn Store>) {
    store
        .add_login_attempt(&attempt("state", "mine"))
        .await
        .unwrap();
    let take = async |state: &str, browser: &str| {
        store
            .take_login_attempt(&Digest::of(state), &Digest::of(browser), now())
            .await
            .unwrap()
    };
    assert_eq!(take("other", "mine").await, AttemptTaken::Unknown);
    assert_eq!(take("state", "theirs").await, AttemptTaken::Foreign);
    // Another browser's try has not spoilt it.
    assert_eq!(
        take("state", "mine").await,
        AttemptTaken::Taken(attempt("state", "mine"))
    );
    assert_eq!(take("state", "mine").await, AttemptTaken::Used);
    assert_eq!(take("state", "theirs").await, AttemptTaken::Foreign);
}

async fn an_attempt_is_too_late_at_its_end(store: Arc<dyn Store>) {
    let attempt = attempt("state", "mine");
    store.add_login_attempt(&attempt).await.unwrap();
    let take = async |at| {
        store
            .take_login_attempt(&attempt.state, &attempt.browser, at)
            .await
            .unwrap()
    };
    assert_eq!(take(attempt.expires_at).await, AttemptTaken::Expired);
    // It is still there to be told apart from one that never was, until it is removed.
    store
        .remove_ended(attempt.expires_at, attempt.expires_at)
        .await
        .unwrap();
    assert_eq!(take(attempt.expires_at).await, AttemptTaken::Expired);
    let later = attempt.expires_at + Duration::seconds(1);
    assert_eq!(store.remove_ended(later, later).await.unwrap(), 1);
    assert_eq!(take(attempt.expires_at).await, AttemptTaken::Unknown);
}

async fn two_requests_at_once_take_an_attempt_once(store: Arc<dyn Store>) {
    let attempt = attempt("state", "mine");
    store.add_login_attempt(&attempt).await.unwrap();
    let tries = (0..16).map(|_| store.take_login_attempt(&attempt.state, &attempt.browser, now()));
    let taken = futures::future::join_all(tries).await;
    let winners = taken
        .iter()
        .filter(|result| matches!(result, Ok(AttemptTaken::Taken(_))))
        .count();
    assert_eq!(winners, 1);
}

async fn a_session_lives_until_its_end(store: Arc<dyn Store>) {
    let id = Digest::of("id");
    let session = SessionRecord {
        data: r#"{"a":1}"#.to_owned(),
        garage: Some(garage("g")),
        expires_at: now() + Duration::days(1),
    };
    assert!(store.add_session(&id, &session).await.unwrap());
    assert!(!store.add_session(&id, &session).await.unwrap());
    assert_eq!(
        store.session(&id, now()).await.unwrap(),
        Some(session.clone())
    );
    assert_eq!(store.session(&id, session.expires_at).await.unwrap(), None);
    let longer = SessionRecord {
        data: "{}".to_owned(),
        garage: None,
        expires_at: now() + Duration::days(2),
    };
    store.save_session(&id, &longer).await.unwrap();
    assert_eq!(
        store.session(&id, session.expires_at).await.unwrap(),
        Some(longer)
    );
    store.remove_session(&id).await.unwrap();
    assert_eq!(store.session(&id, now()).await.unwrap(), None);
}

async fn an_ended_session_takes_its_garage_along(store: Arc<dyn Store>) {
    let session = |name: &str, days| SessionRecord {
        data: "{}".to_owned(),
        garage: Some(garage(name)),
        expires_at: now() + Duration::days(days),
    };
    let (short, long) = (Digest::of("short"), Digest::of("long"));
    store
        .add_session(&short, &session("short", 1))
        .await
        .unwrap();
    store.add_session(&long, &session("long", 2)).await.unwrap();
    admit(&store, "short", "owner", &["car"]).await;
    admit(&store, "long", "owner", &["car"]).await;
    let then = now() + Duration::days(1);
    assert_eq!(store.remove_ended(then, then).await.unwrap(), 1);
    assert!(store.owners(&garage("short")).await.unwrap().is_empty());
    assert_eq!(ids(&store, "long").await, ["car"]);
}

async fn a_garage_shows_the_vehicles_of_its_owners_oldest_first(store: Arc<dyn Store>) {
    let mut older = vehicle("one", "b");
    older.connected_at = now() - Duration::days(1);
    store
        .admit_owner(
            &garage("mine"),
            &UserId::new("one"),
            &[vehicle("one", "a"), older],
            now(),
        )
        .await
        .unwrap();
    admit(&store, "mine", "two", &["c"]).await;
    admit(&store, "theirs", "three", &["d"]).await;
    assert_eq!(ids(&store, "mine").await, ["b", "a", "c"]);
    let vehicles = store.vehicles(&garage("mine")).await.unwrap();
    assert_eq!(vehicles[1], vehicle("one", "a"));
    let owners = store.owners(&garage("mine")).await.unwrap();
    assert_eq!(owners, [UserId::new("one"), UserId::new("two")]);
    for (owner, held_by, expected) in [
        ("one", Some("mine"), false),
        ("one", Some("theirs"), true),
        ("one", None, true),
        ("nobody", None, false),
    ] {
        assert_eq!(
            store
                .owner_is_held_elsewhere(&UserId::new(owner), held_by.map(garage).as_ref())
                .await
                .unwrap(),
            expected,
            "{owner} {held_by:?}"
        );
    }
}

async fn a_description_that_tells_less_loses_nothing(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let (owner, id) = (UserId::new("owner"), VehicleId::new("car"));
    let year_only = VehicleDescription {
        year: Some(2021),
        ..VehicleDescription::default()
    };
    store
        .describe_vehicle(&owner, &id, &year_only, now())
        .await
        .unwrap();
    let mut silent = vehicle("owner", "car");
    silent.description = VehicleDescription::default();
    store
        .admit_owner(&garage("mine"), &owner, &[silent], now())
        .await
        .unwrap();
    let mut expected = vehicle("owner", "car").description;
    expected.year = Some(2021);
    assert_eq!(
        store.vehicles(&garage("mine")).await.unwrap()[0].description,
        expected
    );
}

async fn removing_reaches_what_was_named_and_nothing_else(store: Arc<dyn Store>) {
    admit(&store, "mine", "one", &["a", "b"]).await;
    admit(&store, "mine", "two", &["a"]).await;
    store
        .remove_vehicle(&UserId::new("one"), &VehicleId::new("a"))
        .await
        .unwrap();
    assert_eq!(ids(&store, "mine").await, ["a", "b"]);
    // Once more is no error.
    store
        .remove_vehicle(&UserId::new("one"), &VehicleId::new("a"))
        .await
        .unwrap();
    store.remove_garage(&garage("mine")).await.unwrap();
    assert!(ids(&store, "mine").await.is_empty());
    admit(&store, "again", "one", &[]).await;
    assert_eq!(
        ids(&store, "again").await,
        ["b"],
        "signing out keeps the cars"
    );
}

async fn an_erased_owner_is_gone_from_every_garage(store: Arc<dyn Store>) {
    admit(&store, "phone", "one", &["a"]).await;
    admit(&store, "laptop", "one", &["a"]).await;
    admit(&store, "laptop", "two", &["b"]).await;
    store.remove_owner(&UserId::new("one")).await.unwrap();
    assert!(store.owners(&garage("phone")).await.unwrap().is_empty());
    assert_eq!(ids(&store, "laptop").await, ["b"]);
}

async fn hostile_text_is_stored_as_text(store: Arc<dyn Store>) {
    let hostile = "'; DROP TABLE vehicle; -- <script>\u{202e}🚗";
    let mut car = vehicle(hostile, hostile);
    car.description.model = Some(hostile.to_owned());
    store
        .admit_owner(
            &garage(hostile),
            &UserId::new(hostile),
            &[car.clone()],
            now(),
        )
        .await
        .unwrap();
    assert_eq!(store.vehicles(&garage(hostile)).await.unwrap(), [car]);
}

async fn the_database_answers(store: Arc<dyn Store>) {
    store.ping().await.unwrap();
    store.close().await;
    assert!(store.ping().await.is_err());
}
