//! What an owner can want to be told of.

use std::ops::RangeInclusive;

/// Something that an owner can want to be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WatchRule {
    /// The car has been unlocked for so many minutes.
    Unlocked,
    /// Charging stopped before the battery had what it was to have: the car's own limit, or so many
    /// percent where it tells none.
    ChargingStopped,
    /// A tyre has less than so many pascals.
    TyreLow,
    /// The car has said nothing for so many hours.
    Silent,
}

impl WatchRule {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [
        Self::Unlocked,
        Self::ChargingStopped,
        Self::TyreLow,
        Self::Silent,
    ];

    /// Its name in forms and in the store.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unlocked => "unlocked",
            Self::ChargingStopped => "charging-stopped",
            Self::TyreLow => "tyre-low",
            Self::Silent => "silent",
        }
    }

    /// The one of this name; letter for letter, since only our own forms and rows hold one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }

    /// The threshold that is suggested: minutes, percent, pascals or hours.
    pub const fn suggested(self) -> u32 {
        match self {
            Self::Unlocked => 10,
            Self::ChargingStopped => 80,
            Self::TyreLow => 200_000,
            Self::Silent => 24,
        }
    }

    /// The thresholds that there can be: up to half a day, a battery, one to six bar, up to a week.
    pub const fn bounds(self) -> RangeInclusive<u32> {
        match self {
            Self::Unlocked => 1..=720,
            Self::ChargingStopped => 10..=100,
            Self::TyreLow => 100_000..=600_000,
            Self::Silent => 1..=168,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_leads_to_its_rule_and_back() {
        for rule in WatchRule::ALL {
            assert_eq!(WatchRule::from_code(rule.code()), Some(rule));
            assert!(rule.bounds().contains(&rule.suggested()), "{rule:?}");
        }
        for code in ["", "Unlocked", "unlocked ", "<script>"] {
            assert_eq!(WatchRule::from_code(code), None);
        }
    }
}
