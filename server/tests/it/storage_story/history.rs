//! What vehicles said over time: kept, summed up, thinned.

use std::sync::Arc;

use server::storage::{Measure, Point, Resolution, SignalReport, Store};
use smartcar::{UserId, VehicleId};
use time::{Duration, OffsetDateTime, macros::datetime};

use super::{admit, now};
use crate::support::report;

pub(super) const MIDNIGHT: OffsetDateTime = datetime!(2026-11-23 00:00 UTC);
const ALL: [Resolution; 4] = [
    Resolution::Minute,
    Resolution::FiveMinutes,
    Resolution::Hour,
    Resolution::Day,
];

pub(super) fn owner() -> UserId {
    UserId::new("owner")
}

pub(super) fn car() -> VehicleId {
    VehicleId::new("car")
}

fn odometer(at: OffsetDateTime, km: f64) -> SignalReport {
    let body = format!(r#"{{"value":{km},"unit":"km"}}"#);
    report("odometer-traveleddistance", at, &body)
}

pub(super) async fn deliver(store: &Arc<dyn Store>, reports: &[SignalReport], at: OffsetDateTime) {
    let taken = store.take_in_delivered(&owner(), &car(), reports, at).await;
    assert!(taken.unwrap());
}

async fn points(store: &Arc<dyn Store>, measure: Measure, resolution: Resolution) -> Vec<Point> {
    let (from, until) = (now() - Duration::days(400), now() + Duration::days(900));
    store
        .points(&owner(), &car(), measure, from, until, resolution)
        .await
        .unwrap()
}

/// All points of the odometer.
async fn chart(store: &Arc<dyn Store>) -> Vec<Vec<Point>> {
    let mut chart = Vec::new();
    for resolution in ALL {
        chart.push(points(store, Measure::Odometer, resolution).await);
    }
    chart
}

pub(super) async fn condense(store: &Arc<dyn Store>, at: OffsetDateTime) -> u64 {
    let mut all = 0;
    loop {
        match store.condense(at).await.unwrap() {
            0 => return all,
            hours => all += hours,
        }
    }
}

async fn thin(store: &Arc<dyn Store>, at: OffsetDateTime) {
    while store.thin(at).await.unwrap() > 0 {}
}

pub(super) async fn a_reading_is_on_every_chart_at_once(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let at = |minute| MIDNIGHT + Duration::minutes(minute);
    deliver(
        &store,
        &[
            odometer(at(10), 100.0),
            odometer(at(11), 102.0),
            odometer(at(65), 110.0),
        ],
        now(),
    )
    .await;
    let point = |minute, low, mean, high, last, readings| Point {
        from: at(minute),
        low,
        mean,
        high,
        last,
        readings,
    };
    let expected = [
        vec![
            point(10, 100.0, 100.0, 100.0, 100.0, 1),
            point(11, 102.0, 102.0, 102.0, 102.0, 1),
            point(65, 110.0, 110.0, 110.0, 110.0, 1),
        ],
        vec![
            point(10, 100.0, 101.0, 102.0, 102.0, 2),
            point(65, 110.0, 110.0, 110.0, 110.0, 1),
        ],
        vec![
            point(0, 100.0, 101.0, 102.0, 102.0, 2),
            point(60, 110.0, 110.0, 110.0, 110.0, 1),
        ],
        vec![point(0, 100.0, 104.0, 110.0, 110.0, 3)],
    ];
    assert_eq!(chart(&store).await, expected);
    assert_eq!(condense(&store, now()).await, 2);
    assert_eq!(chart(&store).await, expected);
    // One more, in an hour that is not over: the day has both, the sums and what is new.
    deliver(&store, &[odometer(now(), 120.0)], now()).await;
    assert_eq!(condense(&store, now()).await, 0);
    let day = points(&store, Measure::Odometer, Resolution::Day).await;
    assert_eq!(day, [point(0, 100.0, 108.0, 120.0, 120.0, 4)]);
    // One that is late.
    deliver(&store, &[odometer(at(9), 90.0)], now()).await;
    let hours = points(&store, Measure::Odometer, Resolution::Hour).await;
    assert_eq!(hours[0].low.to_bits(), 90.0_f64.to_bits());
    assert_eq!(hours[0].readings, 3);
    let spans = store.measures(&owner(), &car()).await.unwrap();
    assert_eq!(spans.len(), 1);
    assert_eq!(
        (spans[0].measure, spans[0].first, spans[0].last),
        (Measure::Odometer, at(9), now())
    );
}

pub(super) async fn only_the_pieces_of_the_period_are_read(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let reports: Vec<_> = (0..30)
        .map(|hour| odometer(MIDNIGHT - Duration::hours(hour), 1_000.0))
        .collect();
    deliver(&store, &reports, now()).await;
    let read = async |from, until, resolution| {
        let points = store
            .points(&owner(), &car(), Measure::Odometer, from, until, resolution)
            .await;
        points.unwrap().len()
    };
    for _ in 0..2 {
        let from = MIDNIGHT - Duration::hours(3) + Duration::MINUTE;
        assert_eq!(read(from, MIDNIGHT, Resolution::Hour).await, 3);
        assert_eq!(read(from, MIDNIGHT, Resolution::Day).await, 1);
        assert_eq!(read(from, MIDNIGHT, Resolution::Minute).await, 2);
        assert_eq!(read(MIDNIGHT, from, Resolution::Hour).await, 0);
        assert_eq!(read(MIDNIGHT, MIDNIGHT, Resolution::Day).await, 0);
        let all = (
            datetime!(0001-01-01 0:00 UTC),
            datetime!(9999-12-31 23:00 UTC),
        );
        assert_eq!(read(all.0, all.1, Resolution::Hour).await, 30);
        assert_eq!(read(all.0, all.1, Resolution::FiveMinutes).await, 30);
        assert_eq!(read(all.0, all.1, Resolution::Day).await, 3);
        condense(&store, now()).await;
    }
}

pub(super) async fn every_unit_becomes_the_one_of_the_measure(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let at = MIDNIGHT;
    let tyres = r#"{"unit":"psi","values":[
        {"row":0,"column":0,"tirePressure":36},{"row":0,"column":1,"tirePressure":37},
        {"row":0,"column":0,"tirePressure":30},{"row":9,"column":0,"tirePressure":36},
        {"row":1,"column":0,"tirePressure":900},{"column":1,"tirePressure":36}]}"#;
    let reports = [
        report(
            "odometer-traveleddistance",
            at,
            r#"{"value":100,"unit":"miles"}"#,
        ),
        report(
            "tractionbattery-stateofcharge",
            at,
            r#"{"value":"77","unit":"percent"}"#,
        ),
        report(
            "tractionbattery-range",
            at,
            r#"{"value":200,"unit":"mi","type":"RATED"}"#,
        ),
        report(
            "climate-externaltemperature",
            at,
            r#"{"value":-40,"unit":"fahrenheit"}"#,
        ),
        report("charge-wattage", at, r#"{"value":11000,"unit":"watts"}"#),
        report("charge-ischarging", at, r#"{"value":true}"#),
        report("charge-energyadded", at, r#"{"value":1500,"unit":"Wh"}"#),
        report(
            "internalcombustionengine-amountremaining",
            at,
            r#"{"value":10,"unit":"gallons"}"#,
        ),
        report("wheel-tires", at, tyres),
        // Nothing of these is kept.
        report(
            "climate-internaltemperature",
            at,
            r#"{"value":20,"unit":"furlong"}"#,
        ),
        report(
            "internalcombustionengine-fuellevel",
            at,
            r#"{"value":1e300,"unit":"percent"}"#,
        ),
        report(
            "internalcombustionengine-range",
            at,
            r#"{"value":null,"unit":"km"}"#,
        ),
        report("charge-voltage", at, r#"{"value":230,"unit":"volts"}"#),
        report("closure-islocked", at, r#"{"value":true}"#),
        SignalReport {
            json: "nonsense".to_owned(),
            ..odometer(at + Duration::MINUTE, 1.0)
        },
        SignalReport {
            is_good: false,
            ..odometer(at + Duration::MINUTE, 1.0)
        },
    ];
    deliver(&store, &reports, now()).await;
    let tyre = |row, column| Measure::TyrePressure { row, column };
    let expected = [
        (Measure::Battery, 77.0),
        (Measure::BatteryRange, 321.868_8),
        (Measure::Odometer, 160.934_4),
        (Measure::FuelAmount, 37.854_118),
        (Measure::OutsideTemperature, -40.0),
        (tyre(0, 0), 2.482_113),
        (tyre(0, 1), 2.551_06),
        (Measure::Charging, 1.0),
        (Measure::ChargePower, 11.0),
        (Measure::EnergyAdded, 1.5),
    ];
    let spans = store.measures(&owner(), &car()).await.unwrap();
    let measures: Vec<Measure> = spans.iter().map(|span| span.measure).collect();
    assert_eq!(measures, expected.map(|(measure, _)| measure));
    for (measure, value) in expected {
        let readings = store.readings(&owner(), &car(), measure, None, 9).await;
        let readings = readings.unwrap();
        assert_eq!(readings.len(), 1, "{measure:?}");
        assert!((readings[0].value - value).abs() < 1e-9, "{readings:?}");
    }
}

pub(super) async fn what_is_too_old_or_of_the_future_is_not_kept(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let oldest = MIDNIGHT - Duration::days(90);
    let instants = [
        datetime!(1970-01-01 0:00 UTC),
        datetime!(0001-01-01 0:00 UTC),
        oldest - Duration::MILLISECOND,
        now() + Duration::MILLISECOND,
        datetime!(2100-01-01 0:00 UTC),
        datetime!(9999-12-31 23:59:59.999_999_999 UTC),
    ];
    deliver(&store, &instants.map(|at| odometer(at, 5.0)), now()).await;
    assert!(store.measures(&owner(), &car()).await.unwrap().is_empty());
    deliver(&store, &[oldest, now()].map(|at| odometer(at, 5.0)), now()).await;
    assert_eq!(
        points(&store, Measure::Odometer, Resolution::Day)
            .await
            .len(),
        2
    );
    assert_eq!(condense(&store, now()).await, 1);
    // A clock that went astray.
    for at in [
        datetime!(1970-01-01 0:00 UTC),
        datetime!(9999-12-31 0:00 UTC),
    ] {
        let taken = store
            .take_in_delivered(&owner(), &car(), &[odometer(at, 6.0)], at)
            .await;
        assert!(taken.unwrap());
    }
    assert_eq!(
        points(&store, Measure::Odometer, Resolution::Day)
            .await
            .len(),
        2
    );
}

/// A number that looks like chance and is the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) % end
    }
}

pub(super) async fn any_order_and_doubling_gives_the_sums_of_all_readings(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let mut dice = Dice(4);
    let mut readings: Vec<(OffsetDateTime, f64)> = (0..400)
        .map(|_| {
            let second = i64::try_from(dice.below(5 * 86_400)).unwrap();
            // Of the instant, so that a doubled one says the same.
            let km = f64::from(u32::try_from(second).unwrap()) / 7.0;
            (
                now() - Duration::seconds(second),
                (km * 1_000.0).round() / 1_000.0,
            )
        })
        .collect();
    for round in 0..8 {
        for _ in 0..60 {
            let count = dice.below(5) + 1;
            let some: Vec<_> = (0..count)
                .map(|_| {
                    let (at, km) = readings[usize::try_from(dice.below(400)).unwrap()];
                    odometer(at, km)
                })
                .collect();
            deliver(&store, &some, now()).await;
        }
        if round % 2 == 0 {
            store
                .condense(now() - Duration::hours(i64::from(round)))
                .await
                .unwrap();
        }
    }
    let rest: Vec<_> = readings.iter().map(|(at, km)| odometer(*at, *km)).collect();
    deliver(&store, &rest, now()).await;

    readings.sort_by_key(|(at, _)| *at);
    readings.dedup_by_key(|(at, _)| *at);
    let expected: Vec<_> = ALL
        .into_iter()
        .map(|resolution| directly(&readings, resolution))
        .collect();
    assert_alike(&chart(&store).await, &expected);
    condense(&store, now()).await;
    assert_alike(&chart(&store).await, &expected);
}

fn directly(readings: &[(OffsetDateTime, f64)], resolution: Resolution) -> Vec<Point> {
    readings
        .chunk_by(|one, next| resolution.start(one.0) == resolution.start(next.0))
        .map(|piece| {
            let values = || piece.iter().map(|(_, value)| *value);
            let readings = u32::try_from(piece.len()).unwrap();
            Point {
                from: resolution.start(piece[0].0),
                low: values().fold(f64::INFINITY, f64::min),
                mean: values().sum::<f64>() / f64::from(readings),
                high: values().fold(f64::NEG_INFINITY, f64::max),
                last: piece.last().unwrap().1,
                readings,
            }
        })
        .collect()
}

/// The same but for how a sum is rounded.
#[track_caller]
fn assert_alike(found: &[Vec<Point>], expected: &[Vec<Point>]) {
    let without_mean = |chart: &[Vec<Point>]| -> Vec<Vec<Point>> {
        let plain = |point: &Point| Point {
            mean: 0.0,
            ..*point
        };
        chart
            .iter()
            .map(|points| points.iter().map(plain).collect())
            .collect()
    };
    assert_eq!(without_mean(found), without_mean(expected));
    for (found, expected) in found.iter().flatten().zip(expected.iter().flatten()) {
        assert!(
            (found.mean - expected.mean).abs() < 1e-6,
            "{found:?} {expected:?}"
        );
    }
}

pub(super) async fn thinning_leaves_hours_and_then_days(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    // Two days, and more than is removed in one step.
    let reports: Vec<_> = (0..12_000_u32)
        .map(|number| {
            odometer(
                MIDNIGHT - Duration::seconds(i64::from(number) * 15),
                f64::from(number),
            )
        })
        .collect();
    for some in reports.chunks(4_000) {
        deliver(&store, some, now()).await;
    }
    let before = chart(&store).await;
    thin(&store, now()).await;
    assert_eq!(chart(&store).await, before, "nothing is old");

    // Not before everything is summed up.
    let later = now() + Duration::days(91);
    thin(&store, later).await;
    assert_eq!(chart(&store).await, before);
    condense(&store, later).await;
    assert_eq!(chart(&store).await, before);

    // Step by step, as if it was killed in between.
    let mut left = Vec::new();
    while store.thin(later).await.unwrap() > 0 {
        let chart = chart(&store).await;
        left.push(chart[0].len());
        assert_eq!(chart[2..], before[2..], "{left:?}");
    }
    assert!(
        left.iter().any(|left| (1..before[0].len()).contains(left)),
        "{left:?}"
    );
    let thinned = chart(&store).await;
    assert!(thinned[0].is_empty() && thinned[1].is_empty());
    // What was summed up is not summed up again from what comes too late.
    deliver(&store, &[odometer(MIDNIGHT - Duration::MINUTE, 7.0)], now()).await;
    assert_eq!(chart(&store).await, thinned);

    let much_later = now() + Duration::days(731);
    assert_eq!(condense(&store, much_later).await, 0);
    thin(&store, much_later).await;
    let days = chart(&store).await;
    assert!(days[2].is_empty());
    assert_eq!(days[3], before[3]);
    let span = store.measures(&owner(), &car()).await.unwrap()[0];
    assert_eq!(span.last, MIDNIGHT);
    assert_eq!(span.first, MIDNIGHT - Duration::days(3));
}

pub(super) async fn many_hours_are_summed_up_step_by_step(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let reports: Vec<_> = (0..1_200_u32)
        .map(|hour| odometer(MIDNIGHT - Duration::hours(hour.into()), f64::from(hour)))
        .collect();
    deliver(&store, &reports, now()).await;
    let before = chart(&store).await;
    let mut steps = Vec::new();
    loop {
        // Two replicas at once.
        let (one, other) = tokio::join!(store.condense(now()), store.condense(now()));
        let both = one.unwrap() + other.unwrap();
        assert_alike(&chart(&store).await, &before);
        if both == 0 {
            break;
        }
        steps.push(both);
    }
    assert!(steps.len() >= 2, "{steps:?}");
    assert_eq!(steps.iter().sum::<u64>(), 1_200);
}

pub(super) async fn the_history_goes_with_its_vehicle(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car", "other"]).await;
    let reports = [odometer(MIDNIGHT, 5.0), odometer(now(), 6.0)];
    deliver(&store, &reports, now()).await;
    condense(&store, now()).await;
    let other = VehicleId::new("other");
    store
        .take_in_signals(&owner(), &other, &reports, now())
        .await
        .unwrap();
    assert_eq!(store.sweep().await.unwrap(), 0);

    store.remove_vehicle(&owner(), &car()).await.unwrap();
    assert!(chart(&store).await.iter().all(Vec::is_empty));
    admit(&store, "mine", "owner", &["car"]).await;
    assert!(store.measures(&owner(), &car()).await.unwrap().is_empty());
    deliver(&store, &reports[1..], now()).await;
    let mut swept = 0;
    loop {
        match store.sweep().await.unwrap() {
            0 => break,
            rows => swept += rows,
        }
    }
    // Two readings, an hour, a day, what was due, and the note that they are to be swept.
    assert_eq!(swept, 6);
    assert_eq!(chart(&store).await[0].len(), 1);
    assert_eq!(store.measures(&owner(), &other).await.unwrap().len(), 1);

    store.remove_owner(&owner()).await.unwrap();
    assert!(store.measures(&owner(), &other).await.unwrap().is_empty());
    while store.sweep().await.unwrap() > 0 {}
    assert_eq!(condense(&store, now() + Duration::DAY).await, 0);
}

pub(super) async fn another_owner_of_the_vehicle_sees_nothing_of_it(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    admit(&store, "theirs", "another", &["car"]).await;
    let charging = report("charge-ischarging", MIDNIGHT, r#"{"value":true}"#);
    deliver(&store, &[odometer(MIDNIGHT, 5.0), charging], now()).await;
    for _ in 0..2 {
        let another = UserId::new("another");
        let all = (MIDNIGHT - Duration::DAY, now() + Duration::DAY);
        assert!(store.measures(&another, &car()).await.unwrap().is_empty());
        for resolution in ALL {
            let points = store
                .points(
                    &another,
                    &car(),
                    Measure::Odometer,
                    all.0,
                    all.1,
                    resolution,
                )
                .await;
            assert!(points.unwrap().is_empty());
        }
        let readings = store
            .readings(&another, &car(), Measure::Odometer, None, 9)
            .await;
        assert!(readings.unwrap().is_empty());
        let sessions = store
            .charging_sessions(&another, &car(), all.0, all.1)
            .await;
        assert!(sessions.unwrap().is_empty());
        condense(&store, now()).await;
    }
}

pub(super) async fn readings_are_read_page_by_page(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car"]).await;
    let reports: Vec<_> = (0..25_u32)
        .map(|minute| {
            odometer(
                MIDNIGHT + Duration::minutes(minute.into()),
                f64::from(minute),
            )
        })
        .collect();
    deliver(&store, &reports, now()).await;
    let (mut after, mut read) = (None, Vec::new());
    loop {
        let page = store
            .readings(&owner(), &car(), Measure::Odometer, after, 10)
            .await;
        let page = page.unwrap();
        let Some(last) = page.last() else { break };
        after = Some(last.at);
        read.extend(page.into_iter().map(|reading| reading.value));
    }
    assert_eq!(read, (0..25).map(f64::from).collect::<Vec<_>>());
}
