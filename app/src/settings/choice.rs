//! What is chosen from a few: the codes of forms and of the cookie, and the words beside them.

use super::model::Theme;
use crate::vehicle::units::{DistanceUnit, PressureUnit, TemperatureUnit, VolumeUnit};

/// One of a few things that a reader chooses from.
pub trait Choice: Copy + PartialEq + 'static {
    /// Its field in the form, and its key in the cookie.
    const NAME: &'static str;
    /// What there is to choose from, in the order of the page.
    const ALL: &'static [Self];

    /// How it travels.
    fn code(self) -> &'static str;

    /// What it is called.
    fn label(self) -> &'static str;

    /// The one of this code; letter for letter, since only our own forms and cookies hold one.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.code() == code)
    }
}

impl Choice for Theme {
    const NAME: &'static str = "theme";
    const ALL: &'static [Self] = &[Self::System, Self::Light, Self::Dark];

    fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::System => "As the system",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }
}

impl Choice for DistanceUnit {
    const NAME: &'static str = "distance";
    const ALL: &'static [Self] = &[Self::Kilometres, Self::Miles];

    fn code(self) -> &'static str {
        match self {
            Self::Kilometres => "km",
            Self::Miles => "mi",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Kilometres => "kilometres",
            Self::Miles => "miles",
        }
    }
}

impl Choice for TemperatureUnit {
    const NAME: &'static str = "temperature";
    const ALL: &'static [Self] = &[Self::Celsius, Self::Fahrenheit];

    fn code(self) -> &'static str {
        match self {
            Self::Celsius => "c",
            Self::Fahrenheit => "f",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Celsius => "°C",
            Self::Fahrenheit => "°F",
        }
    }
}

impl Choice for PressureUnit {
    const NAME: &'static str = "pressure";
    const ALL: &'static [Self] = &[Self::Bar, Self::Kilopascals, Self::PoundsPerSquareInch];

    fn code(self) -> &'static str {
        match self {
            Self::Bar => "bar",
            Self::Kilopascals => "kpa",
            Self::PoundsPerSquareInch => "psi",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Bar => "bar",
            Self::Kilopascals => "kPa",
            Self::PoundsPerSquareInch => "psi",
        }
    }
}

impl Choice for VolumeUnit {
    const NAME: &'static str = "volume";
    const ALL: &'static [Self] = &[Self::Litres, Self::Gallons];

    fn code(self) -> &'static str {
        match self {
            Self::Litres => "l",
            Self::Gallons => "gal",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Litres => "litres",
            Self::Gallons => "US gallons",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_codes_lead_back<One: Choice + std::fmt::Debug>() {
        for one in One::ALL {
            assert_eq!(One::from_code(one.code()), Some(*one));
            assert!(!one.label().is_empty());
        }
        for code in ["", " ", "KM", "dark ", "<script>"] {
            assert_eq!(One::from_code(code), None, "{code}");
        }
    }

    #[test]
    fn a_code_leads_to_its_choice_and_back() {
        assert_codes_lead_back::<Theme>();
        assert_codes_lead_back::<DistanceUnit>();
        assert_codes_lead_back::<TemperatureUnit>();
        assert_codes_lead_back::<PressureUnit>();
        assert_codes_lead_back::<VolumeUnit>();
    }
}
