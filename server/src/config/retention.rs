//! How long the history is kept.

use super::{Arguments, ConfigError};
use crate::storage::Retention;

/// A hundred years: longer than any car, and no number that a date cannot hold.
const MOST_DAYS: u16 = 36_500;

const RAW_DAYS: &str = "CARPORT_HISTORY_RAW_DAYS";
const HOURLY_DAYS: &str = "CARPORT_HISTORY_HOURLY_DAYS";

pub(super) fn retention(arguments: &Arguments) -> Result<Retention, ConfigError> {
    let retention = Retention {
        raw_days: days(RAW_DAYS, &arguments.history_raw_days)?,
        hourly_days: days(HOURLY_DAYS, &arguments.history_hourly_days)?,
    };
    if retention.hourly_days < retention.raw_days {
        return Err(ConfigError::malformed(
            HOURLY_DAYS,
            "at least as many days as CARPORT_HISTORY_RAW_DAYS",
        ));
    }
    Ok(retention)
}

fn days(variable: &'static str, text: &str) -> Result<u16, ConfigError> {
    text.trim()
        .parse()
        .ok()
        .filter(|days| (1..=MOST_DAYS).contains(days))
        .ok_or_else(|| ConfigError::malformed(variable, "a whole number of days from 1 to 36500"))
}
