//! The pauses between attempts, on a clock that stands still, over a network that is not there.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use http::Extensions;
use reqwest::{Method, Request, Response};
use reqwest_middleware::{Middleware, Next, Result};
use tokio::time::Instant;

use super::{Attempts, ExchangeSettings, RetrySettings, http_client, repeating};

/// Gives the answers it was made with, one an attempt: a status and a `Retry-After`.
struct Script(Mutex<VecDeque<(u16, Option<&'static str>)>>);

#[async_trait]
impl Middleware for Script {
    async fn handle(&self, _: Request, _: &mut Extensions, _: Next<'_>) -> Result<Response> {
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (status, retry_after) = answers.pop_front().expect("more attempts than answers");
        let mut answer = http::Response::builder().status(status);
        if let Some(seconds) = retry_after {
            answer = answer.header("retry-after", seconds);
        }
        Ok(answer.body("").unwrap().into())
    }
}

struct Outcome {
    status: u16,
    attempts: u32,
    waited: Duration,
}

async fn send(answers: &[(u16, Option<&'static str>)]) -> Outcome {
    let settings = ExchangeSettings {
        timeout: Duration::from_secs(30),
        command_timeout: Duration::from_secs(310),
        connect_timeout: Duration::from_secs(5),
        user_agent: "test".to_owned(),
        answer_limit: 1000,
        retry: RetrySettings {
            retries: 2,
            shortest_pause: Duration::from_millis(100),
            longest_pause: Duration::from_millis(400),
            longest_retry_after: Duration::from_secs(10),
        },
    };
    let stack = repeating(http_client(&settings).unwrap(), &settings.retry)
        .with(Script(Mutex::new(answers.iter().copied().collect())))
        .build();
    let request = Request::new(Method::GET, "https://vehicle.example/".parse().unwrap());
    let mut extensions = Extensions::new();
    let began = Instant::now();
    let response = stack
        .execute_with_extensions(request, &mut extensions)
        .await
        .unwrap();
    Outcome {
        status: response.status().as_u16(),
        attempts: extensions.get().map_or(0, |Attempts(made)| *made),
        waited: began.elapsed(),
    }
}

/// More than all pauses of our own choosing together.
const BACK_OFF: Duration = Duration::from_secs(1);

#[tokio::test(start_paused = true)]
async fn a_success_is_not_waited_for() {
    let outcome = send(&[(200, None)]).await;
    assert_eq!((outcome.status, outcome.attempts), (200, 1));
    assert_eq!(outcome.waited, Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn failures_are_retried_after_a_pause_until_the_retries_are_used_up() {
    let outcome = send(&[(503, None), (429, None), (502, None)]).await;
    assert_eq!((outcome.status, outcome.attempts), (502, 3));
    assert!(outcome.waited < BACK_OFF, "{:?}", outcome.waited);
}

#[tokio::test(start_paused = true)]
async fn a_retry_after_is_waited_for_in_full() {
    let outcome = send(&[(429, Some("7")), (200, None)]).await;
    assert_eq!((outcome.status, outcome.attempts), (200, 2));
    assert!(outcome.waited >= Duration::from_secs(7));
    assert!(outcome.waited < Duration::from_secs(7) + BACK_OFF);
}

#[tokio::test(start_paused = true)]
async fn a_retry_after_holds_for_one_attempt() {
    let outcome = send(&[(503, Some("3")), (503, None), (200, None)]).await;
    assert_eq!((outcome.status, outcome.attempts), (200, 3));
    assert!(outcome.waited >= Duration::from_secs(3));
    assert!(outcome.waited < Duration::from_secs(3) + BACK_OFF);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_waited_for_after_the_last_attempt() {
    let outcome = send(&[(429, Some("5")), (429, Some("5")), (429, Some("5"))]).await;
    assert_eq!((outcome.status, outcome.attempts), (429, 3));
    assert!(outcome.waited >= Duration::from_secs(10));
    assert!(outcome.waited < Duration::from_secs(10) + BACK_OFF);
}

#[tokio::test(start_paused = true)]
async fn a_retry_after_beyond_the_bound_is_returned_at_once() {
    let outcome = send(&[(429, Some("11"))]).await;
    assert_eq!((outcome.status, outcome.attempts), (429, 1));
    assert_eq!(outcome.waited, Duration::ZERO);
}
