//! The times of charge schedules. The inner shapes of the weekly and the workweek one are unknown
//! (reference 13.6): here both have the shape of the daily one.

use serde_json::{Map, Value};

use super::parameters::required;
use crate::car::{ScheduleKind, WEEKDAYS, Window};
use crate::vehicle_api::ApiError;

/// The windows that a schedule's attributes describe.
pub(super) fn windows_of(
    kind: ScheduleKind,
    attributes: &Map<String, Value>,
) -> Result<Vec<Window>, ApiError> {
    match kind {
        ScheduleKind::Daily => Ok(vec![window(attributes, WEEKDAYS.to_vec())?]),
        ScheduleKind::Workweek => {
            let (working, free) = WEEKDAYS.split_at(5);
            let part = |name: &str, days: &[&'static str]| {
                window(object(required(attributes, name)?, name)?, days.to_vec())
            };
            Ok(vec![part("weekdays", working)?, part("weekends", free)?])
        }
        ScheduleKind::Weekly => {
            let days = object(required(attributes, "days")?, "days")?;
            if days.is_empty() {
                return Err(ApiError::invalid_input("days must name a day"));
            }
            days.iter()
                .map(|(name, times)| {
                    let day = WEEKDAYS
                        .into_iter()
                        .find(|day| day.eq_ignore_ascii_case(name))
                        .ok_or_else(|| ApiError::invalid_input(format!("{name} is no weekday")))?;
                    window(object(times, name)?, vec![day])
                })
                .collect()
        }
    }
}

fn object<'a>(value: &'a Value, name: &str) -> Result<&'a Map<String, Value>, ApiError> {
    value
        .as_object()
        .ok_or_else(|| ApiError::invalid_input(format!("{name} must be an object")))
}

fn window(times: &Map<String, Value>, days: Vec<&'static str>) -> Result<Window, ApiError> {
    let time = |name: &str| {
        required(times, name)?
            .as_str()
            .filter(|text| is_time(text))
            .map(str::to_owned)
            .ok_or_else(|| ApiError::invalid_input(format!("{name} must be a time as 08:00")))
    };
    Ok(Window {
        start: time("startTime")?,
        end: time("stopTime")?,
        days,
    })
}

fn is_time(text: &str) -> bool {
    let Some((hours, minutes)) = text.split_once(':') else {
        return false;
    };
    let is_number = |digits: &str, below: u8| {
        digits.len() == 2
            && digits.bytes().all(|digit| digit.is_ascii_digit())
            && digits.parse::<u8>().is_ok_and(|number| number < below)
    };
    is_number(hours, 24) && is_number(minutes, 60)
}
