//! The client, and how a request gets its token.

use std::{fmt, sync::Arc};

use http::StatusCode;
use secrecy::SecretString;
use url::Url;

use crate::{
    ClientBuilder, Error, Origins,
    auth::{AccessToken, TokenCache},
    transport::{Answer, Call, Exchange, Route},
};

/// A client of the Smartcar API, version 3.
///
/// It holds one application token for all its clones (reference 2): the token is fetched when it
/// is first needed, once however many ask, and replaced 60 s before its end. After a `401` it is
/// replaced and the request is sent once more.
///
/// ```no_run
/// use smartcar::{Client, ConnectionFilter, Mode, UserId};
///
/// # async fn example() -> Result<(), smartcar::Error> {
/// let client = Client::builder("client_0123", "the secret").build()?;
/// let filter = ConnectionFilter::new()
///     .user_id(UserId::new("0c0ffee0-2222-4222-8222-000000000002"))
///     .mode(Mode::Simulated);
/// for connection in client.connections(&filter).await? {
///     println!("{:?}", connection.vehicle);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client(Arc<Parts>);

struct Parts {
    exchange: Exchange,
    tokens: TokenCache,
    origins: Origins,
}

impl Client {
    /// Begins to set up a client with the API credentials: the id that begins with `client_`, and
    /// its secret (reference 0.5). The Application ID is another thing; it belongs to
    /// [`AuthorizeUrl`](crate::connect::AuthorizeUrl).
    pub fn builder(
        client_id: impl Into<String>,
        client_secret: impl Into<SecretString>,
    ) -> ClientBuilder {
        ClientBuilder::new(client_id.into(), client_secret.into())
    }

    /// Where this client looks for Smartcar.
    pub fn origins(&self) -> &Origins {
        &self.0.origins
    }

    pub(crate) fn assembled(exchange: Exchange, tokens: TokenCache, origins: Origins) -> Self {
        Self(Arc::new(Parts {
            exchange,
            tokens,
            origins,
        }))
    }

    /// Sends a request that has nothing but its address.
    pub(crate) async fn send(&self, route: Route, url: &Url) -> Result<Answer, Error> {
        self.call(&Call::new(route, url.clone())).await
    }

    /// Sends a request with the application token.
    ///
    /// A `401` says that the request was not carried out, so that even one that is never retried
    /// can be sent again with another token.
    pub(crate) async fn call(&self, call: &Call) -> Result<Answer, Error> {
        let token = self.0.tokens.get().await?;
        match self.attempt(call, &token).await {
            Err(error) if error.status() == Some(StatusCode::UNAUTHORIZED) => {
                self.0.tokens.discard(&token);
                let token = self.0.tokens.get().await?;
                self.attempt(call, &token).await
            }
            outcome => outcome,
        }
    }

    async fn attempt(&self, call: &Call, token: &AccessToken) -> Result<Answer, Error> {
        let request = call.request(token.authorization());
        self.0.exchange.send(call.route(), request).await
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("origins", &self.0.origins)
            .finish_non_exhaustive()
    }
}
