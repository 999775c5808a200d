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
    assert!(add(&store, &second).await);
    assert!(add(&store, &first).await);
    assert!(!add(&store, &delivery("first", 3)).await);

    assert_eq!(waiting(&store, 10).await, [first.clone(), second.clone()]);
    let next = waiting(&store, 1).await;
    assert_eq!(next[0], first);
    assert_eq!(next.len(), 1);

    store.finish_deliveries(&["first"]).await.unwrap();
    assert_eq!(waiting(&store, 10).await, [second]);
    // What was worked on is still known.
    assert!(!add(&store, &first).await);
}

pub(super) async fn an_event_of_long_ago_is_forgotten(store: Arc<dyn Store>) {
    for (event_id, minute) in [("old", 0), ("new", 10)] {
        assert!(add(&store, &delivery(event_id, minute)).await);
        store.finish_deliveries(&[event_id]).await.unwrap();
    }
    let before = now() + Duration::minutes(10);
    assert_eq!(store.forget_deliveries(before).await.unwrap(), 1);
    assert!(add(&store, &delivery("old", 0)).await);
    assert!(!add(&store, &delivery("new", 0)).await);
}

pub(super) async fn two_deliveries_at_once_are_one(store: Arc<dyn Store>) {
    let event = delivery("twice", 0);
    let (one, other) = tokio::join!(add(&store, &event), add(&store, &event));
    assert_ne!(one, other);
}

pub(super) async fn many_are_kept_in_one_write(store: Arc<dyn Store>) {
    let many: Vec<Delivery> = (0..500)
        .map(|number| delivery(&format!("event-{number}"), number))
        .collect();
    assert_eq!(store.add_deliveries(&many[..300]).await.unwrap(), 300);
    // Some of them came before, and one comes twice in the same write.
    let rest: Vec<Delivery> = many[200..].iter().chain(&many[499..]).cloned().collect();
    assert_eq!(store.add_deliveries(&rest).await.unwrap(), 200);
    assert_eq!(store.add_deliveries(&[]).await.unwrap(), 0);
    assert_eq!(waiting(&store, 1000).await, many);
}

pub(super) async fn what_one_replica_has_taken_no_other_takes(store: Arc<dyn Store>) {
    for minute in 0..4 {
        assert!(add(&store, &delivery(&format!("event-{minute}"), minute)).await);
    }
    let (at, until) = (now() + Duration::hours(1), now() + Duration::hours(2));
    let (one, other) = tokio::join!(
        store.take_deliveries(2, at, until),
        store.take_deliveries(2, at, until)
    );
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!((one.len(), other.len()), (2, 2));
    assert!(one.iter().all(|taken| !other.contains(taken)));
    assert!(
        store
            .take_deliveries(9, at, until)
            .await
            .unwrap()
            .is_empty()
    );

    // One of them was killed: what it had taken waits again at the end of its hold.
    let finished: Vec<&str> = one.iter().map(|taken| taken.event_id.as_str()).collect();
    store.finish_deliveries(&finished).await.unwrap();
    let again = store.take_deliveries(9, until, until).await.unwrap();
    assert_eq!(again, other);
}

pub(super) async fn what_is_never_finished_is_left_alone_longer_each_time_and_given_up(
    store: Arc<dyn Store>,
) {
    assert!(add(&store, &delivery("poison", 0)).await);
    let takes = async |minute: i64| {
        let at = now() + Duration::minutes(minute);
        let until = at + Duration::MINUTE;
        !store
            .take_deliveries(9, at, until)
            .await
            .unwrap()
            .is_empty()
    };
    for (minute, is_taken) in [
        (0, true),
        (1, true),
        (2, false),
        (3, true),
        (6, false),
        (7, true),
        (14, false),
        (15, true),
    ] {
        assert_eq!(takes(minute).await, is_taken, "{minute}");
    }
    assert!(add(&store, &delivery("other", 0)).await);
    let given_up = async |attempts, minute| {
        let at = now() + Duration::minutes(minute);
        store.give_up_deliveries(attempts, at).await.unwrap()
    };
    assert_eq!(given_up(5, 30).await, [""; 0], "it is held still");
    assert_eq!(given_up(6, 31).await, [""; 0], "it was taken five times");
    assert_eq!(given_up(5, 31).await, ["poison"]);
    assert_eq!(given_up(5, 31).await, [""; 0]);
    assert_eq!(waiting(&store, 9).await, [delivery("other", 0)]);
    // It is still known.
    assert!(!add(&store, &delivery("poison", 0)).await);
}

/// Keeps one; `false` when it was delivered before.
async fn add(store: &Arc<dyn Store>, delivery: &Delivery) -> bool {
    let added = store.add_deliveries(std::slice::from_ref(delivery)).await;
    added.unwrap() == 1
}

/// What waits to be worked on, and goes on waiting.
async fn waiting(store: &Arc<dyn Store>, limit: u32) -> Vec<Delivery> {
    store.take_deliveries(limit, now(), now()).await.unwrap()
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

pub(super) async fn a_trouble_that_comes_after_its_end_does_not_begin(store: Arc<dyn Store>) {
    let (owner, car) = (UserId::new("owner"), VehicleId::new("car"));
    admit(&store, "mine", "owner", &["car"]).await;
    let take_in = async |is_good, second| {
        let report = SignalReport {
            reported_at: now() + Duration::seconds(second),
            ..report(is_good, "said")
        };
        let taken_in = store
            .take_in_delivered(&owner, &car, &[report], now())
            .await;
        assert!(taken_in.unwrap());
        let signals = store.signals(&owner, &car).await.unwrap();
        (signals[0].good.is_some(), signals[0].trouble.is_some())
    };
    assert_eq!(take_in(true, 0).await, (true, false));
    let end = now() + Duration::seconds(20);
    store.end_trouble(&owner, &car, &[CODE], end).await.unwrap();
    assert_eq!(take_in(false, 19).await, (true, false));
    assert_eq!(take_in(false, 21).await, (true, true));
    store.end_trouble(&owner, &car, &[CODE], end).await.unwrap();
    assert_eq!(take_in(false, 5).await, (true, true));
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
