//! A year of one reading a minute for each of a hundred cars: how much room it takes, and how long
//! each chart of it does at the store. `make bench-history` runs it.
//!
//! On SQLite; on PostgreSQL where `CARPORT_TEST_DATABASE_URL` names a server, as under
//! `.ci/with-postgres`. The rows are written in the order of time, as they come, all cars among each
//! other; they are summed up by what sums them up in the background, save the hour that is not over.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark that cannot be set up has to stop, and says what it has measured"
)]

mod charts;
mod database;

use std::{sync::Arc, time::Instant};

use database::Database;
use server::{
    history,
    storage::{GarageId, Retention, Store, StoredVehicle, VehicleDescription},
};
use smartcar::{ConnectionId, UserId, VehicleId};
use time::{Duration, OffsetDateTime, macros::datetime};
use tokio_util::sync::CancellationToken;

/// How many cars there are.
const CARS: i32 = 100;
/// For how long they have been heard of.
const DAYS: i64 = 365;
/// At this moment.
const NOW: OffsetDateTime = datetime!(2026-11-23 12:30 UTC);
const FIRST: OffsetDateTime = datetime!(2025-11-23 12:30 UTC);
const RETENTION: Retention = Retention {
    raw_days: 400,
    hourly_days: 730,
};

#[tokio::main]
async fn main() {
    let mut database = Database::open(RETENTION).await;
    println!("database: {}", database.name());
    admit(&database.store).await;
    let empty = database.bytes().await;

    let begun = Instant::now();
    database.fill().await;
    println!("filled in {:.0} s", begun.elapsed().as_secs_f64());
    let readings = database.readings().await;
    let raw = database.bytes().await - empty;
    println!(
        "{readings} readings: {raw} bytes with their index, {:.1} a reading",
        per(raw, readings)
    );

    let begun = Instant::now();
    let ending = CancellationToken::new();
    history::work_off(database.store.as_ref(), NOW, &ending)
        .await
        .unwrap();
    println!("summed up in {:.0} s", begun.elapsed().as_secs_f64());
    let all = database.bytes().await;
    println!(
        "the whole database: {all} bytes, {:.1} a reading",
        per(all, readings)
    );

    charts::measure(&database.store).await;
    database.remove().await;
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a handful of digits is all that is shown"
)]
fn per(bytes: u64, readings: u64) -> f64 {
    bytes as f64 / readings as f64
}

async fn admit(store: &Arc<dyn Store>) {
    for number in 1..=CARS {
        let vehicle = StoredVehicle {
            owner: owner(number),
            vehicle: car(number),
            connection: ConnectionId::new(format!("connection-{number}")),
            description: VehicleDescription::default(),
            permissions: Vec::new(),
            connected_at: FIRST,
            read_at: NOW,
        };
        let garage = GarageId(format!("garage-{number}"));
        store
            .admit_owner(&garage, &owner(number), &[vehicle], NOW)
            .await
            .unwrap();
    }
}

fn owner(number: i32) -> UserId {
    UserId::new(format!("owner-{number}"))
}

fn car(number: i32) -> VehicleId {
    VehicleId::new(format!("car-{number}"))
}

/// The days of the year, and the rest of the last one.
fn days() -> impl Iterator<Item = (OffsetDateTime, OffsetDateTime)> {
    (0..DAYS).map(|day| {
        let from = FIRST + Duration::days(day);
        (from, from + Duration::DAY)
    })
}
