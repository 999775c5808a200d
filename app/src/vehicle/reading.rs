//! What one signal of a car last said.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::value::Value;

/// What one signal last said (reference 4.2).
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Smartcar's code of the signal, such as `tractionbattery-stateofcharge`.
    pub code: String,
    /// Smartcar's name of it, such as `StateOfCharge`: for a code that Carport has no label for.
    pub name: Option<String>,
    /// Smartcar's group, such as `TractionBattery`.
    pub group: Option<String>,
    /// The last good value, and when it was true. It stays while the signal is in trouble.
    pub last_good: Option<LastGood>,
    /// Why there is no newer value, when the last answer had none.
    pub trouble: Option<Trouble>,
}

/// The last good value of a signal.
#[derive(Clone, Debug, PartialEq)]
pub struct LastGood {
    /// The value.
    pub value: Value,
    /// Its three times.
    pub times: Times,
}

/// The three times of a value (design 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// When the car, or its maker, says it was so.
    pub car: Option<OffsetDateTime>,
    /// When Smartcar fetched it.
    pub smartcar: Option<OffsetDateTime>,
    /// When Carport took it in.
    pub carport: OffsetDateTime,
}

impl Times {
    /// From when on the age is counted: the car's own time, else Smartcar's, else Carport's. A clock
    /// that is ahead of Carport's is not believed: it would make the value younger than it is.
    pub fn true_at(&self) -> OffsetDateTime {
        [self.car, self.smartcar]
            .into_iter()
            .flatten()
            .find(|instant| *instant <= self.carport)
            .unwrap_or(self.carport)
    }
}

/// Why a signal has no newer value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What it is to a reader.
    pub condition: Condition,
    /// Smartcar's own words, such as `VEHICLE_STATE:ASLEEP`: for support, behind a fold.
    pub code: Option<String>,
    /// When Carport was told.
    pub since: OffsetDateTime,
}

/// What a trouble is to a reader, and so what to do about it (reference 7.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// This car never tells it: nothing to do.
    Cannot,
    /// The owner has not granted it: connect again and allow it.
    NotAllowed,
    /// Not in the car's present state, or it did not answer: later.
    NotNow,
    /// The log-in at the car's maker has lapsed: log in there again.
    LogInLapsed,
    /// The maker's app wants something first: a subscription, a virtual key, an agreement.
    MakersApp,
    /// The car has left the account.
    CarGone,
    /// The operator's plan at Smartcar does not allow it.
    OperatorsPlan,
    /// The maker or Smartcar has a fault.
    Broken,
}
