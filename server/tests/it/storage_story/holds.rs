//! Who reads a vehicle, of all replicas, and what changes for an owner.

use std::sync::Arc;

use server::storage::Store;
use smartcar::{UserId, VehicleId};
use time::Duration;

use super::{admit, garage, now};

pub(super) async fn one_at_a_time_reads_a_vehicle(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let (owner, car) = (UserId::new("owner"), VehicleId::new("car"));
    let (at, until) = (now(), now() + Duration::minutes(2));
    let (one, other) = tokio::join!(
        store.hold_reading(&owner, &car, at, until),
        store.hold_reading(&owner, &car, at, until)
    );
    assert_ne!(one.unwrap(), other.unwrap());
    let held = store.reading_held_until(&owner, &car, at).await.unwrap();
    assert_eq!(held, Some(until));

    // Not what somebody else holds by now.
    let other_end = until + Duration::SECOND;
    store
        .release_reading(&owner, &car, other_end)
        .await
        .unwrap();
    assert!(!store.hold_reading(&owner, &car, at, until).await.unwrap());
    store.release_reading(&owner, &car, until).await.unwrap();
    assert!(store.hold_reading(&owner, &car, at, until).await.unwrap());

    // One who was killed holds it to its end, and no longer.
    assert!(
        store
            .hold_reading(&owner, &car, until, other_end)
            .await
            .unwrap()
    );
    let held = store
        .reading_held_until(&owner, &car, other_end)
        .await
        .unwrap();
    assert_eq!(held, None);
}

pub(super) async fn nobody_reads_a_vehicle_that_is_gone(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let until = now() + Duration::minutes(2);
    for (owner, car) in [("owner", "gone"), ("another", "car")] {
        let (owner, car) = (UserId::new(owner), VehicleId::new(car));
        assert!(
            !store
                .hold_reading(&owner, &car, now(), until)
                .await
                .unwrap()
        );
        let held = store.reading_held_until(&owner, &car, now()).await.unwrap();
        assert_eq!(held, None);
        store.release_reading(&owner, &car, until).await.unwrap();
    }
}

pub(super) async fn the_mark_of_a_garage_changes_with_its_owners(store: Arc<dyn Store>) {
    let mark = async |name: &str| {
        let revision = store.revision(&garage(name)).await.unwrap();
        revision.map(|revision| revision.mark)
    };
    assert_eq!(mark("mine").await, None);
    admit(&store, "mine", "owner", &["car"]).await;
    admit(&store, "other", "another", &["car"]).await;
    let (mine, other) = (mark("mine").await, mark("other").await);
    assert!(mine.is_some());
    assert_ne!(mine, other);
    assert_eq!(mark("mine").await, mine);

    let (owner, car) = (UserId::new("owner"), VehicleId::new("car"));
    store
        .name_vehicle(&owner, &car, Some("name"))
        .await
        .unwrap();
    let named = mark("mine").await;
    assert_ne!(named, mine);
    assert_eq!(mark("other").await, other);

    admit(&store, "mine", "another", &[]).await;
    let shared = mark("mine").await;
    assert_ne!(shared, named);
    store.remove_owner(&owner).await.unwrap();
    let left = mark("mine").await;
    assert_ne!(left, shared);
    assert!(left.is_some());
    store.remove_garage(&garage("mine")).await.unwrap();
    assert_eq!(mark("mine").await, None);
}
