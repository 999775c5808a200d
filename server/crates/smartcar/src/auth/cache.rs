//! One token for all, fetched once however many ask.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use futures::{
    FutureExt,
    future::{BoxFuture, Shared, WeakShared},
};
use tokio::time::Instant;

use super::token::{AccessToken, IssuedToken};
use crate::Error;

/// Where tokens come from.
#[async_trait]
pub(super) trait TokenSource: Send + Sync + 'static {
    /// Fetches a new token.
    async fn fetch(&self) -> Result<IssuedToken, Error>;
}

type Flight = BoxFuture<'static, Result<AccessToken, Error>>;

/// The current token, and the fetch that is under way, if one is.
#[derive(Clone)]
pub(crate) struct TokenCache {
    source: Arc<dyn TokenSource>,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    token: Option<AccessToken>,
    /// Weak, so that a fetch nobody waits for any more is dropped and not resumed, long after its
    /// time, by the next to ask.
    flight: Option<WeakShared<Flight>>,
}

impl TokenCache {
    pub(super) fn over(source: impl TokenSource) -> Self {
        Self {
            source: Arc::new(source),
            state: Arc::default(),
        }
    }

    /// A fresh token: the cached one, or that of the fetch under way, or of a new fetch.
    ///
    /// All who wait share the outcome of one fetch. One who stops waiting takes nothing from the
    /// others, since each of them drives the fetch. A failure is told to those who wait and then
    /// forgotten.
    pub(crate) async fn get(&self) -> Result<AccessToken, Error> {
        let flight = {
            let mut state = locked(&self.state);
            if let Some(token) = &state.token
                && token.is_fresh(Instant::now())
            {
                return Ok(token.clone());
            }
            let under_way = state.flight.as_ref().and_then(WeakShared::upgrade);
            under_way.unwrap_or_else(|| {
                let flight = self.begin_fetch();
                state.flight = flight.downgrade();
                flight
            })
        };
        flight.await
    }

    /// Forgets `refused`, unless it has been replaced already.
    pub(crate) fn discard(&self, refused: &AccessToken) {
        locked(&self.state).token.take_if(|token| token.is(refused));
    }

    fn begin_fetch(&self) -> Shared<Flight> {
        let source = Arc::clone(&self.source);
        let state = Arc::clone(&self.state);
        async move {
            let asked_at = Instant::now();
            let outcome = source
                .fetch()
                .await
                .map(|issued| AccessToken::new(issued, asked_at));
            // Within the flight, not after it: whoever asks from here on must neither join it nor
            // miss its token.
            let mut state = locked(&state);
            state.flight = None;
            if let Ok(token) = &outcome {
                state.token = Some(token.clone());
            }
            outcome
        }
        .boxed()
        .shared()
    }
}

/// The state is whole after every statement, so a panic elsewhere does not spoil it.
fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
