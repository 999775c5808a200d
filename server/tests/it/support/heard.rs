//! What an open page hears.

use std::{pin::pin, time::Duration};

use axum::{
    body::{Body, BodyDataStream},
    http::{HeaderMap, Response, StatusCode},
};
use futures::{FutureExt, StreamExt};

/// After this long nothing more is expected. It is reached only by a test that fails.
const PATIENCE: Duration = Duration::from_secs(10);

/// A stream of events, read as far as the test has asked.
pub(crate) struct Heard {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    body: BodyDataStream,
    text: String,
}

impl Heard {
    pub(super) fn of(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        Self {
            status: parts.status,
            headers: parts.headers,
            body: body.into_data_stream(),
            text: String::new(),
        }
    }

    /// The id of the next event; `None` when there is none to come.
    pub(crate) async fn next(&mut self) -> Option<String> {
        loop {
            if let Some((event, rest)) = self.text.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.text = rest;
                if event.lines().any(|line| line.starts_with("data")) {
                    let id = event.lines().find_map(|line| line.strip_prefix("id: "));
                    // A browser takes an event without an id for one with that of the last.
                    return Some(id.expect("each event has an id").to_owned());
                }
                continue;
            }
            let chunk = tokio::time::timeout(PATIENCE, self.body.next()).await;
            let chunk = chunk.expect("an event in time")?.unwrap();
            self.text.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }

    /// Whether nothing was told that has not been heard.
    pub(crate) async fn is_silent(&mut self) -> bool {
        // Whatever was told is there by now; what it makes the server do takes turns.
        for _ in 0..200 {
            tokio::task::yield_now().await;
            if pin!(self.next()).now_or_never().is_some() {
                return false;
            }
        }
        true
    }
}
