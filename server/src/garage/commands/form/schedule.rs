//! The windows of charge schedules.

use app::vehicle::command::{
    form::Mistake,
    schedule_fields::{DAILY, DAYS, WEEKDAYS, WEEKENDS, start, stop},
};
use smartcar::{
    InvalidInput,
    commands::{ChargeWindow, Day, ScheduleTimes, TimeOfDay, WeeklyWindows, WorkweekWindows},
};

use super::Form;

const WEEK: [Day; 7] = [
    Day::Monday,
    Day::Tuesday,
    Day::Wednesday,
    Day::Thursday,
    Day::Friday,
    Day::Saturday,
    Day::Sunday,
];

impl Form {
    pub(super) fn daily(&self) -> Result<ScheduleTimes, Mistake> {
        self.filled_window(DAILY).map(ScheduleTimes::Daily)
    }

    pub(super) fn weekly(&self) -> Result<ScheduleTimes, Mistake> {
        let mut windows = Vec::new();
        for (day, name) in WEEK.into_iter().zip(DAYS) {
            if let Some(window) = self.window(name)? {
                windows.push((day, window));
            }
        }
        WeeklyWindows::new(windows)
            .map(ScheduleTimes::Weekly)
            .map_err(|_| Mistake::NoWindow)
    }

    /// Both halves: reference 5 names no schedule with one of them.
    pub(super) fn workweek(&self) -> Result<ScheduleTimes, Mistake> {
        let weekdays = self.filled_window(WEEKDAYS)?;
        let weekends = self.filled_window(WEEKENDS)?;
        WorkweekWindows::new(Some(weekdays), Some(weekends))
            .map(ScheduleTimes::Workweek)
            .map_err(|_| Mistake::NoWindow)
    }

    fn filled_window(&self, name: &str) -> Result<ChargeWindow, Mistake> {
        self.window(name)?
            .ok_or_else(|| Mistake::Missing { field: start(name) })
    }

    /// A window of which both ends are given; `None` when neither is.
    fn window(&self, name: &str) -> Result<Option<ChargeWindow>, Mistake> {
        let (start, stop) = (start(name), stop(name));
        if self.get(&start).is_empty() && self.get(&stop).is_empty() {
            return Ok(None);
        }
        let window = ChargeWindow::new(self.time(&start)?, self.time(&stop)?);
        window.map(Some).map_err(|error| match error {
            InvalidInput::EndsAsItBegins => Mistake::EndsAsItBegins { field: stop },
            _ => Mistake::EndsBeforeItBegins { field: stop },
        })
    }

    fn time(&self, field: &str) -> Result<TimeOfDay, Mistake> {
        self.filled(field)?.parse().map_err(|_| Mistake::TimeOfDay {
            field: field.to_owned(),
        })
    }
}
