//! What Smartcar advises.

use std::fmt;

use url::Url;

use crate::open_enum::open_enum;

open_enum! {
    /// What would mend an error, in Smartcar's view (reference 7.1).
    ResolutionKind {
        /// Try again later.
        RetryLater = "RETRY_LATER",
        /// Have the owner sign in at the car maker again.
        Reauthenticate = "REAUTHENTICATE",
        /// Ask Smartcar's support, naming the request id.
        ContactSupport = "CONTACT_SUPPORT",
        /// The owner has to do something, often in the car maker's application.
        UserActionRequired = "USER_ACTION_REQUIRED",
    }
}

/// What Smartcar advises after an error (reference 7.1).
#[derive(Clone, PartialEq, Eq)]
pub struct Resolution {
    pub(super) kind: Option<ResolutionKind>,
    pub(super) url: Option<Url>,
}

impl Resolution {
    /// What would mend the error, if Smartcar knows.
    pub fn kind(&self) -> Option<&ResolutionKind> {
        self.kind.as_ref()
    }

    /// Where it can be mended: a partly built address of Connect in the case of
    /// [`ResolutionKind::Reauthenticate`] (reference 1.5). Only `http` and `https` get here.
    pub fn url(&self) -> Option<&Url> {
        self.url.as_ref()
    }
}

impl fmt::Debug for Resolution {
    /// Leaves out the address, since it may name a vehicle or an owner.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Resolution")
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}
