//! What Smartcar delivers by itself (reference 8): events, and the challenge that proves a receiver.
//!
//! A receiver looks at a delivery in this order. The raw bytes of the body are checked against the
//! `SC-Signature` header with [`ManagementTokens::verify`]; only then they are an [`Event`]. A body
//! without a valid signature is a [`Challenge`] or nothing: that one is not signed.

mod challenge;
mod event;
mod management_tokens;

pub use challenge::Challenge;
pub use event::{ErrorState, Event, EventId, EventKind, Trigger, TriggerKind, VehicleError};
pub use management_tokens::ManagementTokens;

/// The header with the signature of a delivery (reference 8.2).
pub const SIGNATURE_HEADER: &str = "sc-signature";
