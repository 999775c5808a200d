//! The cars of a session: what the pages see of them, and what the owner can do with the
//! connections and the cars.

mod commands;
pub(crate) mod delivered;
pub(crate) mod export;
pub(crate) mod filling;
mod leaving;
pub(crate) mod readings;
pub(crate) mod refreshing;
mod session_garage;
mod views;

pub(crate) use commands::ask;
pub use refreshing::Refreshing;
pub use session_garage::SessionGarage;

use app::error::AppError;

use crate::telemetry;

/// Logs the detail of our own fault, once; the reader gets a sentence.
fn internal(error: &(dyn std::error::Error + 'static)) -> AppError {
    telemetry::log_internal(error);
    AppError::Internal
}
