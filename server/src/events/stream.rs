//! The events of one open page.

use std::{convert::Infallible, time::Duration};

use axum::response::{
    IntoResponse, Sse,
    sse::{Event, KeepAlive},
};
use futures::{Stream, stream::unfold};

use crate::{
    state::AppState,
    storage::{GarageId, Listener, StoreError, Topic},
    telemetry,
};

/// After this long without an event a comment is sent, so that nothing on the way takes the connection
/// for a dead one.
const KEEP_ALIVE: Duration = Duration::from_secs(25);
/// How long the browser waits before it connects again.
const RETRY: Duration = Duration::from_secs(1);
/// The same when there will be nothing to hear: the page goes home.
const LAST_RETRY: Duration = Duration::from_mins(1);

/// What a page hears: at once, if what it shows is not `known` to be the newest; then at every change,
/// until nobody is signed in any more or the server stops.
pub(super) fn events(
    state: AppState,
    garage: GarageId,
    known: Option<String>,
) -> impl IntoResponse {
    let listener = state.store.changes().listen(vec![Topic::garage(&garage)]);
    let page = Page {
        state,
        garage,
        listener,
        known,
        is_new: true,
        has_ended: false,
    };
    Sse::new(heard_by(page)).keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
}

struct Page {
    state: AppState,
    garage: GarageId,
    listener: Listener,
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
                // A browser would take an event without an id for one with that of the last.
                Ok(None) if self.has_ended => {
                    return Some(Event::default().id("").retry(LAST_RETRY).data("ended"));
                }
                Ok(None) => {}
                Err(error) => {
                    // The browser connects again, and is told then.
                    telemetry::log_internal(&error);
                    return None;
                }
            }
            if !self.listener.changed().await {
                return None;
            }
        }
    }

    /// Whether there is something newer than what the page shows.
    async fn look(&mut self) -> Result<Option<String>, StoreError> {
        let Some(first) = self.state.store.revision(&self.garage).await? else {
            self.has_ended = true;
            return Ok(None);
        };
        let topics = std::iter::once(Topic::garage(&self.garage))
            .chain(first.owners.iter().map(Topic::owner))
            .collect();
        let revision = if self.listener.follow(topics) {
            // What changed before it was listened to.
            self.state.store.revision(&self.garage).await?
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
