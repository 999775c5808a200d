//! What happens around each attempt, below the retries.

use async_trait::async_trait;
use http::Extensions;
use reqwest::{Request, Response};
use reqwest_middleware::{Middleware, Next, Result};
use tokio::time::Instant;

use super::retry_after;

/// How many times a request was sent.
#[derive(Clone, Copy)]
pub(super) struct Attempts(pub(super) u32);

/// Not before this instant may the next attempt be made.
#[derive(Clone, Copy)]
struct NotBefore(Instant);

/// Counts the attempts of a request, and makes each wait for the `Retry-After` of the one before.
///
/// `reqwest-retry` (0.9) takes its pause from the policy alone, which does not see the answer. But
/// it hands the same extensions to every attempt: so an attempt leaves its `Retry-After` there, and
/// the next one, which has the back-off behind it, waits for the rest. That a `Retry-After` is too
/// long to be waited for is decided by the retry strategy.
pub(super) struct EachAttempt;

#[async_trait]
impl Middleware for EachAttempt {
    async fn handle(
        &self,
        request: Request,
        extensions: &mut Extensions,
        next: Next<'_>,
    ) -> Result<Response> {
        if let Some(NotBefore(instant)) = extensions.remove() {
            tokio::time::sleep_until(instant).await;
        }
        let made = extensions.get().map_or(0, |Attempts(made)| *made);
        extensions.insert(Attempts(made + 1));
        let response = next.run(request, extensions).await?;
        let wait = retry_after(response.headers());
        if let Some(instant) = wait.and_then(|wait| Instant::now().checked_add(wait)) {
            extensions.insert(NotBefore(instant));
        }
        Ok(response)
    }
}
