//! The page of the history of a car that has told a reading a minute for a year: every chart of it, from
//! the request to the last byte.
//!
//! `make bench` runs it. How long the store takes for each of a hundred such cars, and how much room
//! they need, is measured by the benchmark `history`.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot be set up has to stop"
)]

#[path = "../tests/it/support/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the benchmark needs a part of it")]
mod support;

use std::sync::{Mutex, OnceLock};

use divan::Bencher;
use server::{
    clock::Clock,
    history,
    storage::{MeasureSpan, SignalReport},
};
use smartcar::{UserId, VehicleId};
use support::{Browser, Grant, TestCarport, report};
use time::{Duration, OffsetDateTime};
use tokio::runtime::Runtime;
use tokio_util::sync::CancellationToken;

const MINUTES: i64 = 365 * 24 * 60;
/// How many readings are taken in at once.
const AT_ONCE: usize = 10_000;

fn main() {
    divan::main();
}

#[divan::bench(args = ["day", "week", "month", "year"])]
fn history_page(bencher: Bencher, period: &str) {
    static VISITOR: OnceLock<Mutex<Visitor>> = OnceLock::new();
    let mut visitor = VISITOR
        .get_or_init(|| Mutex::new(Visitor::arrive()))
        .lock()
        .unwrap();
    let address = format!("/vehicle/{}/history?period={period}", visitor.vehicle);
    bencher.bench_local(|| visitor.read(&address));
}

/// Somebody in front of the history of a car.
struct Visitor {
    runtime: Runtime,
    browser: Browser,
    vehicle: String,
}

impl Visitor {
    fn arrive() -> Self {
        let runtime = Runtime::new().unwrap();
        let (browser, vehicle) = runtime.block_on(async {
            let carport = TestCarport::start_with(&["--history-raw-days=400"]).await;
            let carport: &'static TestCarport = Box::leak(Box::new(carport));
            let mut browser = carport.browser();
            let grant = carport.connect(&mut browser, "owner@example.com").await;
            fill(carport, &grant).await;
            (browser, grant.vehicles[0].clone())
        });
        Self {
            runtime,
            browser,
            vehicle,
        }
    }

    fn read(&mut self, address: &str) -> usize {
        let page = self.runtime.block_on(self.browser.get(address));
        page.assert_status(200).assert_shows("Battery as a table");
        page.body.len()
    }
}

async fn fill(carport: &TestCarport, grant: &Grant) {
    let store = &carport.state.store;
    let now = carport.clock.now();
    let owner = UserId::new(grant.user.as_str());
    let vehicle = VehicleId::new(grant.vehicles[0].as_str());
    let readings: Vec<SignalReport> = (1..MINUTES)
        .rev()
        .map(|minute| reading(minute, now - Duration::minutes(minute)))
        .collect();
    for some in readings.chunks(AT_ONCE) {
        let taken_in = store.take_in_delivered(&owner, &vehicle, some, now).await;
        assert!(taken_in.unwrap());
    }
    history::work_off(store.as_ref(), now, &CancellationToken::new())
        .await
        .unwrap();
    let spans = store.measures(&owner, &vehicle).await.unwrap();
    let year = |span: &MeasureSpan| span.last - span.first > Duration::days(364);
    assert!(spans.iter().any(year));
}

/// What the battery was: it goes up and down in twenty hours.
fn reading(minute: i64, at: OffsetDateTime) -> SignalReport {
    let percent = 20 + (minute % 1_200 - 600).abs() / 10;
    let body = format!(r#"{{"value":{percent},"unit":"percent"}}"#);
    report("tractionbattery-stateofcharge", at, &body)
}
