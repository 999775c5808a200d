//! The page of a car, and the garage, with ever more stored: their time must not grow with it.
//!
//! `make bench` runs it. The stored readings are those of other cars, each in its own row, and as
//! many older ones of this car, of which each signal keeps the newest; a hundredth as many commands
//! stand in the ledger of this car.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot be set up has to stop"
)]

#[path = "../tests/it/support/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the benchmark needs a part of it")]
mod support;

use std::sync::OnceLock;

use divan::Bencher;
use server::{
    clock::Clock,
    storage::{
        CommandState, GarageId, NewCommand, SignalReport, StoredCommand, StoredVehicle,
        VehicleDescription,
    },
};
use smartcar::{ConnectionId, UserId, VehicleId};
use support::{Browser, TestCarport};
use time::Duration;
use tokio::runtime::Runtime;

/// How many readings are stored.
const STORED: [u32; 3] = [1, 1_000, 1_000_000];
/// How many readings a car has.
const A_CAR: u32 = 93;
/// How many commands there are for each stored reading.
const A_COMMAND_FOR: u32 = 100;

fn main() {
    divan::main();
}

#[divan::bench(args = STORED)]
fn car(bencher: Bencher, stored: u32) {
    let mut visitor = visitor(stored);
    let address = format!("/vehicle/{}", visitor.vehicle);
    bencher.bench_local(|| visitor.read(&address));
}

#[divan::bench(args = STORED)]
fn garage(bencher: Bencher, stored: u32) {
    let mut visitor = visitor(stored);
    bencher.bench_local(|| visitor.read("/vehicle"));
}

/// Somebody in front of one car of a Carport that lives as long as the benchmark.
struct Visitor {
    runtime: &'static Runtime,
    browser: Browser,
    vehicle: String,
}

impl Visitor {
    fn read(&mut self, address: &str) -> usize {
        let page = self.runtime.block_on(self.browser.get(address));
        page.assert_status(200);
        page.body.len()
    }
}

fn visitor(stored: u32) -> Visitor {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    let runtime = RUNTIME.get_or_init(|| Runtime::new().unwrap());
    runtime.block_on(async {
        let carport: &'static TestCarport = Box::leak(Box::new(TestCarport::start().await));
        let mut browser = carport.browser();
        let grant = carport.connect(&mut browser, "owner@example.com").await;
        let vehicle = grant.vehicles[0].clone();
        let owner = UserId::new(grant.user.as_str());
        fill(carport, &owner, &VehicleId::new(vehicle.as_str()), stored).await;
        Visitor {
            runtime,
            browser,
            vehicle,
        }
    })
}

async fn fill(carport: &TestCarport, owner: &UserId, vehicle: &VehicleId, stored: u32) {
    let store = &carport.state.store;
    let now = carport.clock.now();
    for number in 0..stored.div_ceil(A_CAR) {
        let older = readings(
            number,
            now - Duration::days(1) - Duration::minutes(number.into()),
        );
        store
            .take_in_signals(owner, vehicle, &older, now)
            .await
            .unwrap();
        let other = another_car(number, now);
        let other_owner = other.owner.clone();
        let (other_vehicle, garage) = (other.vehicle.clone(), GarageId(number.to_string()));
        store
            .admit_owner(&garage, &other_owner, &[other], now)
            .await
            .unwrap();
        store
            .take_in_signals(&other_owner, &other_vehicle, &readings(number, now), now)
            .await
            .unwrap();
    }
    for number in 0..stored / A_COMMAND_FOR {
        let asked_at = now - Duration::days(2) - Duration::minutes(number.into());
        let command = NewCommand {
            id: number.to_string(),
            owner: owner.clone(),
            vehicle: vehicle.clone(),
            form_key: number.to_string(),
            command: r#"{"command":"lock"}"#.to_owned(),
            asked_at,
            held_until: asked_at,
        };
        store.add_command(&command).await.unwrap();
        let answered = StoredCommand {
            id: command.id,
            command: command.command,
            state: CommandState::Seen,
            asked_at,
            sent_at: Some(asked_at),
            answered_at: Some(asked_at),
            seen_at: Some(asked_at),
            held_until: None,
            refusal: None,
            request_id: None,
            schedule_id: None,
        };
        store.save_command(&answered).await.unwrap();
    }
}

fn readings(number: u32, at: time::OffsetDateTime) -> Vec<SignalReport> {
    (0..A_CAR)
        .map(|signal| SignalReport {
            code: format!("benchmark-signal{signal}"),
            is_good: true,
            at,
            reported_at: at,
            json: format!(
                r#"{{"code":"benchmark-signal{signal}","status":{{"value":"SUCCESS"}},"body":{{"value":{number}}}}}"#
            ),
        })
        .collect()
}

fn another_car(number: u32, now: time::OffsetDateTime) -> StoredVehicle {
    StoredVehicle {
        owner: UserId::new(format!("owner-{number}")),
        vehicle: VehicleId::new(format!("vehicle-{number}")),
        connection: ConnectionId::new(format!("connection-{number}")),
        description: VehicleDescription::default(),
        permissions: Vec::new(),
        connected_at: now,
        read_at: now,
    }
}
