//! What can be asked of a vehicle.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;

use super::{ChargeLimit, ChargeSchedule};
use crate::{
    Coordinates, Error, Origin, ScheduleId, VehicleId,
    signals::{DocumentedPermission, ScheduleType},
    transport::Route,
};

const LOCK: Route = Route::command("/v3/vehicles/{id}/commands/security/lock");
const UNLOCK: Route = Route::command("/v3/vehicles/{id}/commands/security/unlock");
const START_CHARGING: Route = Route::command("/v3/vehicles/{id}/commands/charge/start");
const STOP_CHARGING: Route = Route::command("/v3/vehicles/{id}/commands/charge/stop");
const SET_CHARGE_LIMIT: Route = Route::command("/v3/vehicles/{id}/commands/charge/set-limit");
const OPEN_CHARGE_PORT: Route = Route::command("/v3/vehicles/{id}/commands/charge-port/open");
const CLOSE_CHARGE_PORT: Route = Route::command("/v3/vehicles/{id}/commands/charge-port/close");
const SET_DESTINATION: Route =
    Route::command("/v3/vehicles/{id}/commands/navigation/set-destination");
const CREATE_DAILY: Route = Route::command("/v3/vehicles/{id}/charge-schedules/daily");
const CREATE_WEEKLY: Route = Route::command("/v3/vehicles/{id}/charge-schedules/weekly");
const CREATE_WORKWEEK: Route = Route::command("/v3/vehicles/{id}/charge-schedules/workweek");
const DELETE_SCHEDULE: Route =
    Route::delete_command("/v3/vehicles/{id}/charge-schedules/{schedule}");

/// Something that is asked of a vehicle (reference 5).
///
/// It can be stored before it is sent: what is read back is checked once more.
///
/// ```
/// use smartcar::commands::{ChargeLimit, Command};
///
/// let command = Command::SetChargeLimit(ChargeLimit::new(80)?);
/// let stored = serde_json::to_string(&command)?;
/// assert_eq!(stored, r#"{"command":"setChargeLimit","argument":80}"#);
/// assert_eq!(serde_json::from_str::<Command>(&stored)?, command);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "command", content = "argument", rename_all = "camelCase")]
#[non_exhaustive]
pub enum Command {
    /// Lock the doors.
    Lock,
    /// Unlock the doors.
    Unlock,
    /// Start to charge.
    StartCharging,
    /// Stop charging.
    StopCharging,
    /// Set up to where the battery is charged.
    SetChargeLimit(ChargeLimit),
    /// Open the flap over the plug.
    OpenChargePort,
    /// Close the flap over the plug.
    CloseChargePort,
    /// Tell the navigation where to go.
    SetDestination(Coordinates),
    /// Set when to charge at a place.
    CreateChargeSchedule(ChargeSchedule),
    /// Delete a schedule that was made through Smartcar.
    DeleteChargeSchedule(ScheduleId),
}

impl Command {
    /// The permission that it needs (reference 5, 6).
    pub fn documented_permission(&self) -> DocumentedPermission {
        let (permission, is_guess) = match self {
            Self::Lock | Self::Unlock => ("control_security", false),
            Self::StartCharging | Self::StopCharging | Self::SetChargeLimit(_) => {
                ("control_charge", false)
            }
            Self::SetDestination(_) => ("control_navigation", false),
            Self::OpenChargePort
            | Self::CloseChargePort
            | Self::CreateChargeSchedule(_)
            | Self::DeleteChargeSchedule(_) => ("control_charge", true),
        };
        DocumentedPermission {
            permission: permission.into(),
            is_guess,
        }
    }

    pub(super) fn route(&self) -> Route {
        match self {
            Self::Lock => LOCK,
            Self::Unlock => UNLOCK,
            Self::StartCharging => START_CHARGING,
            Self::StopCharging => STOP_CHARGING,
            Self::SetChargeLimit(_) => SET_CHARGE_LIMIT,
            Self::OpenChargePort => OPEN_CHARGE_PORT,
            Self::CloseChargePort => CLOSE_CHARGE_PORT,
            Self::SetDestination(_) => SET_DESTINATION,
            Self::CreateChargeSchedule(schedule) => match schedule.kind() {
                ScheduleType::Weekly => CREATE_WEEKLY,
                ScheduleType::Workweek => CREATE_WORKWEEK,
                ScheduleType::Daily | ScheduleType::Other(_) => CREATE_DAILY,
            },
            Self::DeleteChargeSchedule(_) => DELETE_SCHEDULE,
        }
    }

    /// The address.
    ///
    /// # Errors
    ///
    /// `InvalidArgument` for an identifier that would not remain one segment of the path.
    pub(super) fn url(&self, origin: &Origin, vehicle: &VehicleId) -> Result<Url, Error> {
        match self {
            Self::DeleteChargeSchedule(schedule) => self
                .route()
                .url(origin, &[vehicle.as_str(), schedule.as_str()]),
            _ => self.route().url(origin, &[vehicle.as_str()]),
        }
    }

    /// The body of the request, of those that have one.
    pub(super) fn body(&self) -> Option<Value> {
        let attributes = match self {
            Self::SetChargeLimit(limit) => json!({ "percent": limit }),
            Self::SetDestination(place) => json!(place),
            Self::CreateChargeSchedule(schedule) => schedule.attributes(),
            Self::Lock
            | Self::Unlock
            | Self::StartCharging
            | Self::StopCharging
            | Self::OpenChargePort
            | Self::CloseChargePort
            | Self::DeleteChargeSchedule(_) => return None,
        };
        Some(json!({ "data": { "attributes": attributes } }))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Command;

    #[test]
    fn what_was_stored_is_checked_again() {
        for (command, argument) in [
            ("setChargeLimit", json!(49)),
            ("setDestination", json!({"latitude": 91, "longitude": 0})),
            (
                "createChargeSchedule",
                json!({"location": {"latitude": 0, "longitude": 0},
                       "times": {"daily": {"startTime": "10:00", "stopTime": "08:00"}}}),
            ),
            ("explode", json!(null)),
        ] {
            let stored = json!({"command": command, "argument": argument});
            assert!(
                serde_json::from_value::<Command>(stored).is_err(),
                "{command}"
            );
        }
    }

    #[test]
    fn a_destination_is_not_shown() {
        let stored = json!({
            "command": "setDestination", "argument": {"latitude": 48.137, "longitude": 11.575},
        });
        let command: Command = serde_json::from_value(stored).unwrap();
        assert!(!format!("{command:?}").contains("48"));
    }

    #[test]
    fn what_smartcar_does_not_say_is_a_guess() {
        assert!(!Command::Unlock.documented_permission().is_guess);
        assert!(Command::OpenChargePort.documented_permission().is_guess);
    }
}
