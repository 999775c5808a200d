//! The forms of the settings, read strictly: a field that is missing, doubled or none of ours makes
//! the whole form unreadable.

use app::{
    settings::{
        choice::Choice,
        model::{Preferences, Theme},
        unit_choice::UnitChoice,
    },
    vehicle::units::{DistanceUnit, PressureUnit, TemperatureUnit, Units, VolumeUnit},
};
use serde::{Deserialize, Deserializer, de::Error};

/// A form of the page, told apart by its field [`app::settings::model::Form::FIELD`].
#[derive(Debug, Deserialize)]
#[serde(tag = "form", rename_all = "lowercase")]
pub(super) enum Submission {
    /// What is chosen for this browser.
    Display(Display),
    /// What a car is called.
    Name(Naming),
}

/// The light and the units. The four units are those of a mix of one's own, and are sent with every
/// other choice too.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Display {
    #[serde(deserialize_with = "chosen")]
    theme: Theme,
    #[serde(deserialize_with = "chosen")]
    units: UnitChoice,
    #[serde(deserialize_with = "chosen")]
    distance: DistanceUnit,
    #[serde(deserialize_with = "chosen")]
    temperature: TemperatureUnit,
    #[serde(deserialize_with = "chosen")]
    pressure: PressureUnit,
    #[serde(deserialize_with = "chosen")]
    volume: VolumeUnit,
}

/// What a car is called, as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Naming {
    pub(super) vehicle: String,
    pub(super) name: String,
}

impl From<Display> for Preferences {
    fn from(form: Display) -> Self {
        let own = Units {
            distance: form.distance,
            temperature: form.temperature,
            pressure: form.pressure,
            volume: form.volume,
        };
        Self {
            theme: form.theme,
            units: match form.units {
                UnitChoice::Own => Some(own),
                choice => choice.preset(),
            },
        }
    }
}

fn chosen<'de, One: Choice, D: Deserializer<'de>>(deserializer: D) -> Result<One, D::Error> {
    let code = String::deserialize(deserializer)?;
    One::from_code(&code).ok_or_else(|| D::Error::custom("not one of the choices"))
}
