//! The one error that crosses from the server to the browser.

use leptos::{
    prelude::{FromServerFnError, ServerFnErrorErr},
    server_fn::codec::JsonEncoding,
};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::status;

/// What went wrong, in the reader's words.
///
/// It carries no detail: without JavaScript an action's error travels in the redirect URL, and the
/// detail is in the log, once, with the request id.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum AppError {
    /// There is no session, or it has ended.
    #[error("You are signed out. Connect your car again to see it here.")]
    SignedOut,
    /// This session has no such vehicle.
    #[error("This car is not among yours. It may have been disconnected already.")]
    VehicleNotFound,
    /// No page has this address.
    #[error("There is no page at this address.")]
    PageNotFound,
    /// Smartcar did not answer, or not in a way that could be used.
    #[error("Smartcar did not answer, so nothing was changed. Please try again in a minute.")]
    SmartcarUnavailable,
    /// The budget of requests to Smartcar, or Smartcar itself, forbids a refresh at this moment.
    #[error("It is too early to ask Smartcar again. The page says when it will be possible.")]
    TooEarly,
    /// The car's maker wants the owner to log in again.
    #[error("The log-in at the car’s maker has lapsed, so nothing new can be read.")]
    LogInLapsed,
    /// The operator's plan at Smartcar does not allow it.
    #[error(
        "This Carport’s plan at Smartcar does not allow it. Only its operator can change that."
    )]
    OperatorsPlan,
    /// The request was not what the form would have sent.
    #[error("Carport could not read that request. Please go back and try again.")]
    Malformed,
    /// The browser could not reach Carport.
    #[error("Carport could not be reached. Check your connection and try again.")]
    Offline,
    /// Our own fault.
    #[error("Something went wrong on our side. Please try again; if it stays, tell the operator.")]
    Internal,
}

impl AppError {
    /// The HTTP status that says the same.
    pub const fn status(&self) -> u16 {
        match self {
            Self::SignedOut => 401,
            Self::VehicleNotFound | Self::PageNotFound => 404,
            Self::Malformed => 400,
            Self::TooEarly => 429,
            Self::LogInLapsed | Self::OperatorsPlan => 409,
            Self::SmartcarUnavailable => 502,
            Self::Offline | Self::Internal => 500,
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let error = match error {
            ServerFnErrorErr::Request(_) => Self::Offline,
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => Self::Malformed,
            _ => Self::Internal,
        };
        // No server function has seen it, which would set the status: what cannot be read is turned away
        // before that.
        status::set(error.status());
        error
    }
}
