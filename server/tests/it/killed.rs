//! The program is killed in the middle of deliveries: what it has answered is there.

use std::{
    collections::BTreeSet,
    net::TcpStream,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use serde_json::{Value, json};
use server::{
    clock::{Clock, SystemClock},
    storage::{Delivery, Store},
    webhook,
};
use smartcar::{UserId, VehicleId};
use time::{Duration, OffsetDateTime};

use crate::{
    storage_story::admit,
    support::{Place, Program, is_success},
    webhook::sign,
};

const TOKEN: &str = "the-management-token";
const WORKERS: usize = 32;
/// After so many answers it is killed.
const ANSWERS: usize = 300;

#[tokio::test]
async fn in_sqlite_every_delivery_that_was_answered_is_there_once() {
    every_delivery_that_was_answered_is_there_once(Place::on_sqlite()).await;
}

#[tokio::test]
async fn in_postgres_every_delivery_that_was_answered_is_there_once() {
    every_delivery_that_was_answered_is_there_once(Place::on_postgres().await).await;
}

#[tokio::test]
async fn nothing_is_answered_before_sqlite_has_it() {
    nothing_is_answered_before_it_is_written(Place::on_sqlite()).await;
}

#[tokio::test]
async fn nothing_is_answered_before_postgres_has_it() {
    nothing_is_answered_before_it_is_written(Place::on_postgres().await).await;
}

#[tokio::test]
async fn what_was_in_hand_in_sqlite_waits_for_the_next_start() {
    let place = Place::on_sqlite();
    assert_eq!(taken_by_each_start(&place).await, [1, 1, 0]);
}

#[tokio::test]
async fn what_was_in_hand_in_postgres_may_be_in_the_hand_of_another() {
    let place = Place::on_postgres().await;
    assert_eq!(taken_by_each_start(&place).await, [1, 0, 0]);
}

/// How many deliveries each of three processes takes at the same moment, when none ever finishes one.
async fn taken_by_each_start(place: &Place) -> [usize; 3] {
    let now = SystemClock.now();
    let mut taken = [0; 3];
    for taken in &mut taken {
        let store = place.store().await;
        store.add_deliveries(&[delivery(1)]).await.unwrap();
        let until = now + Duration::MINUTE;
        *taken = store.take_deliveries(9, now, until).await.unwrap().len();
        store.close().await;
    }
    taken
}

async fn every_delivery_that_was_answered_is_there_once(place: Place) {
    let store = place.store().await;
    admit(&store, "garage", "owner", &["car"]).await;
    store.close().await;

    let (sent, answered) = deliver_until_killed(&place.start(TOKEN));
    assert!(answered.len() >= ANSWERS, "{}", answered.len());

    let store = place.store().await;
    // Each is there, either to be worked on, just as it was sent, or worked on.
    let waiting = waiting(&store).await;
    assert!(waiting.is_subset(&sent));
    assert_eq!(added(&store, &answered).await, 0);
    let worked_on = answered.difference(&waiting).max();
    assert!(distance(&store).await.as_ref() >= worked_on);
    store.close().await;

    // Smartcar delivers again what was not answered, and some of what was.
    let program = place.start(TOKEN);
    for number in &sent {
        assert!(is_success(deliver(&program, *number).unwrap()), "{number}");
    }
    program.stop();
    let store = place.store().await;
    assert_eq!(added(&store, &sent).await, 0);
    assert_eq!(self::waiting(&store).await, BTreeSet::new());
    assert_eq!(distance(&store).await.as_ref(), sent.last());
    store.close().await;
}

/// Whoever answered first and wrote then would pass the test above with some luck. Here nothing can be
/// written; the program goes on answering everything else, and so it would a delivery.
async fn nothing_is_answered_before_it_is_written(place: Place) {
    let program = place.start(TOKEN);
    assert!(is_success(deliver(&program, 0).unwrap()));
    let lock = place.lock().await;
    let delivered: Vec<TcpStream> = (1..=32)
        .map(|number| deliver(&program, number).unwrap())
        .collect();
    for _ in 0..200 {
        assert!(is_success(
            program.send("GET /healthz HTTP/1.1", "").unwrap()
        ));
    }
    program.kill();
    for connection in delivered {
        assert!(!is_success(connection));
    }
    lock.release().await;
}

/// Delivers from many sides at once, and kills the program after some answers: the numbers that were
/// sent, and those that were answered.
fn deliver_until_killed(program: &Program) -> (BTreeSet<u64>, BTreeSet<u64>) {
    let next = AtomicU64::new(1);
    let (sent, answered) = (Mutex::new(BTreeSet::new()), Mutex::new(BTreeSet::new()));
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::SeqCst);
                    let Ok(connection) = deliver(program, number) else {
                        return;
                    };
                    sent.lock().unwrap().insert(number);
                    if !is_success(connection) {
                        return;
                    }
                    let mut answered = answered.lock().unwrap();
                    answered.insert(number);
                    if answered.len() == ANSWERS {
                        program.kill();
                    }
                }
            });
        }
    });
    (sent.into_inner().unwrap(), answered.into_inner().unwrap())
}

fn deliver(program: &Program, number: u64) -> std::io::Result<TcpStream> {
    let body = body(number);
    let signature = sign(TOKEN, body.as_bytes());
    let address = webhook::ADDRESS;
    let head = format!("POST {address} HTTP/1.1\r\nSC-Signature: {signature}");
    program.send(&head, &body)
}

/// Each says that the car has come one kilometre further, a second later.
fn body(number: u64) -> String {
    let at = 1_700_000_000_000 + number * 1000;
    json!({
        "eventId": format!("event-{number}"), "eventType": "VEHICLE_STATE",
        "data": {
            "user": {"id": "owner"}, "vehicle": {"id": "car"},
            "signals": [{
                "code": "odometer-traveleddistance", "body": {"value": number, "unit": "km"},
                "status": {"value": "SUCCESS"}, "meta": {"oemUpdatedAt": at, "retrievedAt": at},
            }],
        },
        "meta": {"mode": "LIVE", "deliveredAt": at},
    })
    .to_string()
}

fn delivery(number: u64) -> Delivery {
    Delivery {
        event_id: format!("event-{number}"),
        body: body(number),
        received_at: OffsetDateTime::UNIX_EPOCH,
    }
}

/// How many of these were not there.
async fn added(store: &Arc<dyn Store>, numbers: &BTreeSet<u64>) -> u64 {
    let again: Vec<Delivery> = numbers.iter().copied().map(delivery).collect();
    store.add_deliveries(&again).await.unwrap()
}

/// What waits to be worked on, whoever held it. Nobody does when this returns.
async fn waiting(store: &Arc<dyn Store>) -> BTreeSet<u64> {
    let later = SystemClock.now() + Duration::hours(1);
    let taken = store
        .take_deliveries(u32::MAX, later, later - Duration::hours(2))
        .await
        .unwrap();
    let mut once = BTreeSet::new();
    for delivery in taken {
        let number = delivery.event_id.strip_prefix("event-").unwrap();
        let number = number.parse().unwrap();
        assert_eq!(delivery.body, body(number));
        assert!(once.insert(number), "{number} is there twice");
    }
    once
}

/// How far the car has come, as far as Carport knows.
async fn distance(store: &Arc<dyn Store>) -> Option<u64> {
    let (owner, car) = (UserId::new("owner"), VehicleId::new("car"));
    let signals = store.signals(&owner, &car).await.unwrap();
    let good = signals.into_iter().next()?.good?;
    let signal: Value = serde_json::from_str(&good.json).unwrap();
    signal.pointer("/body/value")?.as_u64()
}
