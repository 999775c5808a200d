//! The log: set up once, and how a fault of our own is written to it.

use std::error::Error;

use thiserror::Error;
use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt};

use crate::config::LogFormat;

/// `CARPORT_LOG` cannot be read.
#[derive(Debug, Error)]
#[error(
    "CARPORT_LOG is malformed: it must be a level such as info, or directives such as info,smartcar=debug"
)]
pub struct InvalidLogDirectives;

/// Starts the log, to standard error.
///
/// # Errors
///
/// [`InvalidLogDirectives`] when the directives cannot be read.
pub fn start(directives: &str, format: LogFormat) -> Result<(), InvalidLogDirectives> {
    let filter = EnvFilter::try_new(directives).map_err(|_| InvalidLogDirectives)?;
    let registry = tracing_subscriber::registry().with(filter);
    match format {
        LogFormat::Text => registry
            .with(fmt::layer().with_writer(std::io::stderr).with_target(false))
            .try_init(),
        LogFormat::Json => registry
            .with(
                fmt::layer()
                    .json()
                    .flatten_event(true)
                    .with_writer(std::io::stderr),
            )
            .try_init(),
    }
    // A second start in one process, as in tests, keeps the first log.
    .or(Ok(()))
}

/// Writes a fault of our own with all its causes. The request id is in the span around it.
pub fn log_internal(error: &(dyn Error + 'static)) {
    tracing::error!("{}", in_one_line(error));
}

/// An error with its causes behind it.
pub fn in_one_line(error: &(dyn Error + 'static)) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        line.push_str(": ");
        line.push_str(&error.to_string());
        cause = error.source();
    }
    line
}
