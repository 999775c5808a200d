//! A whole answer.

use http::{HeaderMap, StatusCode};
use reqwest::Response;
use serde::de::DeserializeOwned;

use super::Route;
use crate::{
    Error,
    decode::{self, DecodeFailure},
    error::request_id,
};

/// The status, the headers and the whole body of a success.
pub(crate) struct Answer {
    route: Route,
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    /// Reads a response to its end, which must come within `limit` bytes.
    ///
    /// # Errors
    ///
    /// The error that the status and the body report; `TooLarge`; `Timeout` or `Connect` when the
    /// body breaks off.
    pub(super) async fn read(
        route: Route,
        mut response: Response,
        limit: usize,
    ) -> Result<Self, Error> {
        let status = response.status();
        let headers = std::mem::take(response.headers_mut());
        let body = bounded_body(route, response, limit).await;
        if !status.is_success() {
            // The status is worth more than what is wrong with the body.
            let body = body.unwrap_or_default();
            return Err(Error::answered(route, status, &headers, &body));
        }
        Ok(Self {
            route,
            status,
            headers,
            body: body?,
        })
    }

    /// The body as a document.
    pub(crate) fn document<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.decoded(decode::document(&self.body))
    }

    /// The body as a resource, wrapped or bare.
    pub(crate) fn resource<T: DeserializeOwned>(&self) -> Result<T, Error> {
        self.decoded(decode::resource(&self.body))
    }

    /// Looks for an error in the body of a success (reference 5).
    ///
    /// # Errors
    ///
    /// The error that it reports.
    pub(crate) fn refuse_reported_error(&self) -> Result<(), Error> {
        Error::reported(self.route, &self.headers, &self.body).map_or(Ok(()), Err)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.body.is_empty()
    }

    fn decoded<T>(&self, outcome: Result<T, DecodeFailure>) -> Result<T, Error> {
        outcome.map_err(|failure| {
            Error::undecodable(self.route, self.status, &self.headers, &self.body, &failure)
        })
    }

    pub(crate) fn status(&self) -> StatusCode {
        self.status
    }

    /// The identifier to quote to Smartcar's support.
    pub(crate) fn request_id(&self) -> Option<String> {
        request_id(&self.headers)
    }
}

async fn bounded_body(
    route: Route,
    mut response: Response,
    limit: usize,
) -> Result<Vec<u8>, Error> {
    let too_large = || Error::too_large(route, &format!("more than {limit} bytes"));
    let announced = usize::try_from(response.content_length().unwrap_or(0));
    if announced.is_ok_and(|length| length > limit) {
        return Err(too_large());
    }
    let mut body = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if body.len() + chunk.len() > limit => return Err(too_large()),
            Ok(Some(chunk)) => body.extend_from_slice(&chunk),
            Ok(None) => return Ok(body),
            Err(error) => return Err(Error::unanswered(route, error)),
        }
    }
}
