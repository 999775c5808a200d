//! The token endpoint.

use std::time::Duration;

use async_trait::async_trait;
use http::{
    HeaderValue,
    header::{ACCEPT, CONTENT_TYPE},
};
use reqwest::Request;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use url::{Url, form_urlencoded};

use super::{
    cache::{TokenCache, TokenSource},
    token::IssuedToken,
};
use crate::{Error, Origins, decode::lenient, transport::Exchange, transport::Route};

/// What the reference gives as the life of a token, for an answer that leaves it out.
const USUAL_LIFETIME: Duration = Duration::from_hours(1);

/// `POST /oauth2/token` with the grant `client_credentials` (reference 2).
pub(crate) struct TokenEndpoint {
    exchange: Exchange,
    url: Url,
    client_id: String,
    client_secret: SecretString,
}

#[derive(Deserialize)]
struct TokenDocument {
    access_token: SecretString,
    #[serde(default, deserialize_with = "lenient::count")]
    expires_in: Option<usize>,
}

impl TokenEndpoint {
    /// The endpoint at its origin, behind a cache.
    pub(crate) fn cached(
        exchange: Exchange,
        origins: &Origins,
        client_id: String,
        client_secret: SecretString,
    ) -> Result<TokenCache, Error> {
        Ok(TokenCache::over(Self {
            exchange,
            url: Route::TOKEN.url(&origins.auth, &[])?,
            client_id,
            client_secret,
        }))
    }

    fn request(&self) -> Request {
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_id", &self.client_id)
            .append_pair("client_secret", self.client_secret.expose_secret())
            .finish();
        let mut request = Request::new(Route::TOKEN.method(), self.url.clone());
        let headers = request.headers_mut();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/x-www-form-urlencoded"),
        );
        *request.body_mut() = Some(form.into());
        request
    }
}

#[async_trait]
impl TokenSource for TokenEndpoint {
    async fn fetch(&self) -> Result<IssuedToken, Error> {
        let answer = self.exchange.send(Route::TOKEN, self.request()).await?;
        let document: TokenDocument = answer.document()?;
        let lifetime = document
            .expires_in
            .and_then(|seconds| u64::try_from(seconds).ok())
            .map_or(USUAL_LIFETIME, Duration::from_secs);
        IssuedToken::new(&document.access_token, lifetime)
            .ok_or_else(|| Error::senseless(Route::TOKEN, "the token cannot stand in a header"))
    }
}
