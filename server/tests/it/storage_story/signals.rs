//! What the signals of vehicles last said.

use std::sync::Arc;

use server::storage::{SignalReport, Store, StoredReport, StoredSignal};
use smartcar::{UserId, VehicleId};
use time::Duration;

use super::{admit, garage, now};

const ODOMETER: &str = "odometer-traveleddistance";

/// A report whose two instants are so many minutes after [`now`].
fn report(json: &str, is_good: bool, at: i64, reported_at: i64) -> SignalReport {
    SignalReport {
        code: ODOMETER.to_owned(),
        is_good,
        at: now() + Duration::minutes(at),
        reported_at: now() + Duration::minutes(reported_at),
        json: json.to_owned(),
    }
}

async fn take_in(store: &Arc<dyn Store>, reports: &[SignalReport]) {
    store
        .take_in_signals(
            &UserId::new("owner"),
            &VehicleId::new("car"),
            reports,
            now(),
        )
        .await
        .unwrap();
}

async fn stored(store: &Arc<dyn Store>) -> Vec<StoredSignal> {
    store
        .signals(&UserId::new("owner"), &VehicleId::new("car"))
        .await
        .unwrap()
}

/// The JSON of the value and of the trouble of the one signal.
async fn shown(store: &Arc<dyn Store>) -> (String, String) {
    let signals = stored(store).await;
    assert_eq!(signals.len(), 1);
    let signal = signals.into_iter().next().unwrap();
    let json =
        |report: Option<StoredReport>| report.map_or_else(|| NONE.to_owned(), |one| one.json);
    (json(signal.good), json(signal.trouble))
}

/// Where no report is stored.
const NONE: &str = "none";

#[track_caller]
fn assert_shown((good, trouble): (String, String), expected: (&str, &str)) {
    assert_eq!((good.as_str(), trouble.as_str()), expected);
}

pub(super) async fn an_older_value_never_replaces_a_newer_one(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    take_in(&store, &[report("new", true, 10, 20)]).await;
    take_in(&store, &[report("old", true, 5, 30)]).await;
    assert_shown(shown(&store).await, ("new", NONE));
    // Of two that are as old, the one that Smartcar took in later holds.
    take_in(&store, &[report("earlier", true, 10, 15)]).await;
    assert_shown(shown(&store).await, ("new", NONE));
    take_in(&store, &[report("corrected", true, 10, 25)]).await;
    assert_shown(shown(&store).await, ("corrected", NONE));
    // Doubled in one answer.
    take_in(
        &store,
        &[
            report("second", true, 12, 40),
            report("first", true, 11, 40),
        ],
    )
    .await;
    assert_shown(shown(&store).await, ("second", NONE));
    let signal = stored(&store).await.into_iter().next().unwrap();
    assert_eq!(signal.code, ODOMETER);
    assert_eq!(signal.good.unwrap().received_at, now());
}

pub(super) async fn a_trouble_keeps_the_last_good_value(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    take_in(&store, &[report("good", true, 0, 10)]).await;
    take_in(&store, &[report("asleep", false, 20, 20)]).await;
    assert_shown(shown(&store).await, ("good", "asleep"));
    take_in(&store, &[report("offline", false, 30, 30)]).await;
    assert_shown(shown(&store).await, ("good", "offline"));
    take_in(&store, &[report("asleep", false, 20, 20)]).await;
    assert_shown(shown(&store).await, ("good", "offline"));
}

pub(super) async fn a_newer_value_ends_the_trouble(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    take_in(&store, &[report("asleep", false, 20, 20)]).await;
    assert_shown(shown(&store).await, (NONE, "asleep"));
    // The car said it before it fell asleep, and Smartcar took it in afterwards.
    take_in(&store, &[report("good", true, 10, 30)]).await;
    assert_shown(shown(&store).await, ("good", NONE));
    // A value that Smartcar had before the trouble does not end it.
    take_in(&store, &[report("offline", false, 40, 40)]).await;
    take_in(&store, &[report("better", true, 35, 36)]).await;
    assert_shown(shown(&store).await, ("better", "offline"));
}

pub(super) async fn a_late_trouble_does_not_hide_a_newer_value(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    take_in(&store, &[report("good", true, 10, 30)]).await;
    take_in(&store, &[report("asleep", false, 20, 20)]).await;
    assert_shown(shown(&store).await, ("good", NONE));
}

pub(super) async fn signals_go_with_their_vehicle(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car", "other"]).await;
    take_in(&store, &[report("good", true, 0, 0)]).await;
    let rows = store.vehicles(&garage("mine")).await.unwrap();
    let read: Vec<bool> = rows
        .iter()
        .map(|row| row.budget.read_at == Some(now()))
        .collect();
    assert_eq!(read, [true, false]);
    store
        .remove_vehicle(&UserId::new("owner"), &VehicleId::new("car"))
        .await
        .unwrap();
    admit(&store, "mine", "owner", &["car"]).await;
    assert!(stored(&store).await.is_empty());
    // Described anew, it keeps its signals.
    take_in(&store, &[report("good", true, 0, 0)]).await;
    admit(&store, "mine", "owner", &["car"]).await;
    assert_eq!(stored(&store).await.len(), 1);
    store.remove_owner(&UserId::new("owner")).await.unwrap();
    assert!(stored(&store).await.is_empty());
}

pub(super) async fn a_vehicle_that_is_gone_takes_in_nothing(store: Arc<dyn Store>) {
    take_in(&store, &[report("good", true, 0, 0)]).await;
    assert!(stored(&store).await.is_empty());
}

pub(super) async fn a_garage_reads_only_the_codes_it_names(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    admit(&store, "theirs", "stranger", &["car"]).await;
    let other = SignalReport {
        code: "closure-islocked".to_owned(),
        ..report("locked", true, 0, 0)
    };
    take_in(&store, &[report("good", true, 0, 0), other.clone()]).await;
    store
        .take_in_signals(
            &UserId::new("stranger"),
            &VehicleId::new("car"),
            &[other],
            now(),
        )
        .await
        .unwrap();
    let read = async |codes: &[&str]| {
        let signals = store.garage_signals(&garage("mine"), codes).await.unwrap();
        assert!(
            signals
                .iter()
                .all(|signal| signal.owner.as_str() == "owner")
        );
        signals.len()
    };
    assert_eq!(read(&[ODOMETER]).await, 1);
    assert_eq!(read(&[ODOMETER, "closure-islocked", "no-such"]).await, 2);
    assert_eq!(read(&[]).await, 0);
}

pub(super) async fn hostile_signals_are_stored_as_text(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let hostile = SignalReport {
        code: "'; DROP TABLE signal; --".to_owned(),
        ..report("\"<script>\u{202e}🚗'\"", true, 0, 0)
    };
    take_in(&store, std::slice::from_ref(&hostile)).await;
    let signals = stored(&store).await;
    assert_eq!(signals[0].code, hostile.code);
    assert_eq!(signals[0].good.as_ref().unwrap().json, hostile.json);
}
