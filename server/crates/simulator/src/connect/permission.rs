//! Permissions: what an application asks for, and how an owner reads it (reference 6).

/// A permission in the `scope` parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RequestedPermission {
    pub(crate) name: String,
    /// The owner cannot untick it (reference 1.1, `required:`).
    pub(crate) is_required: bool,
}

/// Reads the `scope` parameter. Unknown permissions stay: the set is open.
pub(super) fn requested_permissions(scope: &str) -> Vec<RequestedPermission> {
    let mut requested: Vec<RequestedPermission> = Vec::new();
    for word in scope.split_whitespace() {
        let (name, is_required) = match word.strip_prefix("required:") {
            Some(name) => (name, true),
            None => (word, false),
        };
        match requested
            .iter_mut()
            .find(|permission| permission.name == name)
        {
            Some(known) => known.is_required |= is_required,
            None if name.is_empty() => {}
            None => requested.push(RequestedPermission {
                name: name.to_owned(),
                is_required,
            }),
        }
    }
    requested
}

/// The selection of the simulated dashboard, for sessions without a `scope` (reference 1.1).
pub(crate) fn default_permissions() -> Vec<RequestedPermission> {
    requested_permissions(
        "read_vehicle_info read_vin read_odometer read_location read_battery read_charge read_fuel \
         read_tires read_security control_security control_charge",
    )
}

/// What a permission lets an application do, in the owner's words.
pub(crate) fn permission_words(name: &str) -> Option<&'static str> {
    Some(match name {
        "read_alerts" => "See warnings of the car",
        "read_battery" => "See the battery level and the range",
        "read_charge" => "See whether the car is charging",
        "read_charge_locations" => "See where the car has been charged",
        "read_charge_records" => "See past charging sessions",
        "read_charge_events" => "See when charging starts and stops",
        "read_climate" => "See the climate settings",
        "read_compass" => "See which way the car points",
        "read_diagnostics" => "See the state of the car's systems",
        "read_engine_oil" => "See the engine oil life",
        "read_extended_vehicle_info" => "See details of the car's equipment",
        "read_fuel" => "See the fuel level",
        "read_location" => "See where the car is",
        "read_odometer" => "See the distance driven",
        "read_security" => "See whether doors and windows are closed and locked",
        "read_service_history" => "See past services",
        "read_speedometer" => "See how fast the car drives",
        "read_thermometer" => "See temperatures inside and outside",
        "read_tires" => "See the tyre pressures",
        "read_user_profile" => "See your profile at the car's maker",
        "read_vehicle_info" => "See make, model and year",
        "read_vin" => "See the vehicle identification number",
        "control_charge" => "Start and stop charging, and set its limit",
        "control_climate" => "Control the climate",
        "control_navigation" => "Send destinations to the car",
        "control_security" => "Lock and unlock the car",
        "control_pin" => "Use the car's PIN",
        "control_trunk" => "Open and close the trunk",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn required_wins_over_optional_and_doubles_merge() {
        let requested = requested_permissions(
            " read_vin  required:read_odometer read_odometer new_one required:read_vin ",
        );
        let shown: Vec<(&str, bool)> = requested
            .iter()
            .map(|permission| (permission.name.as_str(), permission.is_required))
            .collect();
        assert_eq!(
            shown,
            [
                ("read_vin", true),
                ("read_odometer", true),
                ("new_one", false)
            ]
        );
    }

    #[test]
    fn every_default_permission_has_words_and_none_is_required() {
        for permission in default_permissions() {
            assert!(
                permission_words(&permission.name).is_some(),
                "{}",
                permission.name
            );
            assert!(!permission.is_required);
        }
    }
}
