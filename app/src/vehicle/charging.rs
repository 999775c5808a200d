//! What the car is doing about its battery.

use super::car::Car;

/// What the car is doing about its battery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charging {
    /// Energy flows.
    Now,
    /// The cable is in, the battery has what it was to have.
    Full,
    /// The cable is in, and nothing flows.
    PluggedIn,
    /// It is not charging; whether the cable is in is not told, or it is not.
    Not,
}

impl Charging {
    /// What is known of this car.
    pub(super) fn of(car: &Car) -> Option<Self> {
        let status = car.text("charge-detailedchargingstatus");
        let is = |word: &str| status.is_some_and(|status| status.eq_ignore_ascii_case(word));
        let is_charging = car.flag("charge-ischarging");
        let is_plugged_in = car.flag("charge-ischargingcableconnected");
        if is_charging.unwrap_or_else(|| is("CHARGING")) {
            Some(Self::Now)
        } else if is("FULLY_CHARGED") {
            Some(Self::Full)
        } else if is_plugged_in == Some(true) {
            Some(Self::PluggedIn)
        } else if is_charging.or(is_plugged_in).is_some() || is("NOT_CHARGING") {
            Some(Self::Not)
        } else {
            None
        }
    }

    /// The code whose age is the age of this.
    pub(super) fn told_by(car: &Car) -> &'static str {
        [
            "charge-ischarging",
            "charge-detailedchargingstatus",
            "charge-ischargingcableconnected",
        ]
        .into_iter()
        .find(|code| car.value(code).is_some())
        .unwrap_or("charge-ischarging")
    }

    /// In words, to go on with in a sentence.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Now => "charging",
            Self::Full => "fully charged",
            Self::PluggedIn => "plugged in, not charging",
            Self::Not => "not charging",
        }
    }
}
