//! When the vehicle is to charge.

use serde::Deserialize;

use super::LimitCondition;
use crate::{decode::optional, open_enum::caseless_enum};

caseless_enum! {
    /// How a charge schedule repeats itself (reference 4.5, 5).
    ScheduleType {
        /// The same every day.
        Daily = "DAILY",
        /// A time for each day of the week.
        Weekly = "WEEKLY",
        /// A time for Monday to Friday and one for the weekend.
        Workweek = "WORKWEEK",
    }
}

caseless_enum! {
    /// A day of the week.
    Weekday {
        /// The first day of the week, by ISO 8601.
        Monday = "MONDAY",
        /// The second.
        Tuesday = "TUESDAY",
        /// The third.
        Wednesday = "WEDNESDAY",
        /// The fourth.
        Thursday = "THURSDAY",
        /// The fifth.
        Friday = "FRIDAY",
        /// The sixth.
        Saturday = "SATURDAY",
        /// The seventh.
        Sunday = "SUNDAY",
    }
}

/// What the vehicle has been told about when to charge: `charge-chargetimers` (reference 4.5).
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChargeTimer {
    /// Where or how it holds, such as `GLOBAL` or `LOCATION`.
    #[serde(default, rename = "type", deserialize_with = "optional::text")]
    pub kind: Option<String>,
    /// How it repeats itself, if it was made through Smartcar.
    #[serde(default, deserialize_with = "optional::word")]
    pub schedule_type: Option<ScheduleType>,
    /// The identifier by which it can be deleted, if it was made through Smartcar.
    #[serde(default, deserialize_with = "optional::text")]
    pub schedule_id: Option<String>,
    /// At which place or plug.
    pub condition: Option<LimitCondition>,
    /// When to charge.
    #[serde(default, deserialize_with = "optional::list")]
    pub schedules: Vec<ChargeTimes>,
    /// When to be ready.
    #[serde(default, deserialize_with = "optional::list")]
    pub departure_timers: Vec<DepartureTimer>,
    /// Whether the car maker may shift it to a better time.
    #[serde(
        default,
        rename = "isOEMOptimizationEnabled",
        deserialize_with = "optional::flag"
    )]
    pub is_oem_optimization_enabled: Option<bool>,
}

/// From when to when, on which days.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct ChargeTimes {
    /// `HH:MM:SS`, on the clock of the place.
    #[serde(default, deserialize_with = "optional::text")]
    pub start: Option<String>,
    /// `HH:MM:SS`, on the clock of the place.
    #[serde(default, deserialize_with = "optional::text")]
    pub end: Option<String>,
    /// The days.
    #[serde(default, deserialize_with = "optional::list")]
    pub days: Vec<Weekday>,
}

/// When to be ready, on which days.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct DepartureTimer {
    /// `HH:MM:SS`, on the clock of the place.
    #[serde(default, deserialize_with = "optional::text")]
    pub time: Option<String>,
    /// The days.
    #[serde(default, deserialize_with = "optional::list")]
    pub days: Vec<Weekday>,
}
