//! Why a car does not do what it could do at another time (reference 7.2, `VEHICLE_STATE`).

use super::CommandKind;
use crate::car::Car;

/// The code of what stands in a command's way.
pub(crate) fn obstacle_of(kind: CommandKind, car: &Car) -> Option<&'static str> {
    if !car.is_online {
        return Some("UNREACHABLE");
    }
    if car.is_in_service {
        return Some("VEHICLE_OFFLINE_FOR_SERVICE");
    }
    if car.is_asleep {
        return Some("ASLEEP");
    }
    let is_full = car.energy.missing() <= 0.0;
    match kind {
        CommandKind::Lock | CommandKind::Unlock if car.is_moving() => Some("IN_MOTION"),
        CommandKind::Lock => open_part(car),
        CommandKind::ChargeStart | CommandKind::ChargeStop if !car.is_plugged_in => {
            Some("CHARGING_PLUG_NOT_CONNECTED")
        }
        CommandKind::ChargeStart if is_full => Some("FULLY_CHARGED"),
        CommandKind::ChargeStop if !car.is_charging() => Some("NOT_CHARGING"),
        CommandKind::ChargePortOpen | CommandKind::ChargePortClose if car.is_moving() => {
            Some("IN_MOTION")
        }
        CommandKind::ChargePortOpen | CommandKind::ChargePortClose if car.is_charging() => {
            Some("CHARGING_IN_PROGRESS")
        }
        _ => None,
    }
}

fn open_part(car: &Car) -> Option<&'static str> {
    let closures = &car.closures;
    if closures.has_open_door() {
        Some("DOOR_OPEN")
    } else if closures.is_rear_trunk_open || closures.is_front_trunk_open {
        Some("TRUNK_OPEN")
    } else if closures.is_engine_cover_open {
        Some("HOOD_OPEN")
    } else {
        None
    }
}
