//! What goes on when the browser that asked for it has left.
//!
//! A browser leaves at any moment: at the second half of a double click, at a lost connection, at a
//! closed window. The server then drops the handler wherever it waits, which may be between a row
//! that says what is to be done and the doing of it.

use std::panic::resume_unwind;

use axum::{
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Response},
};
use tokio::task::JoinHandle;
use tokio_util::task::TaskTracker;
use tracing::Instrument;

use crate::state::AppState;

/// Work that ends by itself, not with the request that began it.
#[derive(Debug, Default)]
pub struct Unattended {
    tasks: TaskTracker,
}

impl Unattended {
    /// Begins some. Its log lines carry the id of the request that asked for it.
    pub(crate) fn spawn<Work>(&self, work: Work) -> JoinHandle<Work::Output>
    where
        Work: Future<Output: Send + 'static> + Send + 'static,
    {
        self.tasks.spawn(work.in_current_span())
    }

    /// Ends when none is under way any more.
    pub async fn settled(&self) {
        self.tasks.close();
        self.tasks.wait().await;
        self.tasks.reopen();
    }
}

/// Brings what changes something to its end, whether or not somebody still waits for the answer.
pub(crate) async fn finish(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let only_reads = request.method().is_safe()
        && !app::routes::ANSWERED_BY_THE_SERVER.contains(&request.uri().path());
    if only_reads {
        return next.run(request).await;
    }
    match state.unattended.spawn(next.run(request)).await {
        Ok(response) => response,
        Err(error) => match error.try_into_panic() {
            // Told by the layer that tells of every panic.
            Ok(panic) => resume_unwind(panic),
            Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        },
    }
}
