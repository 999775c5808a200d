//! When vehicles were charging.

use std::sync::Arc;

use server::storage::{ChargingSession, SignalReport, Store};
use time::{Duration, OffsetDateTime};

use super::{
    admit,
    history::{MIDNIGHT, car, condense, deliver, owner},
    now,
};
use crate::support::report;

fn at(minute: i64) -> OffsetDateTime {
    MIDNIGHT + Duration::minutes(minute)
}

fn charging(minute: i64, is_charging: bool) -> SignalReport {
    let body = format!(r#"{{"value":{is_charging}}}"#);
    report("charge-ischarging", at(minute), &body)
}

fn battery(minute: i64, percent: u8) -> SignalReport {
    let body = format!(r#"{{"value":{percent},"unit":"percent"}}"#);
    report("tractionbattery-stateofcharge", at(minute), &body)
}

fn energy(minute: i64, kwh: f64) -> SignalReport {
    let body = format!(r#"{{"value":{kwh},"unit":"kWh"}}"#);
    report("charge-energyadded", at(minute), &body)
}

async fn sessions(store: &Arc<dyn Store>) -> Vec<ChargingSession> {
    touching(store, at(-3_000), at(3_000)).await
}

async fn touching(
    store: &Arc<dyn Store>,
    from: OffsetDateTime,
    until: OffsetDateTime,
) -> Vec<ChargingSession> {
    store
        .charging_sessions(&owner(), &car(), from, until)
        .await
        .unwrap()
}

fn session(from: i64, until: Option<i64>) -> ChargingSession {
    ChargingSession {
        started_at: at(from),
        ended_at: until.map(at),
        start_percent: None,
        end_percent: None,
        energy_added: None,
    }
}

pub(super) async fn a_session_is_counted_from_what_the_car_says(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let reports = [
        battery(55, 40),
        charging(60, true),
        energy(60, 0.0),
        charging(120, true),
        energy(119, 6.5),
        battery(118, 62),
        charging(121, false),
        charging(600, true),
    ];
    deliver(&store, &reports, now()).await;
    let expected = [
        ChargingSession {
            start_percent: Some(40.0),
            end_percent: Some(62.0),
            energy_added: Some(6.5),
            ..session(60, Some(121))
        },
        session(600, None),
    ];
    assert_eq!(sessions(&store).await, expected);
    condense(&store, now()).await;
    assert_eq!(sessions(&store).await, expected);
    // It is over now.
    deliver(&store, &[charging(719, false)], now()).await;
    assert_eq!(sessions(&store).await[1], session(600, Some(719)));
    assert_eq!(sessions(&store).await[0], expected[0]);

    assert_eq!(touching(&store, at(121), at(600)).await, []);
    assert_eq!(touching(&store, at(120), at(600)).await.len(), 1);
    assert_eq!(touching(&store, at(121), at(601)).await.len(), 1);
}

pub(super) async fn late_and_doubled_readings_come_out_right(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let told = [(0, true), (60, true), (300, true), (400, false)];
    for (minute, is_charging) in told.into_iter().chain(told) {
        deliver(&store, &[charging(minute, is_charging)], now()).await;
    }
    assert_eq!(sessions(&store).await, [session(0, Some(400))]);
    condense(&store, now()).await;
    // It had stopped in between; and it had begun earlier.
    deliver(&store, &[charging(90, false)], now()).await;
    let parted = [session(0, Some(90)), session(300, Some(400))];
    assert_eq!(sessions(&store).await, parted);
    deliver(&store, &[charging(-200, true)], now()).await;
    let parted = [session(-200, Some(90)), session(300, Some(400))];
    assert_eq!(sessions(&store).await, parted);
    condense(&store, now()).await;
    assert_eq!(sessions(&store).await, parted);
    // What is not charging changes nothing.
    deliver(&store, &[charging(-300, false), charging(95, false)], now()).await;
    condense(&store, now()).await;
    assert_eq!(sessions(&store).await, parted);
}

pub(super) async fn sessions_outlive_their_readings(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let reports = [
        charging(0, true),
        battery(1, 20),
        energy(50, 3.0),
        charging(60, false),
        charging(660, true),
        battery(661, 30),
    ];
    deliver(&store, &reports, now()).await;
    condense(&store, now() + Duration::HOUR).await;
    let expected = sessions(&store).await;
    assert_eq!(expected.len(), 2);
    let later = now() + Duration::days(100);
    while store.thin(later).await.unwrap() > 0 {}
    assert_eq!(sessions(&store).await, expected);
    // The one that is under way goes on.
    let end = SignalReport {
        at: later,
        ..charging(0, false)
    };
    deliver(&store, &[end], later).await;
    for _ in 0..2 {
        let sessions = touching(&store, at(0), later).await;
        assert_eq!(sessions[0], expected[0]);
        assert_eq!(sessions[1].started_at, at(660));
        assert_eq!(sessions[1].ended_at, Some(later));
        assert_eq!(sessions[1].start_percent, Some(30.0));
        assert_eq!(sessions.len(), 2);
        condense(&store, later + Duration::HOUR).await;
    }
}

pub(super) async fn a_car_that_never_says_so_has_no_sessions(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    deliver(&store, &[battery(0, 20), energy(5, 3.0)], now()).await;
    assert_eq!(sessions(&store).await, []);
    condense(&store, now()).await;
    assert_eq!(sessions(&store).await, []);
}
