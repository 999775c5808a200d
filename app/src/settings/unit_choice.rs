//! The units as they are chosen: all at once, or one by one.

use super::choice::Choice;
use crate::vehicle::units::Units;

/// How a reader chooses units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitChoice {
    /// Those that the browser's language suggests.
    Suggested,
    /// [`Units::METRIC`].
    Metric,
    /// [`Units::IMPERIAL`].
    UnitedStates,
    /// [`Units::BRITISH`].
    UnitedKingdom,
    /// A mix of one's own.
    Own,
}

impl UnitChoice {
    /// How these units were chosen.
    pub fn of(units: Option<Units>) -> Self {
        let Some(units) = units else {
            return Self::Suggested;
        };
        [Self::Metric, Self::UnitedStates, Self::UnitedKingdom]
            .into_iter()
            .find(|choice| choice.preset() == Some(units))
            .unwrap_or(Self::Own)
    }

    /// The units of this choice, where it says them all at once.
    pub const fn preset(self) -> Option<Units> {
        match self {
            Self::Metric => Some(Units::METRIC),
            Self::UnitedStates => Some(Units::IMPERIAL),
            Self::UnitedKingdom => Some(Units::BRITISH),
            Self::Suggested | Self::Own => None,
        }
    }
}

impl Choice for UnitChoice {
    const NAME: &'static str = "units";
    const ALL: &'static [Self] = &[
        Self::Suggested,
        Self::Metric,
        Self::UnitedStates,
        Self::UnitedKingdom,
        Self::Own,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Suggested => "suggested",
            Self::Metric => "metric",
            Self::UnitedStates => "us",
            Self::UnitedKingdom => "uk",
            Self::Own => "own",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Suggested => "As my browser’s language suggests",
            Self::Metric => "Metric",
            Self::UnitedStates => "United States",
            Self::UnitedKingdom => "United Kingdom",
            Self::Own => "My own mix",
        }
    }
}

/// The units in one line: "kilometres, °C, bar, litres".
pub(super) fn in_words(units: Units) -> String {
    [
        units.distance.label(),
        units.temperature.label(),
        units.pressure.label(),
        units.volume.label(),
    ]
    .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vehicle::units::PressureUnit;

    #[test]
    fn a_code_leads_to_its_choice_and_back() {
        for choice in UnitChoice::ALL {
            assert_eq!(UnitChoice::from_code(choice.code()), Some(*choice));
        }
        assert_eq!(UnitChoice::from_code("Metric"), None);
    }

    #[test]
    fn units_tell_how_they_were_chosen() {
        for choice in [
            UnitChoice::Metric,
            UnitChoice::UnitedStates,
            UnitChoice::UnitedKingdom,
        ] {
            assert_eq!(UnitChoice::of(choice.preset()), choice);
        }
        assert_eq!(UnitChoice::of(None), UnitChoice::Suggested);
        let mixed = Units {
            pressure: PressureUnit::Kilopascals,
            ..Units::METRIC
        };
        assert_eq!(UnitChoice::of(Some(mixed)), UnitChoice::Own);
    }

    #[test]
    fn units_fit_in_one_line() {
        assert_eq!(in_words(Units::METRIC), "kilometres, °C, bar, litres");
        assert_eq!(in_words(Units::IMPERIAL), "miles, °F, psi, US gallons");
    }
}
