//! Charge schedules (reference 5).

use serde_json::{Value, json};

/// When a car is to charge at a place.
#[derive(Debug, Clone)]
pub(crate) struct ChargeSchedule {
    pub(crate) id: String,
    pub(crate) kind: ScheduleKind,
    pub(crate) latitude: f64,
    pub(crate) longitude: f64,
    pub(crate) windows: Vec<Window>,
    /// As they were sent, for the answers.
    pub(crate) parameters: Value,
}

/// The three kinds of schedules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScheduleKind {
    Daily,
    Weekly,
    Workweek,
}

/// From when to when, on which days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Window {
    /// `08:00`
    pub(crate) start: String,
    pub(crate) end: String,
    /// `MONDAY`, in the order of the week.
    pub(crate) days: Vec<&'static str>,
}

/// The days of the week, the five working days first.
pub(crate) const WEEKDAYS: [&str; 7] = [
    "MONDAY",
    "TUESDAY",
    "WEDNESDAY",
    "THURSDAY",
    "FRIDAY",
    "SATURDAY",
    "SUNDAY",
];

impl ScheduleKind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Workweek => "workweek",
        }
    }
}

impl ChargeSchedule {
    /// What came with the car: charging at night, at home.
    pub(super) fn nightly((latitude, longitude): (f64, f64)) -> Self {
        Self {
            id: "sched_home_nightly".to_owned(),
            kind: ScheduleKind::Daily,
            latitude,
            longitude,
            windows: vec![Window {
                start: "23:00".to_owned(),
                end: "06:30".to_owned(),
                days: WEEKDAYS.to_vec(),
            }],
            parameters: json!({
                "location": { "latitude": latitude, "longitude": longitude },
                "startTime": "23:00",
                "stopTime": "06:30",
            }),
        }
    }

    /// An entry of the signal `charge-chargetimers`.
    pub(crate) fn timer(&self) -> Value {
        let windows = self.windows.iter().map(|window| {
            json!({
                "start": format!("{}:00", window.start),
                "end": format!("{}:00", window.end),
                "days": window.days,
            })
        });
        json!({
            "type": "LOCATION",
            "scheduleType": self.kind.name().to_uppercase(),
            "scheduleId": self.id,
            "condition": {
                "name": null,
                "address": null,
                "latitude": self.latitude,
                "longitude": self.longitude,
            },
            "schedules": windows.collect::<Vec<_>>(),
            "departureTimers": [],
            "isOEMOptimizationEnabled": false,
        })
    }
}
