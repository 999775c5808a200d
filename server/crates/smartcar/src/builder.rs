//! Setting up a client.

use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};

use crate::{
    Client, Error, Origins,
    auth::TokenEndpoint,
    transport::{Exchange, ExchangeSettings, RetrySettings},
};

/// Sets up a [`Client`]; made by [`Client::builder`].
#[derive(Clone, Debug)]
pub struct ClientBuilder {
    client_id: String,
    client_secret: SecretString,
    origins: Origins,
    settings: ExchangeSettings,
}

impl ClientBuilder {
    pub(crate) fn new(client_id: String, client_secret: SecretString) -> Self {
        Self {
            client_id,
            client_secret,
            origins: Origins::default(),
            settings: ExchangeSettings {
                timeout: Duration::from_secs(30),
                command_timeout: Duration::from_secs(310),
                connect_timeout: Duration::from_secs(5),
                user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"))
                    .to_owned(),
                answer_limit: 4 * 1024 * 1024,
                retry: RetrySettings {
                    retries: 2,
                    shortest_pause: Duration::from_millis(250),
                    longest_pause: Duration::from_secs(5),
                    longest_retry_after: Duration::from_secs(10),
                },
            },
        }
    }

    /// Where Smartcar is. Default: the real hosts.
    #[must_use]
    pub fn origins(mut self, origins: Origins) -> Self {
        self.origins = origins;
        self
    }

    /// The time for one attempt, from connecting to the end of the body. Default: 30 s. Commands have
    /// [their own](Self::command_timeout). A call with
    /// retries, or one that fetches a token first, may take a multiple of it.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// The time for a command, from connecting to the end of the body (reference 5). Default: 310 s,
    /// since Smartcar may keep the answer open while it waits for the vehicle.
    #[must_use]
    pub fn command_timeout(mut self, timeout: Duration) -> Self {
        self.settings.command_timeout = timeout;
        self
    }

    /// The time to connect, TLS included. Default: 5 s.
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings.connect_timeout = timeout;
        self
    }

    /// How many times a request is sent again, at most. Default: 2. Only `GET` and the fetch of the
    /// token are, after a failed connection, a timeout, or one of the statuses 408, 429 and 5xx
    /// except 501.
    #[must_use]
    pub fn retries(mut self, retries: u32) -> Self {
        self.settings.retry.retries = retries;
        self
    }

    /// The pause before the first retry, and the longest. Each is drawn at random between zero and
    /// the exponentially growing pause. Default: 250 ms and 5 s.
    #[must_use]
    pub fn retry_bounds(mut self, shortest: Duration, longest: Duration) -> Self {
        self.settings.retry.shortest_pause = shortest;
        self.settings.retry.longest_pause = longest;
        self
    }

    /// The longest `Retry-After` that is waited for. Default: 10 s. If Smartcar asks for more, the
    /// error is returned at once, and [`Error::retry_after`] tells how long.
    #[must_use]
    pub fn longest_retry_after(mut self, longest: Duration) -> Self {
        self.settings.retry.longest_retry_after = longest;
        self
    }

    /// The largest answer that is read, in bytes. Default: 4 MiB.
    #[must_use]
    pub fn answer_limit(mut self, bytes: usize) -> Self {
        self.settings.answer_limit = bytes;
        self
    }

    /// The value of the header `User-Agent`. Default: `smartcar/` and the version of this crate.
    #[must_use]
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.settings.user_agent = user_agent.into();
        self
    }

    /// Makes the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) if the client id or the
    /// secret is empty or the shortest pause is longer than the longest;
    /// [`ErrorKind::Other`](crate::ErrorKind::Other) if the user agent cannot stand in a header or
    /// TLS cannot be set up.
    pub fn build(self) -> Result<Client, Error> {
        if self.client_id.is_empty() {
            return Err(Error::invalid_argument("the client id is empty"));
        }
        if self.client_secret.expose_secret().is_empty() {
            return Err(Error::invalid_argument("the client secret is empty"));
        }
        if self.settings.retry.shortest_pause > self.settings.retry.longest_pause {
            return Err(Error::invalid_argument(
                "the shortest pause between retries is longer than the longest",
            ));
        }
        let exchange = Exchange::new(&self.settings)?;
        let tokens = TokenEndpoint::cached(
            exchange.clone(),
            &self.origins,
            self.client_id,
            self.client_secret,
        )?;
        Ok(Client::assembled(exchange, tokens, self.origins))
    }
}
