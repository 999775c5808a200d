//! `POST /webhooks/smartcar`: what Smartcar says without being asked (reference 8).
//!
//! A delivery is checked over its raw bytes, kept, and answered; only then it is worked on. Smartcar
//! delivers at least once and in no order: what came is known by its event's id, and of two values the
//! newer holds.

mod inbox;
mod receive;

use axum::{Router, routing::post};

pub use inbox::Inbox;
pub(crate) use inbox::{ATTEMPTS, MEMORY, work};

use crate::state::AppState;

/// The address that is given to Smartcar, behind the public URL.
pub const ADDRESS: &str = "/webhooks/smartcar";

/// The routes of webhooks.
pub(crate) fn router() -> Router<AppState> {
    Router::new().route(ADDRESS, post(receive::receive))
}
