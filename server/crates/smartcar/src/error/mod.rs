//! The one error of this crate.

mod condition;
mod construction;
mod document;
mod kind;
mod resolution;

use std::{fmt, sync::Arc, time::Duration};

use http::StatusCode;

pub use condition::Condition;
pub(crate) use construction::request_id;
pub(crate) use document::resolution;
pub use kind::ErrorKind;
pub use resolution::{Resolution, ResolutionKind};

use crate::transport::Route;

/// What went wrong in a call to Smartcar.
///
/// Neither its text nor its `Debug` nor its sources hold a credential, a token, an identifier of a
/// person or a vehicle, a request's URL, or a part of a body: it can be logged as it is. The route
/// is named by its template, such as `/v3/vehicles/{id}`.
///
/// ```
/// use smartcar::{Error, ErrorKind};
///
/// /// A resource that is gone already is as good as deleted.
/// fn deleted(outcome: Result<(), Error>) -> Result<(), Error> {
///     match outcome {
///         Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
///         other => other,
///     }
/// }
/// ```
#[derive(Clone)]
pub struct Error(Arc<Failure>);

/// What is known of a failure. Whatever is added here must keep the promise of [`Error`].
#[derive(Debug)]
struct Failure {
    kind: ErrorKind,
    route: Option<Route>,
    reason: Option<String>,
    status: Option<StatusCode>,
    error_type: Option<String>,
    code: Option<String>,
    request_id: Option<String>,
    retry_after: Option<Duration>,
    resolution: Option<Resolution>,
    source: Option<reqwest::Error>,
    outcome_is_unknown: bool,
}

impl Error {
    /// What went wrong, as far as a caller can act on it.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The HTTP status, if there was an answer. An error reported in the body of a success has the
    /// status that the body gives.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// Smartcar's error type, such as `VEHICLE_STATE` (reference 7.2).
    pub fn error_type(&self) -> Option<&str> {
        self.0.error_type.as_deref()
    }

    /// Smartcar's error code, such as `ASLEEP`, or the token endpoint's, such as `invalid_client`
    /// (reference 2, 7.2).
    pub fn code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The identifier to quote to Smartcar's support, from the header `SC-Request-Id` or the body
    /// (reference 7.1, 7.4).
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// How long Smartcar asks to wait, by the header `Retry-After` of the last answer
    /// (reference 7.3).
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Whether the request may have been carried out all the same: nobody said that it was, or that
    /// it was not (reference 5). After a command that means to look at the vehicle's signals, and
    /// not to send it again.
    ///
    /// | Unknown | Certainly not carried out |
    /// | --- | --- |
    /// | no answer in time, or a connection that broke after it was made | no connection at all, no token |
    /// | a success whose body breaks off, is too large or cannot be read | a success whose body reports an error |
    /// | `504`, `408`, and `5xx` without an error that Smartcar names | `4xx`, `501`, a redirect, and `5xx` with an error that Smartcar names |
    /// | `UPSTREAM`/`NO_RESPONSE`: the car maker was asked, and did not answer | whatever was refused before it was sent |
    pub fn outcome_is_unknown(&self) -> bool {
        self.0.outcome_is_unknown
    }

    /// What Smartcar advises (reference 7.1).
    pub fn resolution(&self) -> Option<&Resolution> {
        self.0.resolution.as_ref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let failure = &*self.0;
        if let Some(route) = failure.route {
            write!(formatter, "{route}: ")?;
        }
        failure.kind.fmt(formatter)?;
        if let Some(reason) = &failure.reason {
            write!(formatter, ": {reason}")?;
        }
        let facts: Vec<String> = [
            failure
                .status
                .map(|status| format!("HTTP {}", status.as_u16())),
            failure.error_type.clone(),
            failure.code.clone(),
            failure
                .request_id
                .as_ref()
                .map(|id| format!("request {id}")),
        ]
        .into_iter()
        .flatten()
        .collect();
        if facts.is_empty() {
            Ok(())
        } else {
            write!(formatter, " ({})", facts.join(", "))
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let source = self.0.source.as_ref()?;
        Some(source)
    }
}
