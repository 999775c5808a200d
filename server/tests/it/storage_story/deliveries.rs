//! What Smartcar has delivered by itself.

use std::sync::Arc;

use server::storage::{Delivery, SignalReport, Store};
use smartcar::{UserId, VehicleId};
use time::Duration;

use super::{admit, now};

const CODE: &str = "closure-islocked";

fn delivery(event_id: &str, minute: i64) -> Delivery {
    Delivery {
        event_id: event_id.to_owned(),
        body: format!(r#"{{"of":"{event_id}","hostile":"'; DROP TABLE delivery; --"}}"#),
        received_at: now() + Duration::minutes(minute),
    }
}

pub(super) async fn an_event_is_kept_once_and_waits_in_its_order(store: Arc<dyn Store>) {
    let (first, second) = (delivery("first", 1), delivery("second", 2));
    assert!(store.add_delivery(&second).await.unwrap());
    assert!(store.add_delivery(&first).await.unwrap());
    assert!(!store.add_delivery(&delivery("first", 3)).await.unwrap());

    let waiting = store.waiting_deliveries(10).await.unwrap();
    assert_eq!(waiting, [first.clone(), second.clone()]);
    let next = store.waiting_deliveries(1).await.unwrap();
    assert_eq!(next[0], first);
    assert_eq!(next.len(), 1);

    store.finish_delivery("first").await.unwrap();
    assert_eq!(store.waiting_deliveries(10).await.unwrap(), [second]);
    // What was worked on is still known.
    assert!(!store.add_delivery(&first).await.unwrap());
}

pub(super) async fn an_event_of_long_ago_is_forgotten(store: Arc<dyn Store>) {
    for (event_id, minute) in [("old", 0), ("new", 10)] {
        store
            .add_delivery(&delivery(event_id, minute))
            .await
            .unwrap();
        store.finish_delivery(event_id).await.unwrap();
    }
    let before = now() + Duration::minutes(10);
    assert_eq!(store.forget_deliveries(before).await.unwrap(), 1);
    assert!(store.add_delivery(&delivery("old", 0)).await.unwrap());
    assert!(!store.add_delivery(&delivery("new", 0)).await.unwrap());
}

pub(super) async fn two_deliveries_at_once_are_one(store: Arc<dyn Store>) {
    let event = delivery("twice", 0);
    let (one, other) = tokio::join!(store.add_delivery(&event), store.add_delivery(&event));
    assert_ne!(one.unwrap(), other.unwrap());
}

pub(super) async fn what_is_delivered_is_no_reading_of_carports_own(store: Arc<dyn Store>) {
    let (owner, car) = (UserId::new("owner"), VehicleId::new("car"));
    admit(&store, "mine", "owner", &["car"]).await;
    let reports = [report(true, "value")];
    let take_in = |owner: &'static str| {
        let (store, reports) = (Arc::clone(&store), reports.clone());
        async move {
            store
                .take_in_delivered(&UserId::new(owner), &VehicleId::new("car"), &reports, now())
                .await
                .unwrap()
        }
    };
    assert!(!take_in("another").await);
    assert!(take_in("owner").await);
    let stored = store.signals(&owner, &car).await.unwrap();
    assert_eq!(stored[0].good.as_ref().unwrap().json, "value");
    assert_eq!(
        store
            .signals(&UserId::new("another"), &car)
            .await
            .unwrap()
            .len(),
        0
    );
    let garage = super::garage("mine");
    let vehicles = store.vehicles(&garage).await.unwrap();
    assert_eq!(vehicles[0].budget.read_at, None);
}

pub(super) async fn a_trouble_ends_where_it_is_named(store: Arc<dyn Store>) {
    let (owner, car) = (UserId::new("owner"), VehicleId::new("car"));
    admit(&store, "mine", "owner", &["car", "other"]).await;
    for vehicle in ["car", "other"] {
        store
            .take_in_delivered(
                &owner,
                &VehicleId::new(vehicle),
                &[report(false, "trouble")],
                now(),
            )
            .await
            .unwrap();
    }
    let in_trouble = async |vehicle: &str| {
        let signals = store.signals(&owner, &VehicleId::new(vehicle)).await;
        signals.unwrap()[0].trouble.is_some()
    };
    let earlier = now() - Duration::SECOND;
    store
        .end_trouble(&owner, &car, &[CODE], earlier)
        .await
        .unwrap();
    store
        .end_trouble(&owner, &car, &["odometer-traveleddistance"], now())
        .await
        .unwrap();
    assert!(in_trouble("car").await);
    store
        .end_trouble(&owner, &car, &[CODE], now())
        .await
        .unwrap();
    assert!(!in_trouble("car").await);
    assert!(in_trouble("other").await);
}

fn report(is_good: bool, json: &str) -> SignalReport {
    SignalReport {
        code: CODE.to_owned(),
        is_good,
        at: now(),
        reported_at: now(),
        json: json.to_owned(),
    }
}
