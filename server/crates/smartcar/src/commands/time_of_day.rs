//! Times of day, and from one to another.

use std::{cmp::Ordering, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::InvalidInput;

/// A time of day to the minute, on the clock of the place, written `HH:MM` (reference 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
}

impl TimeOfDay {
    /// Checks the ranges.
    ///
    /// # Errors
    ///
    /// [`InvalidInput::TimeOfDay`] beyond 23:59.
    pub fn new(hour: u8, minute: u8) -> Result<Self, InvalidInput> {
        if hour < 24 && minute < 60 {
            Ok(Self { hour, minute })
        } else {
            Err(InvalidInput::TimeOfDay)
        }
    }

    /// The hour, from 0 to 23.
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, from 0 to 59.
    pub fn minute(self) -> u8 {
        self.minute
    }
}

impl FromStr for TimeOfDay {
    type Err = InvalidInput;

    /// Reads `HH:MM`, each of two digits.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let two_digits = |text: &str| {
            let plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| text.parse().ok()).flatten()
        };
        text.split_once(':')
            .and_then(|(hour, minute)| two_digits(hour).zip(two_digits(minute)))
            .ok_or(InvalidInput::TimeOfDay)
            .and_then(|(hour, minute)| Self::new(hour, minute))
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = InvalidInput;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// From when to when to charge, within a day (reference 5).
///
/// What Smartcar and the car makers make of a window over midnight is not documented, so there is
/// none: it is two windows, one to 23:59 and one from 00:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Times", rename_all = "camelCase")]
pub struct ChargeWindow {
    start_time: TimeOfDay,
    stop_time: TimeOfDay,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Times {
    start_time: TimeOfDay,
    stop_time: TimeOfDay,
}

impl ChargeWindow {
    /// Checks the order.
    ///
    /// # Errors
    ///
    /// [`InvalidInput::EndsAsItBegins`] and [`InvalidInput::EndsBeforeItBegins`].
    pub fn new(start: TimeOfDay, stop: TimeOfDay) -> Result<Self, InvalidInput> {
        match stop.cmp(&start) {
            Ordering::Equal => Err(InvalidInput::EndsAsItBegins),
            Ordering::Less => Err(InvalidInput::EndsBeforeItBegins),
            Ordering::Greater => Ok(Self {
                start_time: start,
                stop_time: stop,
            }),
        }
    }

    /// When charging begins.
    pub fn start(self) -> TimeOfDay {
        self.start_time
    }

    /// When it ends.
    pub fn stop(self) -> TimeOfDay {
        self.stop_time
    }
}

impl TryFrom<Times> for ChargeWindow {
    type Error = InvalidInput;

    fn try_from(times: Times) -> Result<Self, Self::Error> {
        Self::new(times.start_time, times.stop_time)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ChargeWindow, InvalidInput, TimeOfDay};

    fn window(start: &str, stop: &str) -> Result<ChargeWindow, InvalidInput> {
        ChargeWindow::new(start.parse()?, stop.parse()?)
    }

    #[test]
    fn a_time_is_two_pairs_of_digits() {
        for text in ["00:00", "08:05", "23:59"] {
            assert_eq!(text.parse::<TimeOfDay>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "8:00",
            "08:0",
            "24:00",
            "23:60",
            "08:00:00",
            "+8:00",
            "08-00",
            "٠٨:٠٠",
        ] {
            assert_eq!(
                text.parse::<TimeOfDay>(),
                Err(InvalidInput::TimeOfDay),
                "{text}"
            );
        }
    }

    #[test]
    fn a_window_ends_after_it_begins() {
        assert!(window("08:00", "08:01").is_ok());
        assert!(window("00:00", "23:59").is_ok());
        assert_eq!(window("08:00", "08:00"), Err(InvalidInput::EndsAsItBegins));
        let over_midnight = window("22:00", "06:00").unwrap_err();
        assert_eq!(over_midnight, InvalidInput::EndsBeforeItBegins);
        assert!(over_midnight.to_string().contains("ends at 23:59"));
    }

    #[test]
    fn what_was_stored_is_checked_again() {
        let stored = r#"{"startTime":"08:00","stopTime":"10:00"}"#;
        let window: ChargeWindow = serde_json::from_str(stored).unwrap();
        assert_eq!(serde_json::to_string(&window).unwrap(), stored);
        let backwards = r#"{"startTime":"10:00","stopTime":"08:00"}"#;
        assert!(serde_json::from_str::<ChargeWindow>(backwards).is_err());
    }

    proptest! {
        #[test]
        fn every_time_of_the_day_there_and_back(hour in 0..24_u8, minute in 0..60_u8) {
            let time = TimeOfDay::new(hour, minute).unwrap();
            prop_assert_eq!(time.to_string().parse(), Ok(time));
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            let _ = text.parse::<TimeOfDay>();
        }
    }
}
