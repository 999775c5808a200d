//! The work on the history in the background: summing up, thinning, sweeping.

use std::{sync::Arc, time::Duration};

use time::OffsetDateTime;
use tokio_util::sync::CancellationToken;

use crate::{
    clock::Clock,
    storage::{Store, StoreError},
    telemetry,
};

/// How often it is looked for something to do.
const INTERVAL: Duration = Duration::from_mins(1);
/// Between two steps, so that whoever waits to write comes first.
const PAUSE: Duration = Duration::from_millis(10);

/// Keeps the history in order until the server ends. Every replica does; each takes what no other has
/// taken.
pub(crate) async fn keep(store: Arc<dyn Store>, clock: Arc<dyn Clock>, ending: CancellationToken) {
    let mut interval = tokio::time::interval(INTERVAL);
    while ending.run_until_cancelled(interval.tick()).await.is_some() {
        if let Err(error) = work_off(store.as_ref(), clock.now(), &ending).await {
            telemetry::log_internal(&error);
        }
    }
}

/// Removes what removed vehicles have left behind, sums up what has changed, and removes what is too
/// old, until nothing of it is left to do, or `ending`. What is left is done another time.
///
/// # Errors
///
/// The first [`StoreError`]: the step that failed was not taken, and the others were all the same.
pub async fn work_off(
    store: &dyn Store,
    now: OffsetDateTime,
    ending: &CancellationToken,
) -> Result<(), StoreError> {
    let swept = to_the_end(|| store.sweep(), ending).await;
    let condensed = to_the_end(|| store.condense(now), ending).await;
    let thinned = to_the_end(|| store.thin(now), ending).await;
    swept.and(condensed).and(thinned)
}

async fn to_the_end<Step>(
    step: impl Fn() -> Step,
    ending: &CancellationToken,
) -> Result<(), StoreError>
where
    Step: Future<Output = Result<u64, StoreError>>,
{
    while !ending.is_cancelled() && step().await? > 0 {
        ending.run_until_cancelled(tokio::time::sleep(PAUSE)).await;
    }
    Ok(())
}
