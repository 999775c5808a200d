//! The events of one open page.

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::response::{
    IntoResponse, Sse,
    sse::{Event, KeepAlive},
};
use futures::{Stream, stream::unfold};
use tower_sessions::session::Id;

use crate::{
    auth::session_exists,
    clock::Clock,
    state::AppState,
    storage::{GarageId, Listener, Store, StoreError, Topic},
    telemetry,
};

/// After this long without an event a comment is sent, so that nothing on the way takes the connection
/// for a dead one.
const KEEP_ALIVE: Duration = Duration::from_secs(25);
/// How long the browser waits before it connects again.
const RETRY: Duration = Duration::from_secs(1);
/// The same when the session has another id: the browser has to be given it first, which takes as long
/// as a car's first reading.
const NEW_ID_RETRY: Duration = Duration::from_secs(5);
/// The same when there will be nothing to hear: the page goes home.
const LAST_RETRY: Duration = Duration::from_mins(1);

/// What a page hears: at once, if what it shows is not `known` to be the newest; then at every change,
/// until somebody is admitted or signs out, or the server stops.
pub(super) fn events(
    state: &AppState,
    session: Id,
    garage: GarageId,
    known: Option<String>,
) -> impl IntoResponse {
    let changes = state.store.changes();
    let page = Page {
        who: changes.listen(vec![Topic::garage(&garage)]),
        what: changes.listen(Vec::new()),
        store: Arc::clone(&state.store),
        clock: Arc::clone(&state.clock),
        session,
        garage,
        known,
        is_new: true,
        has_ended: false,
    };
    Sse::new(heard_by(page)).keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
}

/// Held as long as the page is open, thousands of times at once: no more than it needs.
struct Page {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    session: Id,
    garage: GarageId,
    /// Listens to who is signed in.
    who: Listener,
    /// Listens to what they see.
    what: Listener,
    /// The mark of what it shows.
    known: Option<String>,
    is_new: bool,
    has_ended: bool,
}

fn heard_by(page: Page) -> impl Stream<Item = Result<Event, Infallible>> {
    unfold(page, |mut page| async move {
        let event = page.next().await?;
        Some((Ok(event), page))
    })
}

impl Page {
    async fn next(&mut self) -> Option<Event> {
        if self.has_ended {
            return None;
        }
        // The first thing tells the browser that it is connected, and for how long to wait when it is
        // not any more.
        if std::mem::take(&mut self.is_new) {
            return Some(Event::default().retry(RETRY));
        }
        loop {
            match self.look().await {
                Ok(Some(mark)) => return Some(Event::default().id(mark).data("changed")),
                Ok(None) if self.has_ended => return Some(ended()),
                Ok(None) => {}
                Err(error) => return failed(&error),
            }
            tokio::select! {
                biased;
                is_open = self.who.changed() => if !is_open {
                    return None;
                } else if !self.is_signed_in().await? {
                    return self.last().await;
                },
                is_open = self.what.changed() => if !is_open {
                    return None;
                },
            }
        }
    }

    /// Whether the session still has the id with which this began. `None`: who knows.
    async fn is_signed_in(&self) -> Option<bool> {
        let exists = session_exists(self.store.as_ref(), &self.session, self.clock.now()).await;
        exists.map_or_else(|error| failed(&error), Some)
    }

    /// What is said to a session that is no more, or has another id: whoever has only the old one hears
    /// nothing from now on.
    async fn last(&mut self) -> Option<Event> {
        self.has_ended = true;
        match self.store.revision(&self.garage).await {
            Ok(Some(_)) => Some(Event::default().retry(NEW_ID_RETRY).comment("again")),
            Ok(None) => Some(ended()),
            Err(error) => failed(&error),
        }
    }

    /// Whether there is something newer than what the page shows.
    async fn look(&mut self) -> Result<Option<String>, StoreError> {
        let Some(first) = self.store.revision(&self.garage).await? else {
            self.has_ended = true;
            return Ok(None);
        };
        let topics = first.owners.iter().map(Topic::owner).collect();
        let revision = if self.what.follow(topics) {
            // What changed before it was listened to.
            self.store.revision(&self.garage).await?
        } else {
            Some(first)
        };
        let mark = revision.map(|revision| revision.mark);
        if mark.is_none() || mark == self.known {
            return Ok(None);
        }
        self.known.clone_from(&mark);
        Ok(mark)
    }
}

/// Nobody is signed in any more.
fn ended() -> Event {
    // A browser would take an event without an id for one with that of the last.
    Event::default().id("").retry(LAST_RETRY).data("ended")
}

/// The browser connects again, and is told then.
fn failed<Nothing>(error: &StoreError) -> Option<Nothing> {
    telemetry::log_internal(error);
    None
}
