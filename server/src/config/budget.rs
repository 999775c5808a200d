//! What the operator's plan at Smartcar allows (reference 7.3).

use time::Duration;

use super::{Arguments, ConfigError};
use crate::budget::{ApplicationRules, Rules, VehicleRules};

/// How long a reading is as new as it gets. Smartcar's own store changes no faster than that.
const PAUSE: Duration = Duration::seconds(15);

pub(super) fn rules(arguments: &Arguments) -> Result<Rules, ConfigError> {
    Ok(Rules {
        application: ApplicationRules {
            burst: at_least_one("CARPORT_REQUEST_BURST", &arguments.request_burst)?,
            requests_per_minute: at_least_one(
                "CARPORT_REQUESTS_PER_MINUTE",
                &arguments.requests_per_minute,
            )?,
        },
        vehicle: VehicleRules {
            requests_per_month: number(&arguments.vehicle_requests_per_month).ok_or_else(|| {
                ConfigError::malformed(
                    "CARPORT_VEHICLE_REQUESTS_PER_MONTH",
                    "a whole number such as 500",
                )
            })?,
            pause: PAUSE,
        },
    })
}

fn at_least_one(variable: &'static str, text: &str) -> Result<u32, ConfigError> {
    number(text)
        .filter(|number| *number > 0)
        .ok_or_else(|| ConfigError::malformed(variable, "a whole number of at least 1"))
}

fn number(text: &str) -> Option<u32> {
    text.trim().parse().ok()
}
