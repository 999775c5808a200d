//! What Connect asks for when an owner allows more of one vehicle.

use smartcar::connect::Scope;

use crate::storage::StoredVehicle;

/// What the vehicle's connection has been granted, and what is wanted beside it.
///
/// Whether a narrower grant takes away what an earlier one gave is documented nowhere, so what is
/// granted already is asked for again. Where Smartcar has not said what is granted, that is what
/// Carport asks everybody for.
pub(super) fn wider(
    vehicle: &StoredVehicle,
    wanted: &[&'static str],
    at_first: Option<&Scope>,
) -> Scope {
    let at_first: Vec<(&str, bool)> = at_first
        .into_iter()
        .flat_map(Scope::iter)
        .map(|(permission, required)| (permission.as_str(), required))
        .collect();
    let mut granted: Vec<&str> = vehicle.permissions.iter().map(String::as_str).collect();
    if granted.is_empty() {
        granted = at_first.iter().map(|(name, _)| *name).collect();
    }
    let mut names: Vec<&str> = Vec::new();
    for name in granted.into_iter().chain(wanted.iter().copied()) {
        if is_sound(name) && !names.contains(&name) {
            names.push(name);
        }
    }
    names.into_iter().fold(Scope::new(), |scope, name| {
        if at_first.contains(&(name, true)) {
            scope.with_required(name.into())
        } else {
            scope.with(name.into())
        }
    })
}

/// Whether a permission can stand in a scope: Smartcar's list is not ours to trust with a separator.
fn is_sound(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}

#[cfg(test)]
mod tests {
    use smartcar::{ConnectionId, UserId, VehicleId};
    use time::OffsetDateTime;

    use super::*;
    use crate::storage::VehicleDescription;

    fn scope(granted: &[&str], wanted: &[&'static str], at_first: Option<&str>) -> String {
        let vehicle = StoredVehicle {
            owner: UserId::new("owner"),
            vehicle: VehicleId::new("car"),
            connection: ConnectionId::new("connection"),
            description: VehicleDescription::default(),
            permissions: granted.iter().map(ToString::to_string).collect(),
            connected_at: OffsetDateTime::UNIX_EPOCH,
            read_at: OffsetDateTime::UNIX_EPOCH,
        };
        let at_first = at_first.map(|text| text.parse().unwrap());
        wider(&vehicle, wanted, at_first.as_ref()).to_string()
    }

    #[test]
    fn what_is_granted_is_asked_for_again_and_nothing_twice() {
        assert_eq!(
            scope(
                &["read_vin", "read_new"],
                &["read_fuel", "read_vin", "read_fuel"],
                Some("read_odometer")
            ),
            "read_vin read_new read_fuel"
        );
    }

    #[test]
    fn what_the_operator_requires_stays_required() {
        assert_eq!(
            scope(
                &["read_vin"],
                &["read_fuel"],
                Some("required:read_vin required:read_tires")
            ),
            "required:read_vin read_fuel"
        );
    }

    #[test]
    fn a_grant_that_is_not_known_is_taken_for_the_usual_one() {
        let usual = Some("read_vin required:read_odometer");
        assert_eq!(
            scope(&[], &["read_fuel"], usual),
            "read_vin required:read_odometer read_fuel"
        );
        assert_eq!(scope(&[], &["read_fuel"], None), "read_fuel");
    }

    #[test]
    fn a_permission_that_would_read_as_something_else_is_left_out() {
        assert_eq!(
            scope(&["a:b", "", "a,b", "read_vin"], &["read_fuel"], None),
            "read_vin read_fuel"
        );
    }
}
