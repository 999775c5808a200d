//! The fields of the forms for charge schedules.

/// The days of a weekly schedule, as in the names of their fields.
pub const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// The window of a daily schedule.
pub const DAILY: &str = "daily";
/// The window of a workweek schedule from Monday to Friday.
pub const WEEKDAYS: &str = "weekdays";
/// The window of a workweek schedule on Saturday and Sunday.
pub const WEEKENDS: &str = "weekends";

/// The field with the beginning of a window, as `HH:MM`.
pub fn start(window: &str) -> String {
    format!("{window}-start")
}

/// The field with the end of a window, as `HH:MM`.
pub fn stop(window: &str) -> String {
    format!("{window}-stop")
}
