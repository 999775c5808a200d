//! What the car itself stands in the way with.

use super::{Words, words};

/// `VEHICLE_STATE`: not in its present state.
pub(super) fn state(code: &str) -> Words {
    match code {
        "ASLEEP" => words(
            "The car is asleep.",
            "Wake it with its key or the maker’s app, or ask again in some minutes.",
        ),
        "CHARGING_IN_PROGRESS" => words(
            "The car is charging, and does not do it meanwhile.",
            "Stop the charge first.",
        ),
        "CHARGING_PLUG_NOT_CONNECTED" => words(
            "The charging cable is not plugged in.",
            "Plug it in, then ask again.",
        ),
        "DOOR_OPEN" => words("A door is open.", "Close it, then ask again."),
        "FULLY_CHARGED" => words(
            "The battery is as full as it is to be.",
            "To charge further, raise the charge limit first.",
        ),
        "NOT_CHARGING" => words("The car is not charging.", "There is nothing to stop."),
        "CHARGE_FAULT" => words(
            "The car reports a fault in charging.",
            "Look at the charger and the plug, then ask again.",
        ),
        "HOOD_OPEN" => words("The bonnet is open.", "Close it, then ask again."),
        "IGNITION_ON" => words("The ignition is on.", "Switch it off, then ask again."),
        "IN_MOTION" => words("The car is moving.", "Ask again once it stands."),
        "REMOTE_ACCESS_DISABLED" => words(
            "The car is set not to take orders from afar.",
            "Allow remote access in the settings of the car, then ask again.",
        ),
        "TRUNK_OPEN" => words("The trunk is open.", "Close it, then ask again."),
        "UNKNOWN" => words(
            "The car would not, and its maker does not say why.",
            "Look at the car, then ask again.",
        ),
        "UNREACHABLE" => words(
            "The car cannot be reached.",
            "It may stand where there is no reception. Ask again later.",
        ),
        "VEHICLE_OFFLINE_FOR_SERVICE" => words(
            "The car is offline for service.",
            "Ask again when the workshop is done.",
        ),
        _ => words(
            "The car does not do that in its present state.",
            "Look at the car, then ask again.",
        ),
    }
}

/// `COMPATIBILITY`: never.
pub(super) fn compatibility(code: &str) -> Words {
    const REMEDY: &str = "Asking again will not help.";
    match code {
        "MAKE_NOT_COMPATIBLE" => words("Smartcar has no commands for cars of this make.", REMEDY),
        "SMARTCAR_NOT_CAPABLE" => words("Smartcar cannot ask this of this car.", REMEDY),
        "VEHICLE_NOT_CAPABLE" => words("This car cannot do it.", REMEDY),
        "PLATFORM_NOT_CAPABLE" => words(
            "The maker’s service does not offer it for this car.",
            REMEDY,
        ),
        _ => words("It does not work with this car.", REMEDY),
    }
}
