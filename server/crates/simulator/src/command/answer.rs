//! How a command is answered.

use serde::{Deserialize, Serialize};

use crate::fault::StatusFault;

/// The outcome that a test wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) enum Answer {
    /// It succeeds, whatever stands in its way.
    Success,
    /// It is refused with this error.
    Refused(StatusFault),
    /// The connection is closed without an answer.
    Lost(LostWhen),
}

/// When a connection is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum LostWhen {
    /// The car has done nothing.
    BeforeEffect,
    /// The car has done it.
    AfterEffect,
}

/// For how long a `202` stays without its result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) enum Slow {
    /// Until it is released.
    Held,
    /// For so many seconds of the simulated clock, or until it is released.
    AfterSeconds(u64),
}

/// How an error looks inside a `202` (reference 13.5).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ErrorShape {
    /// `{"errors": [{…}]}`, as everywhere else.
    #[default]
    Errors,
    /// `{"error": {…}}`, in the words of version 2 (`statusCode`, `description`, `requestId`).
    Error,
    /// `{…}`, in the words of version 2.
    Bare,
}
