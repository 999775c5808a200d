//! The deliveries that wait to be worked on.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

use smartcar::webhooks::Event;
use time::{Duration, OffsetDateTime};

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
/// How many deliveries without a valid signature are looked at. A browser never sends one, and
/// Smartcar sends one when the operator asks it to verify.
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
    unsigned: Mutex<ApplicationBudget>,
}

impl Inbox {
    /// Whether one more delivery without a valid signature may be looked at.
    pub(super) fn takes_unsigned(&self, now: OffsetDateTime) -> bool {
        let mut unsigned = self.unsigned.lock().unwrap_or_else(PoisonError::into_inner);
        let takes = unsigned.left(UNSIGNED, now) > 0;
        if takes {
            unsigned.spend(1, UNSIGNED, now);
        }
        takes
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
        let waiting = state.store.waiting_deliveries(BATCH).await?;
        let is_last = waiting.len() < BATCH as usize;
        for delivery in waiting {
            take_in(state, &delivery).await?;
            state.store.finish_delivery(&delivery.event_id).await?;
        }
        if is_last {
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
