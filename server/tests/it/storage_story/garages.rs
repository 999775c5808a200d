//! Garages, their owners and their vehicles.

use std::sync::Arc;

use server::storage::{Store, VehicleDescription};
use smartcar::{UserId, VehicleId};
use time::Duration;

use super::{admit, garage, ids, now, vehicle};

pub(super) async fn a_garage_shows_the_vehicles_of_its_owners_oldest_first(store: Arc<dyn Store>) {
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
    assert_eq!(vehicles[1].vehicle, vehicle("one", "a"));
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

pub(super) async fn a_description_that_tells_less_loses_nothing(store: Arc<dyn Store>) {
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
        store.vehicles(&garage("mine")).await.unwrap()[0]
            .vehicle
            .description,
        expected
    );
}

pub(super) async fn removing_reaches_what_was_named_and_nothing_else(store: Arc<dyn Store>) {
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

pub(super) async fn an_erased_owner_is_gone_from_every_garage(store: Arc<dyn Store>) {
    admit(&store, "phone", "one", &["a"]).await;
    admit(&store, "laptop", "one", &["a"]).await;
    admit(&store, "laptop", "two", &["b"]).await;
    store.remove_owner(&UserId::new("one")).await.unwrap();
    assert!(store.owners(&garage("phone")).await.unwrap().is_empty());
    assert_eq!(ids(&store, "laptop").await, ["b"]);
}

pub(super) async fn hostile_text_is_stored_as_text(store: Arc<dyn Store>) {
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
    assert_eq!(
        store.vehicles(&garage(hostile)).await.unwrap()[0].vehicle,
        car
    );
}
