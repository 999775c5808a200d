//! A command in the shape that a page shows.

use app::vehicle::command::model::{Action, Repeats};
use smartcar::commands::{ChargeSchedule, ChargeWindow, Command, Day, ScheduleTimes};

/// What was asked for; `None` for what this Carport cannot read.
pub(super) fn of(command: Option<Command>) -> Action {
    match command {
        Some(Command::Lock) => Action::Lock,
        Some(Command::Unlock) => Action::Unlock,
        Some(Command::StartCharging) => Action::StartCharging,
        Some(Command::StopCharging) => Action::StopCharging,
        Some(Command::SetChargeLimit(limit)) => Action::SetChargeLimit {
            percent: limit.percent(),
        },
        Some(Command::OpenChargePort) => Action::OpenChargePort,
        Some(Command::CloseChargePort) => Action::CloseChargePort,
        Some(Command::SetDestination(place)) => Action::SetDestination {
            latitude: place.latitude(),
            longitude: place.longitude(),
        },
        Some(Command::CreateChargeSchedule(schedule)) => {
            let (repeats, windows) = windows(&schedule);
            Action::CreateChargeSchedule { repeats, windows }
        }
        Some(Command::DeleteChargeSchedule(_)) => Action::DeleteChargeSchedule,
        _ => Action::Unreadable,
    }
}

/// How a schedule repeats itself, and its windows in words.
pub(super) fn windows(schedule: &ChargeSchedule) -> (Repeats, Vec<String>) {
    match &schedule.times {
        ScheduleTimes::Weekly(windows) => (
            Repeats::Weekly,
            windows
                .iter()
                .map(|(day, window)| format!("{} {}", name(day), words(window)))
                .collect(),
        ),
        ScheduleTimes::Workweek(windows) => {
            let weekdays = windows
                .weekdays()
                .map(|window| format!("Monday to Friday {}", words(window)));
            let weekends = windows
                .weekends()
                .map(|window| format!("Saturday and Sunday {}", words(window)));
            (
                Repeats::Workweek,
                weekdays.into_iter().chain(weekends).collect(),
            )
        }
        ScheduleTimes::Daily(window) => (Repeats::Daily, vec![words(*window)]),
        _ => (Repeats::Daily, Vec::new()),
    }
}

fn words(window: ChargeWindow) -> String {
    format!("{} to {}", window.start(), window.stop())
}

const fn name(day: Day) -> &'static str {
    match day {
        Day::Monday => "Monday",
        Day::Tuesday => "Tuesday",
        Day::Wednesday => "Wednesday",
        Day::Thursday => "Thursday",
        Day::Friday => "Friday",
        Day::Saturday => "Saturday",
        Day::Sunday => "Sunday",
    }
}
