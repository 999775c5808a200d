//! What Smartcar delivers, under load: `make bench-live` runs it against the release program, on
//! loopback, within about two minutes.
//!
//! 1. How many deliveries a second are kept for good; then the program is killed in the middle, and
//!    every delivery that it answered must be there, once.
//! 2. How long it takes from a delivery to the new markup at the page that shows it, with so many
//!    pages open. What the browser then does with the markup is not in it.
//! 3. How much memory so many open pages take.
//!
//! `-- latency`, `-- memory` and `-- kept` run one of them.
//!
//! On SQLite; on PostgreSQL where `CARPORT_TEST_DATABASE_URL` names a server, as under
//! `.ci/with-postgres`.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark that cannot be set up has to stop, and says what it has measured"
)]

mod carport;
mod deliveries;
mod owner;
mod pages;

use std::{sync::Arc, time::Duration};

use carport::Carport;
use owner::Owner;

const OWNERS: usize = 1_000;
const STREAMS: usize = 10_000;

#[tokio::main]
async fn main() {
    let mut carport = Carport::start().await;
    println!("database: {}", carport.database());
    let mut owners = Vec::with_capacity(OWNERS);
    for number in 0..OWNERS {
        owners.push(Arc::new(Owner::connect(&carport, number).await));
    }
    println!("{OWNERS} owners with a car each have connected");

    // Cargo adds flags of its own.
    let chosen: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    let is_chosen = |part: &str| chosen.is_empty() || chosen.iter().any(|name| name == part);
    if is_chosen("latency") {
        latency(&carport, &owners).await;
    }
    if is_chosen("memory") {
        memory(&carport, &owners).await;
    }
    if is_chosen("kept") {
        kept(&mut carport, &owners).await;
    }
    carport.stop().await;
}

/// From a delivery to the new markup, at 100 deliveries a second.
async fn latency(carport: &Carport, owners: &[Arc<Owner>]) {
    const PER_SECOND: u32 = 100;
    const SECONDS: u32 = 15;
    let pages = pages::open(carport, owners, owners.len()).await;
    let mut taken = pages::deliver_and_read(carport, owners, pages, PER_SECOND, SECONDS).await;
    taken.sort_unstable();
    let percentile = |percent: usize| taken[(taken.len() - 1) * percent / 100];
    println!(
        "from a delivery to the new markup, {PER_SECOND} a second, {} pages open: \
         p50 {:.1} ms, p99 {:.1} ms, of {}",
        owners.len(),
        percentile(50).as_secs_f64() * 1e3,
        percentile(99).as_secs_f64() * 1e3,
        taken.len(),
    );
}

/// What an open page takes on the server.
async fn memory(carport: &Carport, owners: &[Arc<Owner>]) {
    // Whatever a first page makes it keep is not a page's.
    drop(pages::open(carport, owners, owners.len()).await);
    tokio::time::sleep(Duration::from_secs(1)).await;
    let before = carport.resident_bytes();
    let pages = pages::open(carport, owners, STREAMS).await;
    let after = carport.resident_bytes();
    println!(
        "{} open event streams: {} bytes each",
        pages.len(),
        (after.saturating_sub(before)) / pages.len()
    );
}

/// How many deliveries a second are kept, and whether all of them are there after a kill.
async fn kept(carport: &mut Carport, owners: &[Arc<Owner>]) {
    const SECONDS: u64 = 10;
    let run = deliveries::Run::begin(carport, owners);
    tokio::time::sleep(Duration::from_secs(SECONDS)).await;
    carport.kill().await;
    let answered = run.end().await;
    println!(
        "{} deliveries a second answered, over {SECONDS} s and {} connections",
        answered.len() as u64 / SECONDS,
        deliveries::CONNECTIONS,
    );
    let missing = carport.missing(&answered).await;
    println!(
        "killed in the middle: {missing} of {} answered deliveries are missing",
        answered.len()
    );
    assert_eq!(missing, 0, "what was answered was not kept");
}
