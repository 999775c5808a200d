//! Smartcar's permissions in plain words (reference 6). The set is open: one that is not listed
//! here is shown by its code.

/// A permission, as an owner would say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permission {
    /// Smartcar's code.
    pub code: &'static str,
    /// What it is.
    pub name: &'static str,
    /// What it gives away, and what for.
    pub purpose: &'static str,
}

/// The permission of this code, if it is a known one.
pub fn permission(code: &str) -> Option<Permission> {
    PERMISSIONS
        .into_iter()
        .find(|permission| permission.code == code)
}

const fn entry(code: &'static str, name: &'static str, purpose: &'static str) -> Permission {
    Permission {
        code,
        name,
        purpose,
    }
}

/// Every permission that Smartcar documents.
pub const PERMISSIONS: [Permission; 28] = [
    entry(
        "read_vehicle_info",
        "Make, model and year",
        "Which car it is, so that it can be shown by its name.",
    ),
    entry(
        "read_extended_vehicle_info",
        "Equipment and trim",
        "What the car was built with, so that only what it has is shown.",
    ),
    entry(
        "read_vin",
        "Vehicle identification number",
        "The number in the windscreen, to tell two like cars apart.",
    ),
    entry(
        "read_battery",
        "Battery and range",
        "How full the battery is and how far it goes.",
    ),
    entry(
        "read_charge",
        "Charging",
        "Whether the car is plugged in and charging, up to which limit, and when it will be done.",
    ),
    entry(
        "read_charge_locations",
        "Places of charging",
        "Where the car is usually charged.",
    ),
    entry(
        "read_charge_records",
        "Past charges",
        "When the car was charged, and how much.",
    ),
    entry(
        "read_charge_events",
        "Charging as it happens",
        "When a charge begins and ends.",
    ),
    entry(
        "read_fuel",
        "Fuel and range",
        "How full the tank is and how far it goes.",
    ),
    entry(
        "read_engine_oil",
        "Engine oil",
        "How long the oil will last.",
    ),
    entry(
        "read_odometer",
        "Distance driven",
        "The number on the odometer.",
    ),
    entry("read_speedometer", "Speed", "How fast the car is going."),
    entry(
        "read_location",
        "Where the car is",
        "Its place on the map, so that you can find it.",
    ),
    entry("read_compass", "Heading", "Which way the car points."),
    entry(
        "read_security",
        "Doors, windows and lock",
        "What is open, closed or locked.",
    ),
    entry("read_tires", "Tyre pressure", "The pressure in each tyre."),
    entry(
        "read_climate",
        "Climate control",
        "What the heating and the air conditioning are doing.",
    ),
    entry(
        "read_thermometer",
        "Temperatures",
        "How warm it is inside and outside the car.",
    ),
    entry(
        "read_alerts",
        "Warnings",
        "The warnings that the car itself shows.",
    ),
    entry(
        "read_diagnostics",
        "Faults",
        "The faults that the car reports about itself.",
    ),
    entry(
        "read_service_history",
        "Services",
        "When the car was serviced, and what was done.",
    ),
    entry(
        "read_user_profile",
        "Your profile with the maker",
        "Your name and address as the maker has them.",
    ),
    entry(
        "control_charge",
        "Start and stop charging",
        "Lets you start, stop, limit and schedule a charge from here. Nothing happens unless you press it.",
    ),
    entry(
        "control_climate",
        "Heat and cool",
        "Lets you warm or cool the car from here. Nothing happens unless you press it.",
    ),
    entry(
        "control_navigation",
        "Send a destination",
        "Lets you send a place to the car’s navigation. Nothing is sent unless you press it.",
    ),
    entry(
        "control_security",
        "Lock and unlock",
        "Lets you lock the doors from here, and unlock them after asking once more.",
    ),
    entry(
        "control_pin",
        "Use the car’s PIN",
        "Lets you pass on the PIN that some cars want before they do something.",
    ),
    entry(
        "control_trunk",
        "Open the trunk",
        "Lets you open and close the trunks from here.",
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_permission_is_listed_once_in_words_of_its_own() {
        let codes: HashSet<_> = PERMISSIONS.map(|permission| permission.code).into();
        let names: HashSet<_> = PERMISSIONS.map(|permission| permission.name).into();
        let purposes: HashSet<_> = PERMISSIONS.map(|permission| permission.purpose).into();
        for words in [codes, names, purposes] {
            assert_eq!(words.len(), PERMISSIONS.len());
        }
    }

    #[test]
    fn a_code_is_found_as_it_is_spelt() {
        assert_eq!(
            permission("read_vin").map(|found| found.code),
            Some("read_vin")
        );
        assert_eq!(permission("READ_VIN"), None);
        assert_eq!(permission("read_mind"), None);
    }
}
