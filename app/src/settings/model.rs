//! What a reader has chosen, and what was wrong with the form just posted.

use super::given_name::NameProblem;
use crate::{
    error::AppError,
    vehicle::{model::VehicleId, units::Units},
};

/// The light in which pages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system wishes.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What a reader has chosen in this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The light.
    pub theme: Theme,
    /// The units; `None`: those that the browser's language suggests.
    pub units: Option<Units>,
}

/// Who looks at a page: the server puts it into Leptos' context of every request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// What was chosen.
    pub preferences: Preferences,
    /// The units that the browser's language suggests.
    pub suggested: Units,
}

impl Reader {
    /// The units to show quantities in.
    pub fn units(&self) -> Units {
        self.preferences.units.unwrap_or(self.suggested)
    }
}

/// Which of the forms of the page was posted: they share one address, so that a refused one is
/// answered with the page itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form;

impl Form {
    /// The field that says which.
    pub const FIELD: &'static str = "form";
    /// The light and the units.
    pub const DISPLAY: &'static str = "display";
    /// The name of a car.
    pub const NAME: &'static str = "name";
}

/// A form of the settings that was refused: in Leptos' context of the page that answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The name of a car breaks a rule.
    Name {
        /// The car, one of the session's own.
        vehicle: VehicleId,
        /// What was typed, to be mended.
        typed: String,
        /// The rule.
        problem: NameProblem,
    },
    /// It could not be done.
    Failed(AppError),
}

impl Refused {
    /// The HTTP status that says the same.
    pub const fn status(&self) -> u16 {
        match self {
            Self::Name { .. } => 422,
            Self::Failed(error) => error.status(),
        }
    }
}
