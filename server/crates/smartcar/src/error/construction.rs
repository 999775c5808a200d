//! How errors come about.

use std::sync::Arc;

use http::{HeaderMap, StatusCode};
use reqwest_retry::RetryError;

use super::{
    Error, ErrorKind, Failure,
    document::{self, ErrorDocument},
};
use crate::{
    decode::DecodeFailure,
    transport::{Route, retry_after},
};

impl Failure {
    fn new(kind: ErrorKind) -> Self {
        Self {
            kind,
            route: None,
            reason: None,
            status: None,
            error_type: None,
            code: None,
            request_id: None,
            retry_after: None,
            resolution: None,
            source: None,
            outcome_is_unknown: false,
        }
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        Self(Arc::new(failure))
    }
}

impl Error {
    /// Something that cannot be sent. The reason is ours and does not repeat the argument.
    pub(crate) fn invalid_argument(reason: &str) -> Self {
        Failure {
            reason: Some(reason.to_owned()),
            ..Failure::new(ErrorKind::InvalidArgument)
        }
        .into()
    }

    /// An answer beyond a bound of ours.
    pub(crate) fn too_large(route: Route, reason: &str) -> Self {
        Failure {
            route: Some(route),
            reason: Some(reason.to_owned()),
            outcome_is_unknown: route != Route::TOKEN,
            ..Failure::new(ErrorKind::TooLarge)
        }
        .into()
    }

    /// An answer that reads as JSON and makes no sense.
    pub(crate) fn senseless(route: Route, reason: &str) -> Self {
        Failure {
            route: Some(route),
            reason: Some(reason.to_owned()),
            ..Failure::new(ErrorKind::Decode)
        }
        .into()
    }

    /// A body out of nowhere that is not of the shape it should be.
    pub(crate) fn unreadable(failure: &DecodeFailure) -> Self {
        Failure {
            reason: Some(failure.to_string()),
            ..Failure::new(ErrorKind::Decode)
        }
        .into()
    }

    /// The client could not be set up.
    pub(crate) fn setup(source: reqwest::Error) -> Self {
        Failure {
            reason: Some("the HTTP client could not be set up".to_owned()),
            source: Some(source.without_url()),
            ..Failure::new(ErrorKind::Other)
        }
        .into()
    }

    /// A request without a whole answer.
    pub(crate) fn unanswered(route: Route, error: reqwest::Error) -> Self {
        let kind = if error.is_connect() {
            ErrorKind::Connect
        } else if error.is_timeout() {
            ErrorKind::Timeout
        } else if error.is_request() || error.is_body() || error.is_decode() {
            ErrorKind::Connect
        } else {
            ErrorKind::Other
        };
        Failure {
            route: Some(route),
            outcome_is_unknown: route != Route::TOKEN && !error.is_connect(),
            source: Some(error.without_url()),
            ..Failure::new(kind)
        }
        .into()
    }

    /// The same, out of the middleware's wrappings.
    pub(crate) fn unsent(route: Route, error: reqwest_middleware::Error) -> Self {
        match error {
            reqwest_middleware::Error::Reqwest(error) => Self::unanswered(route, error),
            reqwest_middleware::Error::Middleware(error) => match error.downcast() {
                Ok(RetryError::WithRetries { err, .. } | RetryError::Error(err)) => {
                    Self::unsent(route, err)
                }
                Err(_) => Failure {
                    route: Some(route),
                    outcome_is_unknown: route != Route::TOKEN,
                    ..Failure::new(ErrorKind::Other)
                }
                .into(),
            },
        }
    }

    /// An answer with the status of an error.
    pub(crate) fn answered(
        route: Route,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Self {
        let document = ErrorDocument::read(body);
        let kind = match ErrorKind::of_answer(document.error_type.as_deref(), status) {
            ErrorKind::Authentication | ErrorKind::Permission | ErrorKind::Validation
                if route == Route::TOKEN =>
            {
                ErrorKind::Credentials
            }
            kind => kind,
        };
        Self::documented(kind, route, Some(status), headers, document)
    }

    /// The error that the body of a success reports, if it does (reference 5).
    pub(crate) fn reported(route: Route, headers: &HeaderMap, body: &[u8]) -> Option<Self> {
        let document = ErrorDocument::reported(body)?;
        let status = document.status;
        let kind = ErrorKind::of_answer(
            document.error_type.as_deref(),
            status.unwrap_or(StatusCode::OK),
        );
        Some(Self::documented(kind, route, status, headers, document))
    }

    /// An answer with the status of a success and a body of another shape than promised.
    pub(crate) fn undecodable(
        route: Route,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
        failure: &DecodeFailure,
    ) -> Self {
        let document = ErrorDocument::read(body);
        if let Some(status) = document.status.filter(|_| document.reports_an_error()) {
            let kind = ErrorKind::of_answer(document.error_type.as_deref(), status);
            return Self::documented(kind, route, Some(status), headers, document);
        }
        Failure {
            route: Some(route),
            outcome_is_unknown: route != Route::TOKEN,
            reason: Some(failure.to_string()),
            status: Some(status),
            request_id: request_id(headers),
            ..Failure::new(ErrorKind::Decode)
        }
        .into()
    }

    fn documented(
        kind: ErrorKind,
        route: Route,
        status: Option<StatusCode>,
        headers: &HeaderMap,
        document: ErrorDocument,
    ) -> Self {
        Failure {
            route: Some(route),
            outcome_is_unknown: route != Route::TOKEN && document.leaves_unknown(status),
            status,
            error_type: document.error_type,
            code: document.code,
            request_id: request_id(headers).or(document.request_id),
            retry_after: retry_after(headers),
            resolution: document.resolution,
            ..Failure::new(kind)
        }
        .into()
    }
}

/// The request id of an answer's headers (reference 7.4).
pub(crate) fn request_id(headers: &HeaderMap) -> Option<String> {
    document::request_id(headers.get("sc-request-id")?.to_str().ok()?)
}
