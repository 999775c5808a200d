//! How often Smartcar may be asked (reference 7.3): a bucket for the whole application, an allowance
//! a month for each vehicle, and what Smartcar itself has said. Rules without a clock and without a
//! database: the store applies them inside a transaction.

mod application;
mod limit;
mod vehicle;

use time::{Duration, OffsetDateTime};

pub use application::{ApplicationBudget, ApplicationRules};
pub use limit::{Limit, Subject};
pub use vehicle::{VehicleBudget, VehicleRules};

/// What an operator's plan at Smartcar allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The whole application.
    pub application: ApplicationRules,
    /// Each vehicle.
    pub vehicle: VehicleRules,
}

impl Rules {
    /// These rules for a reading that has to be new: a vehicle that was read a moment ago is read
    /// again.
    #[must_use]
    pub fn without_pause(mut self) -> Self {
        self.vehicle.pause = Duration::ZERO;
        self
    }
}

/// Whether a request for one vehicle may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It may; it is counted already.
    Granted,
    /// The vehicle was read a moment ago: what is stored is as new as it gets.
    JustRead,
    /// Not before this instant.
    TooEarly {
        /// From when on it may.
        until: OffsetDateTime,
    },
}

/// Takes one request for a vehicle out of both budgets, or says why not and leaves them alone.
pub fn take(
    application: &mut ApplicationBudget,
    vehicle: &mut VehicleBudget,
    rules: Rules,
    now: OffsetDateTime,
) -> Decision {
    if vehicle.was_just_read(rules.vehicle, now) {
        return Decision::JustRead;
    }
    let possible_at = vehicle
        .possible_at(rules.vehicle, now)
        .max(application.possible_at(rules.application, now));
    if let Some(until) = possible_at {
        return Decision::TooEarly { until };
    }
    application.spend(1, rules.application, now);
    vehicle.spend(now);
    Decision::Granted
}

#[cfg(test)]
mod tests;
