//! Sending a request.

use std::time::Duration;

use http::Extensions;
use reqwest::{Request, redirect};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use reqwest_retry::RetryTransientMiddleware;

use super::{
    Answer, Route,
    attempt::{Attempts, EachAttempt},
    retry::{RetrySettings, Transient},
};
use crate::Error;

/// What a client is set up with.
#[derive(Clone, Debug)]
pub(crate) struct ExchangeSettings {
    /// For one attempt, from the connection to the end of the body.
    pub(crate) timeout: Duration,
    /// The same for one that waits for a vehicle.
    pub(crate) command_timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) user_agent: String,
    /// In bytes.
    pub(crate) answer_limit: usize,
    pub(crate) retry: RetrySettings,
}

/// Sends requests and reads their answers.
#[derive(Clone, Debug)]
pub(crate) struct Exchange {
    once: ClientWithMiddleware,
    repeating: ClientWithMiddleware,
    command_timeout: Duration,
    answer_limit: usize,
}

impl Exchange {
    pub(crate) fn new(settings: &ExchangeSettings) -> Result<Self, Error> {
        let client = http_client(settings)?;
        Ok(Self {
            once: ClientBuilder::new(client.clone()).with(EachAttempt).build(),
            repeating: repeating(client, &settings.retry).build(),
            command_timeout: settings.command_timeout,
            answer_limit: settings.answer_limit,
        })
    }

    /// Sends a request, again if that is safe and promising, and reads the whole answer.
    pub(crate) async fn send(&self, route: Route, mut request: Request) -> Result<Answer, Error> {
        if route.is_command() {
            *request.timeout_mut() = Some(self.command_timeout);
        }
        let stack = if route.repeatable() {
            &self.repeating
        } else {
            &self.once
        };
        let mut extensions = Extensions::new();
        let outcome = match stack
            .execute_with_extensions(request, &mut extensions)
            .await
        {
            Ok(response) => Answer::read(route, response, self.answer_limit).await,
            Err(error) => Err(Error::unsent(route, error)),
        };
        let attempts = extensions.get().map_or(0, |Attempts(made)| *made);
        report(route, attempts, &outcome);
        outcome
    }
}

fn http_client(settings: &ExchangeSettings) -> Result<reqwest::Client, Error> {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one builder that the others are sent to"
    )]
    reqwest::Client::builder()
        .timeout(settings.timeout)
        .connect_timeout(settings.connect_timeout)
        .user_agent(settings.user_agent.as_str())
        // By itself it would send again what the server says it has not begun. We say what is sent
        // again, and a command never is.
        .retry(reqwest::retry::never())
        // A redirect to another host would take the token there.
        .redirect(redirect::Policy::none())
        .referer(false)
        // The environment is the caller's to read, and that is where a proxy would come from.
        .no_proxy()
        .build()
        .map_err(Error::setup)
}

fn repeating(client: reqwest::Client, settings: &RetrySettings) -> ClientBuilder {
    let strategy = Transient {
        longest_retry_after: settings.longest_retry_after,
    };
    ClientBuilder::new(client)
        .with(RetryTransientMiddleware::new_with_policy_and_strategy(
            settings.policy(),
            strategy,
        ))
        .with(EachAttempt)
}

/// Logs the outcome: the route's template, and nothing out of the URL or the bodies.
fn report(route: Route, attempts: u32, outcome: &Result<Answer, Error>) {
    let (status, request_id, kind) = match outcome {
        Ok(answer) => (Some(answer.status()), answer.request_id(), None),
        Err(error) => (
            error.status(),
            error.request_id().map(str::to_owned),
            Some(error.kind()),
        ),
    };
    tracing::debug!(
        method = %route.method(),
        route = route.template(),
        status = status.map(|status| status.as_u16()),
        request_id,
        error = kind.map(tracing::field::debug),
        attempts,
        "asked Smartcar"
    );
}

#[cfg(test)]
mod tests;
