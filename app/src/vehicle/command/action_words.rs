//! What was asked of a car, in words.

use super::{
    form::CommandName,
    model::{Action, Repeats},
};
use crate::vehicle::wording::{coordinates::coordinates, quantity::percent};

impl Action {
    /// What was asked, at the beginning of a line.
    pub(in crate::vehicle) fn asked(&self) -> String {
        match self {
            Self::Lock => "Locking".to_owned(),
            Self::Unlock => "Unlocking".to_owned(),
            Self::StartCharging => "Starting to charge".to_owned(),
            Self::StopCharging => "Stopping the charge".to_owned(),
            Self::SetChargeLimit { percent: limit } => {
                format!("Charge limit to {}", percent(f64::from(*limit)))
            }
            Self::OpenChargePort => "Opening the charge port".to_owned(),
            Self::CloseChargePort => "Closing the charge port".to_owned(),
            Self::SetDestination {
                latitude,
                longitude,
            } => format!("Destination {}", coordinates(*latitude, *longitude)),
            Self::CreateChargeSchedule { repeats, windows } => {
                let kind = match repeats {
                    Repeats::Daily => "Daily charge schedule",
                    Repeats::Weekly => "Weekly charge schedule",
                    Repeats::Workweek => "Charge schedule for workdays and weekends",
                };
                match windows.as_slice() {
                    [] => kind.to_owned(),
                    windows => format!("{kind}: {}", windows.join(", ")),
                }
            }
            Self::DeleteChargeSchedule => "Deleting a charge schedule".to_owned(),
            Self::Unreadable => "Something that a newer Carport asked".to_owned(),
        }
    }

    /// What the car says once it has done it.
    pub(super) fn done(&self) -> String {
        match self {
            Self::Lock => "Locked",
            Self::Unlock => "Unlocked",
            Self::StartCharging => "Charging",
            Self::StopCharging => "Not charging any more",
            Self::SetChargeLimit { percent: limit } => {
                return format!("Charge limit at {}", percent(f64::from(*limit)));
            }
            Self::OpenChargePort => "Charge port open",
            Self::CloseChargePort => "Charge port closed",
            Self::SetDestination { .. } => "Destination set",
            Self::CreateChargeSchedule { .. } => "Charge schedule set",
            Self::DeleteChargeSchedule => "Charge schedule deleted",
            Self::Unreadable => "Done",
        }
        .to_owned()
    }

    /// By which name a form asks for it.
    pub(super) const fn command(&self) -> Option<CommandName> {
        Some(match self {
            Self::Lock => CommandName::Lock,
            Self::Unlock => CommandName::Unlock,
            Self::StartCharging => CommandName::StartCharging,
            Self::StopCharging => CommandName::StopCharging,
            Self::SetChargeLimit { .. } => CommandName::SetChargeLimit,
            Self::OpenChargePort => CommandName::OpenChargePort,
            Self::CloseChargePort => CommandName::CloseChargePort,
            Self::SetDestination { .. } => CommandName::SetDestination,
            Self::CreateChargeSchedule { repeats, .. } => match repeats {
                Repeats::Daily => CommandName::CreateDailySchedule,
                Repeats::Weekly => CommandName::CreateWeeklySchedule,
                Repeats::Workweek => CommandName::CreateWorkweekSchedule,
            },
            Self::DeleteChargeSchedule => CommandName::DeleteSchedule,
            Self::Unreadable => return None,
        })
    }
}
