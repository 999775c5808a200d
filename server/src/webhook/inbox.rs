//! The deliveries that wait to be worked on.

use std::sync::{
    Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

use smartcar::webhooks::Event;
use time::{Duration, OffsetDateTime};
use tokio::sync::oneshot;

use crate::{
    budget::{ApplicationBudget, ApplicationRules},
    garage::delivered,
    state::AppState,
    storage::{Delivery, StoreError},
    telemetry,
};

/// How long it is remembered that an event came. What comes again after that changes nothing, since a
/// newer value is there.
pub(crate) const MEMORY: Duration = Duration::days(30);
/// How many are worked on between two looks at the store.
const BATCH: u32 = 100;
/// How long another replica leaves what was taken alone.
const HOLD: Duration = Duration::minutes(1);
/// How many times an event that cannot be taken in is tried. The pause between two is doubled each
/// time, so that the last is most of a day after the first.
pub(crate) const ATTEMPTS: u32 = 10;
/// How many forgeries are answered as such, and how many challenges. A browser never sends either,
/// and Smartcar sends a challenge when the operator asks it to verify.
const UNSIGNED: ApplicationRules = ApplicationRules {
    burst: 30,
    requests_per_minute: 30,
};

/// What the receiver of webhooks remembers of itself.
#[derive(Debug, Default)]
pub struct Inbox {
    is_waiting: AtomicBool,
    working: tokio::sync::Mutex<()>,
    dropped: AtomicU64,
    forgeries: Mutex<ApplicationBudget>,
    challenges: Mutex<ApplicationBudget>,
    arriving: Mutex<Vec<Arriving>>,
    keeping: tokio::sync::Mutex<()>,
}

/// A delivery that is to be kept, and who waits for that.
type Arriving = (Delivery, oneshot::Sender<()>);

impl Inbox {
    fn arriving(&self) -> MutexGuard<'_, Vec<Arriving>> {
        self.arriving.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether one more forgery may be told of.
    pub(super) fn takes_forgery(&self, now: OffsetDateTime) -> bool {
        takes(&self.forgeries, now)
    }

    /// Whether one more challenge may be answered. Forgeries do not count: whoever floods Carport with
    /// them does not keep Smartcar from verifying it.
    pub(super) fn takes_challenge(&self, now: OffsetDateTime) -> bool {
        takes(&self.challenges, now)
    }
}

fn takes(budget: &Mutex<ApplicationBudget>, now: OffsetDateTime) -> bool {
    let mut budget = budget.lock().unwrap_or_else(PoisonError::into_inner);
    let takes = budget.left(UNSIGNED, now) > 0;
    if takes {
        budget.spend(1, UNSIGNED, now);
    }
    takes
}

/// Keeps a delivery, for good when this returns; `false` when it could not be kept. All that have come
/// while an earlier write went on are one write: the disk is waited for once for all of them.
pub(super) async fn keep(state: &AppState, delivery: Delivery) -> bool {
    let inbox = &state.inbox;
    let (kept, mut is_kept) = oneshot::channel();
    inbox.arriving().push((delivery, kept));
    let turn = tokio::select! {
        biased;
        // Whoever waited for a turn all the same would have it for a write of the few that have come
        // meanwhile, and everybody behind would wait for that.
        is_kept = &mut is_kept => return is_kept.is_ok(),
        turn = inbox.keeping.lock() => turn,
    };
    let arrived = std::mem::take(&mut *inbox.arriving());
    if !arrived.is_empty() {
        // The others wait for it too, whether or not this one's sender does.
        let writing = state.unattended.spawn(write(state.clone(), arrived));
        if let Err(error) = writing.await {
            telemetry::log_internal(&error);
        }
    }
    drop(turn);
    is_kept.await.is_ok()
}

async fn write(state: AppState, arrived: Vec<Arriving>) {
    let (deliveries, waiting): (Vec<Delivery>, Vec<_>) = arrived.into_iter().unzip();
    match state.store.add_deliveries(&deliveries).await {
        Ok(_) => {
            for kept in waiting {
                // Who has left is delivered it again, which makes no difference.
                let _ = kept.send(());
            }
        }
        // Those who wait see that nobody will tell them.
        Err(error) => telemetry::log_internal(&error),
    }
}

/// Works on what waits, until nothing does. Of several at once one works, and takes the others'
/// deliveries along.
pub(crate) async fn work(state: AppState) {
    let inbox = &state.inbox;
    inbox.is_waiting.store(true, Ordering::SeqCst);
    while inbox.is_waiting.load(Ordering::SeqCst) {
        let Ok(_turn) = inbox.working.try_lock() else {
            return;
        };
        while inbox.is_waiting.swap(false, Ordering::SeqCst) {
            if let Err(error) = work_off(&state).await {
                telemetry::log_internal(&error);
            }
        }
    }
}

async fn work_off(state: &AppState) -> Result<(), StoreError> {
    loop {
        let now = state.clock.now();
        let taken = state.store.take_deliveries(BATCH, now, now + HOLD).await?;
        let mut done = Vec::with_capacity(taken.len());
        for delivery in &taken {
            match take_in(state, delivery).await {
                Ok(()) => done.push(delivery.event_id.as_str()),
                // It is tried again when its hold has ended, and keeps no other away.
                Err(error) => telemetry::log_internal(&error),
            }
        }
        state.store.finish_deliveries(&done).await?;
        if taken.len() < BATCH as usize {
            return Ok(());
        }
    }
}

async fn take_in(state: &AppState, delivery: &Delivery) -> Result<(), StoreError> {
    let event = match Event::decode(delivery.body.as_bytes()) {
        Ok(event) => event,
        Err(error) => {
            tracing::error!(%error, "a delivery that was kept cannot be read");
            return Ok(());
        }
    };
    if !delivered::take_in(state, &event, delivery.received_at).await? {
        let dropped = state.inbox.dropped.fetch_add(1, Ordering::Relaxed) + 1;
        tracing::info!(
            dropped,
            "an event of a vehicle that is not here was dropped"
        );
    }
    Ok(())
}
