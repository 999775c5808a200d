//! Which commands there are.

use crate::car::ScheduleKind;
use crate::fleet::{PlannedVehicle, Powertrain};

/// A command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CommandKind {
    Lock,
    Unlock,
    ChargeStart,
    ChargeStop,
    ChargeSetLimit,
    ChargePortOpen,
    ChargePortClose,
    SetDestination,
    CreateSchedule(ScheduleKind),
    DeleteSchedule,
}

impl CommandKind {
    pub(crate) const ALL: [Self; 12] = [
        Self::Lock,
        Self::Unlock,
        Self::ChargeStart,
        Self::ChargeStop,
        Self::ChargeSetLimit,
        Self::ChargePortOpen,
        Self::ChargePortClose,
        Self::SetDestination,
        Self::CreateSchedule(ScheduleKind::Daily),
        Self::CreateSchedule(ScheduleKind::Weekly),
        Self::CreateSchedule(ScheduleKind::Workweek),
        Self::DeleteSchedule,
    ];

    /// `commandType` in the answer (reference 5), and our name for it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Lock => "security-lock",
            Self::Unlock => "security-unlock",
            Self::ChargeStart => "charge-start",
            Self::ChargeStop => "charge-stop",
            Self::ChargeSetLimit => "charge-set-limit",
            Self::ChargePortOpen => "charge-port-open",
            Self::ChargePortClose => "charge-port-close",
            Self::SetDestination => "navigation-set-destination",
            Self::CreateSchedule(ScheduleKind::Daily) => "charge-schedule-daily",
            Self::CreateSchedule(ScheduleKind::Weekly) => "charge-schedule-weekly",
            Self::CreateSchedule(ScheduleKind::Workweek) => "charge-schedule-workweek",
            Self::DeleteSchedule => "charge-schedule-delete",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The path with its placeholders.
    pub(crate) fn template(self) -> &'static str {
        match self {
            Self::Lock => "/v3/vehicles/{id}/commands/security/lock",
            Self::Unlock => "/v3/vehicles/{id}/commands/security/unlock",
            Self::ChargeStart => "/v3/vehicles/{id}/commands/charge/start",
            Self::ChargeStop => "/v3/vehicles/{id}/commands/charge/stop",
            Self::ChargeSetLimit => "/v3/vehicles/{id}/commands/charge/set-limit",
            Self::ChargePortOpen => "/v3/vehicles/{id}/commands/charge-port/open",
            Self::ChargePortClose => "/v3/vehicles/{id}/commands/charge-port/close",
            Self::SetDestination => "/v3/vehicles/{id}/commands/navigation/set-destination",
            Self::CreateSchedule(ScheduleKind::Daily) => "/v3/vehicles/{id}/charge-schedules/daily",
            Self::CreateSchedule(ScheduleKind::Weekly) => {
                "/v3/vehicles/{id}/charge-schedules/weekly"
            }
            Self::CreateSchedule(ScheduleKind::Workweek) => {
                "/v3/vehicles/{id}/charge-schedules/workweek"
            }
            Self::DeleteSchedule => "/v3/vehicles/{id}/charge-schedules/{schedule}",
        }
    }

    /// Without which an application may not send it (reference 5).
    pub(crate) fn permission(self) -> &'static str {
        match self {
            Self::Lock | Self::Unlock => "control_security",
            Self::SetDestination => "control_navigation",
            _ => "control_charge",
        }
    }

    /// Whether it has a body.
    pub(crate) fn has_body(self) -> bool {
        matches!(
            self,
            Self::ChargeSetLimit | Self::SetDestination | Self::CreateSchedule(_)
        )
    }

    /// Whether a car can do it (reference 5): charging needs a battery, schedules a Tesla, and a
    /// daily one a Volvo.
    pub(crate) fn is_possible(self, details: &PlannedVehicle) -> bool {
        if details.setup.lacks.contains(self.name()) {
            return false;
        }
        let has_battery = matches!(details.powertrain, Powertrain::Bev | Powertrain::Phev);
        match self {
            Self::Lock | Self::Unlock | Self::SetDestination => true,
            Self::ChargeStart
            | Self::ChargeStop
            | Self::ChargeSetLimit
            | Self::ChargePortOpen
            | Self::ChargePortClose => has_battery,
            Self::CreateSchedule(ScheduleKind::Daily) | Self::DeleteSchedule => {
                has_battery && matches!(details.brand.make, "TESLA" | "VOLVO")
            }
            Self::CreateSchedule(_) => has_battery && details.brand.make == "TESLA",
        }
    }
}
