//! How long each chart takes at the store.

use std::{
    sync::Arc,
    time::{Duration as Elapsed, Instant},
};

use server::storage::{Measure, Resolution, Store};
use time::{Duration, OffsetDateTime};

use super::{CARS, FIRST, NOW, car, owner};

/// The periods that an owner may look at, and into what pieces each is cut.
const CHARTS: [(&str, Duration, Resolution); 4] = [
    ("day", Duration::DAY, Resolution::FiveMinutes),
    ("week", Duration::WEEK, Resolution::Hour),
    ("month", Duration::days(31), Resolution::Hour),
    ("year", Duration::days(365), Resolution::Day),
];

/// Measures each chart of each car, twice: of the newest time there is, and of one long ago.
pub(super) async fn measure(store: &Arc<dyn Store>) {
    for (name, length, resolution) in CHARTS {
        for (when, until) in [("newest", NOW), ("oldest", FIRST + length)] {
            let mut points = 0;
            let mut times = Vec::new();
            for number in cars() {
                let begun = Instant::now();
                points = chart(store, number, (until - length, until), resolution).await;
                times.push(begun.elapsed());
            }
            tell(&format!("{name}, {when}, {points} points"), times);
        }
    }
    let mut sessions = 0;
    let mut times = Vec::new();
    for number in cars() {
        let begun = Instant::now();
        let counted = store
            .charging_sessions(&owner(number), &car(number), FIRST, NOW)
            .await;
        sessions = counted.unwrap().len();
        times.push(begun.elapsed());
    }
    tell(
        &format!("charging sessions of a year, {sessions} of them"),
        times,
    );
    let mut times = Vec::new();
    for number in cars() {
        let begun = Instant::now();
        store.measures(&owner(number), &car(number)).await.unwrap();
        times.push(begun.elapsed());
    }
    tell("which measures there are", times);
}

/// Each once, neighbours far from each other.
fn cars() -> impl Iterator<Item = i32> {
    (0..CARS).map(|number| (number * 37) % CARS + 1)
}

async fn chart(
    store: &Arc<dyn Store>,
    number: i32,
    (from, until): (OffsetDateTime, OffsetDateTime),
    resolution: Resolution,
) -> usize {
    let (owner, car) = (owner(number), car(number));
    let points = store.points(&owner, &car, Measure::Battery, from, until, resolution);
    points.await.unwrap().len()
}

fn tell(what: &str, mut times: Vec<Elapsed>) {
    times.sort_unstable();
    println!(
        "{what}: median {:.2} ms, worst {:.2} ms",
        times[times.len() / 2].as_secs_f64() * 1e3,
        times[times.len() - 1].as_secs_f64() * 1e3,
    );
}
