//! When to charge at a place.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::ChargeWindow;
use crate::{Coordinates, InvalidInput, signals::ScheduleType};

/// When to charge at a place (reference 5). Not every car maker knows all three kinds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChargeSchedule {
    /// The place.
    pub location: Coordinates,
    /// When.
    pub times: ScheduleTimes,
}

/// When a charge schedule charges.
///
/// How Smartcar wants the windows of a week to be written is **not documented** (reference 5, 13):
/// the names of the days and of the two times are what seems likeliest, and are tested against the
/// local simulator alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum ScheduleTimes {
    /// The same every day.
    Daily(ChargeWindow),
    /// A window for some days of the week.
    Weekly(WeeklyWindows),
    /// A window for Monday to Friday, one for the weekend, or both.
    Workweek(WorkweekWindows),
}

/// A day of the week, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "days say what they are")]
pub enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// A charge window for at least one day of the week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    try_from = "BTreeMap<Day, ChargeWindow>",
    into = "BTreeMap<Day, ChargeWindow>"
)]
pub struct WeeklyWindows(BTreeMap<Day, ChargeWindow>);

/// A charge window for Monday to Friday, one for the weekend, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WorkweekRecord")]
pub struct WorkweekWindows {
    #[serde(skip_serializing_if = "Option::is_none")]
    weekdays: Option<ChargeWindow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weekends: Option<ChargeWindow>,
}

#[derive(Deserialize)]
struct WorkweekRecord {
    weekdays: Option<ChargeWindow>,
    weekends: Option<ChargeWindow>,
}

impl ChargeSchedule {
    /// How it repeats itself.
    pub fn kind(&self) -> ScheduleType {
        match self.times {
            ScheduleTimes::Daily(_) => ScheduleType::Daily,
            ScheduleTimes::Weekly(_) => ScheduleType::Weekly,
            ScheduleTimes::Workweek(_) => ScheduleType::Workweek,
        }
    }

    /// The attributes of the request (reference 5).
    pub(super) fn attributes(&self) -> Value {
        let times = match &self.times {
            ScheduleTimes::Daily(window) => json!(window),
            ScheduleTimes::Weekly(windows) => json!({ "days": windows }),
            ScheduleTimes::Workweek(windows) => json!(windows),
        };
        let mut attributes = Map::new();
        attributes.insert("location".to_owned(), json!(self.location));
        if let Value::Object(times) = times {
            attributes.extend(times);
        }
        Value::Object(attributes)
    }
}

impl WeeklyWindows {
    /// Takes the windows. Of several for a day the last counts.
    ///
    /// # Errors
    ///
    /// [`InvalidInput::NoWindow`] if there is none.
    pub fn new(
        windows: impl IntoIterator<Item = (Day, ChargeWindow)>,
    ) -> Result<Self, InvalidInput> {
        let windows: BTreeMap<Day, ChargeWindow> = windows.into_iter().collect();
        Self::try_from(windows)
    }

    /// The days that have a window, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Day, ChargeWindow)> {
        self.0.iter().map(|(day, window)| (*day, *window))
    }
}

impl TryFrom<BTreeMap<Day, ChargeWindow>> for WeeklyWindows {
    type Error = InvalidInput;

    fn try_from(windows: BTreeMap<Day, ChargeWindow>) -> Result<Self, Self::Error> {
        if windows.is_empty() {
            Err(InvalidInput::NoWindow)
        } else {
            Ok(Self(windows))
        }
    }
}

impl From<WeeklyWindows> for BTreeMap<Day, ChargeWindow> {
    fn from(windows: WeeklyWindows) -> Self {
        windows.0
    }
}

impl WorkweekWindows {
    /// Takes the windows.
    ///
    /// # Errors
    ///
    /// [`InvalidInput::NoWindow`] if there is none.
    pub fn new(
        weekdays: Option<ChargeWindow>,
        weekends: Option<ChargeWindow>,
    ) -> Result<Self, InvalidInput> {
        if weekdays.is_none() && weekends.is_none() {
            Err(InvalidInput::NoWindow)
        } else {
            Ok(Self { weekdays, weekends })
        }
    }

    /// From Monday to Friday.
    pub fn weekdays(self) -> Option<ChargeWindow> {
        self.weekdays
    }

    /// On Saturday and Sunday.
    pub fn weekends(self) -> Option<ChargeWindow> {
        self.weekends
    }
}

impl TryFrom<WorkweekRecord> for WorkweekWindows {
    type Error = InvalidInput;

    fn try_from(record: WorkweekRecord) -> Result<Self, Self::Error> {
        Self::new(record.weekdays, record.weekends)
    }
}

#[cfg(test)]
mod tests {
    use super::{ChargeWindow, Day, InvalidInput, WeeklyWindows, WorkweekWindows};

    fn window() -> ChargeWindow {
        ChargeWindow::new("08:00".parse().unwrap(), "10:00".parse().unwrap()).unwrap()
    }

    #[test]
    fn a_schedule_without_a_window_is_none() {
        assert_eq!(WeeklyWindows::new([]), Err(InvalidInput::NoWindow));
        assert_eq!(
            WorkweekWindows::new(None, None),
            Err(InvalidInput::NoWindow)
        );
        assert!(serde_json::from_str::<WeeklyWindows>("{}").is_err());
        assert!(serde_json::from_str::<WorkweekWindows>("{}").is_err());
    }

    #[test]
    fn the_days_are_in_order_and_each_is_there_once() {
        let windows = WeeklyWindows::new([
            (Day::Sunday, window()),
            (Day::Monday, window()),
            (Day::Sunday, window()),
        ]);
        let days: Vec<Day> = windows.unwrap().iter().map(|(day, _)| day).collect();
        assert_eq!(days, [Day::Monday, Day::Sunday]);
    }
}
