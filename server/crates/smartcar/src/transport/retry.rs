//! When a request is worth sending again.

use std::time::Duration;

use http::StatusCode;
use reqwest_retry::{
    DefaultRetryableStrategy, Jitter, Retryable, RetryableStrategy, policies::ExponentialBackoff,
};

use super::retry_after;

/// How often and how patiently.
#[derive(Clone, Debug)]
pub(crate) struct RetrySettings {
    /// Attempts after the first.
    pub(crate) retries: u32,
    /// The first pause, before jitter.
    pub(crate) shortest_pause: Duration,
    /// The longest pause of our own choosing.
    pub(crate) longest_pause: Duration,
    /// The longest `Retry-After` that is waited for.
    pub(crate) longest_retry_after: Duration,
}

impl RetrySettings {
    pub(super) fn policy(&self) -> ExponentialBackoff {
        ExponentialBackoff::builder()
            .retry_bounds(self.shortest_pause, self.longest_pause)
            .jitter(Jitter::Full)
            .build_with_max_retries(self.retries)
    }
}

/// The usual transient failures, with two exceptions of Smartcar's.
pub(super) struct Transient {
    pub(super) longest_retry_after: Duration,
}

impl RetryableStrategy for Transient {
    fn handle(
        &self,
        outcome: &Result<reqwest::Response, reqwest_middleware::Error>,
    ) -> Option<Retryable> {
        if let Ok(response) = outcome {
            // 501 is `COMPATIBILITY`: the vehicle will not learn it (reference 7.2).
            let never = response.status() == StatusCode::NOT_IMPLEMENTED;
            let too_late =
                retry_after(response.headers()).is_some_and(|wait| wait > self.longest_retry_after);
            if never || too_late {
                return Some(Retryable::Fatal);
            }
        }
        DefaultRetryableStrategy.handle(outcome)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use reqwest_retry::{Retryable, RetryableStrategy};

    use super::Transient;

    fn is_retried(status: u16, retry_after: Option<&str>) -> bool {
        let mut answer = http::Response::builder().status(status);
        if let Some(seconds) = retry_after {
            answer = answer.header("retry-after", seconds);
        }
        let strategy = Transient {
            longest_retry_after: Duration::from_secs(10),
        };
        let outcome = Ok(answer.body("").unwrap().into());
        strategy.handle(&outcome) == Some(Retryable::Transient)
    }

    #[test]
    fn what_may_pass_is_retried_and_what_will_not_is_not() {
        for status in [408, 429, 500, 502, 503, 504] {
            assert!(is_retried(status, None), "{status}");
        }
        for status in [200, 204, 302, 400, 401, 403, 404, 409, 430, 501] {
            assert!(!is_retried(status, None), "{status}");
        }
    }

    #[test]
    fn a_short_retry_after_is_worth_the_wait_and_a_long_one_is_not() {
        assert!(is_retried(429, Some("10")));
        assert!(!is_retried(429, Some("11")));
        assert!(!is_retried(503, Some("120")));
    }
}
