//! The forms that ask something of a car: what their fields are called, and what can be wrong in
//! them. They are posted to the car's own page, which shows them again when something is.

use std::collections::BTreeMap;

use thiserror::Error;

/// The field with [`super::model::Commands::form_key`].
pub const KEY: &str = "key";
/// The field with a [`CommandName`].
pub const COMMAND: &str = "command";
/// Of the charge limit: a whole number of percent.
pub const PERCENT: &str = "percent";
/// Of the destination and of schedules: degrees.
pub const LATITUDE: &str = "latitude";
/// Of the destination and of schedules: degrees.
pub const LONGITUDE: &str = "longitude";
/// Of the deletion: Smartcar's id of the schedule.
pub const SCHEDULE: &str = "schedule";
/// Of unlocking: whether the owner was asked once more.
pub const CONFIRMED: &str = "confirmed";
/// The value of [`CONFIRMED`].
pub const YES: &str = "yes";

/// The commands by the names that forms send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is what it is called")]
pub enum CommandName {
    Lock,
    Unlock,
    StartCharging,
    StopCharging,
    SetChargeLimit,
    OpenChargePort,
    CloseChargePort,
    SetDestination,
    CreateDailySchedule,
    CreateWeeklySchedule,
    CreateWorkweekSchedule,
    DeleteSchedule,
}

impl CommandName {
    /// Every one.
    pub const ALL: [Self; 12] = [
        Self::Lock,
        Self::Unlock,
        Self::StartCharging,
        Self::StopCharging,
        Self::SetChargeLimit,
        Self::OpenChargePort,
        Self::CloseChargePort,
        Self::SetDestination,
        Self::CreateDailySchedule,
        Self::CreateWeeklySchedule,
        Self::CreateWorkweekSchedule,
        Self::DeleteSchedule,
    ];

    /// The value of the field [`COMMAND`].
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lock => "lock",
            Self::Unlock => "unlock",
            Self::StartCharging => "start-charging",
            Self::StopCharging => "stop-charging",
            Self::SetChargeLimit => "set-charge-limit",
            Self::OpenChargePort => "open-charge-port",
            Self::CloseChargePort => "close-charge-port",
            Self::SetDestination => "set-destination",
            Self::CreateDailySchedule => "create-daily-schedule",
            Self::CreateWeeklySchedule => "create-weekly-schedule",
            Self::CreateWorkweekSchedule => "create-workweek-schedule",
            Self::DeleteSchedule => "delete-schedule",
        }
    }

    /// The command of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == name)
    }

    /// The permission that it needs (reference 5; for the charge port and the schedules it is
    /// Smartcar's likeliest).
    pub const fn permission(self) -> &'static str {
        match self {
            Self::Lock | Self::Unlock => "control_security",
            Self::SetDestination => "control_navigation",
            _ => "control_charge",
        }
    }
}

/// A form that was not carried out, to be shown again as it was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedForm {
    /// Which form; `None` when it named none of ours.
    pub command: Option<CommandName>,
    /// What is wrong.
    pub mistake: Mistake,
    /// What was filled in, by field.
    pub values: BTreeMap<String, String>,
}

/// What is wrong with a form. In each case nothing was sent to the car.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Mistake {
    /// A field is empty that must not be.
    #[error("Fill this in.")]
    Missing {
        /// The field.
        field: String,
    },
    /// The charge limit is no whole number from 50 to 100.
    #[error("A charge limit is a whole number from 50 to 100.")]
    ChargeLimit,
    /// A latitude is no number from -90 to 90.
    #[error("A latitude is a number from -90 to 90, such as 48.137.")]
    Latitude,
    /// A longitude is no number from -180 to 180.
    #[error("A longitude is a number from -180 to 180, such as 11.575.")]
    Longitude,
    /// A time is not of the form `HH:MM`.
    #[error("A time of day is written like 08:30, up to 23:59.")]
    TimeOfDay {
        /// The field.
        field: String,
    },
    /// A window is empty.
    #[error("It ends when it begins. Give it a later end.")]
    EndsAsItBegins {
        /// The field of the end.
        field: String,
    },
    /// A window ends before it begins.
    #[error(
        "It ends before it begins. For a night over midnight make two: one up to 23:59, one from 00:00."
    )]
    EndsBeforeItBegins {
        /// The field of the end.
        field: String,
    },
    /// A schedule has no window.
    #[error("Give at least one start and end.")]
    NoWindow,
    /// The schedule is not one of this car's.
    #[error("This car has no such schedule any more.")]
    ScheduleGone,
    /// The owner has not granted what it needs.
    #[error("You have not allowed Carport to do this.")]
    NotAllowed,
    /// Unlocking was not confirmed.
    #[error("Unlocking asks once more. Press the second button too.")]
    NotConfirmed,
    /// Something else is under way.
    #[error(
        "The car is still busy with what it was asked before. Wait for that, then press again."
    )]
    Busy,
    /// The form was rendered too long ago, or by nobody.
    #[error(
        "This page was old, so nothing was sent. Below is the car as Carport knows it now: look, then press again."
    )]
    OldPage,
    /// The same button of the same page was pressed before.
    #[error(
        "That button was pressed before, so nothing more was sent. What became of it is shown here; to ask again, press it on this page."
    )]
    PressedBefore,
    /// The form is none of ours.
    #[error("Carport could not read that form, so nothing was sent. Use the buttons of this page.")]
    Malformed,
}

impl Mistake {
    /// The field that is wrong; `None` when it is the form as a whole.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Missing { field }
            | Self::TimeOfDay { field }
            | Self::EndsAsItBegins { field }
            | Self::EndsBeforeItBegins { field } => Some(field),
            Self::ChargeLimit => Some(PERCENT),
            Self::Latitude => Some(LATITUDE),
            Self::Longitude => Some(LONGITUDE),
            _ => None,
        }
    }

    /// The HTTP status that says the same.
    pub const fn status(&self) -> u16 {
        match self {
            Self::Malformed => 400,
            Self::NotAllowed => 403,
            Self::Busy | Self::OldPage | Self::PressedBefore | Self::ScheduleGone => 409,
            _ => 422,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_to_its_command_and_back() {
        for name in CommandName::ALL {
            assert_eq!(CommandName::from_name(name.as_str()), Some(name));
        }
        for name in ["", "Lock", "lock ", "explode", "../lock"] {
            assert_eq!(CommandName::from_name(name), None);
        }
    }
}
