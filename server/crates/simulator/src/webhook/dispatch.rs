//! The task that delivers what is due, by the simulated clock.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use tokio::sync::{Notify, watch};
use uuid::Uuid;

use super::delivery::AttemptOutcome;
use super::queue::Shipment;
use super::send::Sender;
use super::watch::Looker;
use crate::settings::Settings;
use crate::simulation::Simulation;

/// How long the task sleeps at most: a clock that a test moves by itself tells nobody.
const NAP: Duration = Duration::from_secs(1);

/// Who delivers.
#[derive(Debug)]
pub(crate) struct Deliverer {
    sender: Sender,
    has_begun: AtomicBool,
    /// There may be something to do.
    wake: Arc<Notify>,
    /// Tells those who wait for deliveries that something has become of one.
    pub(crate) progress: watch::Sender<()>,
}

impl Deliverer {
    pub(crate) fn new(settings: &Settings) -> Self {
        Self {
            sender: Sender::new(settings.deliver_anywhere),
            has_begun: AtomicBool::new(false),
            wake: Arc::new(Notify::new()),
            progress: watch::Sender::new(()),
        }
    }

    fn wake(&self) {
        self.progress.send_replace(());
        self.wake.notify_one();
    }
}

/// Looks at the cars after every request that may have changed the world, before it is answered: whoever
/// has changed something finds its delivery in the log.
pub(crate) async fn notice_changes(
    State(simulation): State<Arc<Simulation>>,
    request: Request,
    next: Next,
) -> Response {
    let is_reading = matches!(*request.method(), Method::GET | Method::HEAD);
    let only = vehicle_in(request.uri().path());
    let response = next.run(request).await;
    if !is_reading {
        notice(&simulation, only);
    }
    begin(&simulation);
    response
}

/// The vehicle that a request is about: it changes no other one.
fn vehicle_in(path: &str) -> Option<Uuid> {
    let (_, below) = path.split_once("/vehicles/")?;
    Uuid::parse_str(below.split('/').next()?).ok()
}

fn notice(simulation: &Simulation, only: Option<Uuid>) {
    {
        let mut world = simulation.world();
        if !world.webhooks.webhooks.is_empty() {
            let now = simulation.now(&world);
            world.look(only, simulation.looker(now));
        }
    }
    simulation.deliverer().wake();
}

/// Lets the task begin, once there is a webhook.
pub(crate) fn begin(simulation: &Arc<Simulation>) {
    let deliverer = simulation.deliverer();
    let is_needed = !simulation.world().webhooks.webhooks.is_empty();
    if is_needed && !deliverer.has_begun.swap(true, Ordering::AcqRel) {
        tokio::spawn(deliver(Arc::downgrade(simulation)));
    }
}

/// Delivers until the simulator stops, or nobody has it any more.
async fn deliver(weak: Weak<Simulation>) {
    let Some((stopping, wake, mut moves)) = weak.upgrade().map(|simulation| {
        let wake = Arc::clone(&simulation.deliverer().wake);
        (
            simulation.stopping().clone(),
            wake,
            simulation.clock_moves(),
        )
    }) else {
        return;
    };
    while let Some(simulation) = weak.upgrade() {
        for shipment in due(&simulation) {
            tokio::spawn(ship(Arc::clone(&simulation), shipment));
        }
        simulation.deliverer().progress.send_replace(());
        drop(simulation);
        tokio::select! {
            () = stopping.cancelled() => return,
            () = wake.notified() => {}
            _ = moves.changed() => {}
            () = tokio::time::sleep(NAP) => {}
        }
    }
}

fn due(simulation: &Simulation) -> Vec<Shipment> {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    if world.is_look_due(now) {
        world.look(None, simulation.looker(now));
    }
    let quirks = world.quirks.general.clone();
    world.webhooks.take_due(&quirks, now, simulation.entropy())
}

/// Makes one attempt.
async fn ship(simulation: Arc<Simulation>, shipment: Shipment) {
    let deliverer = simulation.deliverer();
    let (outcome, answer) = tokio::select! {
        sent = deliverer.sender.send(&shipment) => sent,
        () = simulation.until(shipment.deadline) => (AttemptOutcome::TimedOut, Vec::new()),
        () = simulation.stopping().cancelled() => return,
    };
    {
        let mut world = simulation.world();
        let now = simulation.now(&world);
        tracing::debug!(delivery = %shipment.id, outcome = outcome.words(), "a webhook was delivered");
        world.webhooks.conclude(shipment.id, outcome, &answer, now);
    }
    deliverer.wake();
}

impl Simulation {
    /// What a look at the cars needs.
    pub(crate) fn looker(&self, now: time::OffsetDateTime) -> Looker<'_> {
        Looker {
            application_id: &self.settings().application_id,
            entropy: self.entropy(),
            now,
        }
    }
}
