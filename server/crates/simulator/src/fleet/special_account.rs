//! E-mail addresses with a meaning of their own (reference 1.6).

use serde::Deserialize;

use super::vin::is_vin;
use super::{EmailAddress, Powertrain};

/// An account of reference 1.6, plus `smartcar@no-vehicles.com` and `smartcar@demonstration-car.com`,
/// which are ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SpecialAccount {
    /// `<n>-vehicles@smartcar.com`
    ManyVehicles(u16),
    /// `<VIN>@<level>.smartcar.com`
    OneVehicle { vin: String, capability: Capability },
    /// `smartcar@successful-request.com`
    SuccessfulRequest,
    /// `smartcar@vehicle-incompatible.com`
    VehicleIncompatible,
    /// `smartcar@invalid-subscription.com`
    InvalidSubscription,
    /// `smartcar@no-vehicles.com`
    NoVehicles,
    /// `smartcar@demonstration-car.com`
    DemonstrationCar,
}

/// Which permissions a car can give.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub(crate) enum Capability {
    /// All of them.
    #[default]
    #[serde(rename = "compatible")]
    Everything,
    /// All of them, and the car is a plug-in hybrid.
    #[serde(rename = "phev")]
    PlugInHybrid,
    /// None.
    #[serde(rename = "incompatible")]
    Nothing,
    /// What a car with an engine has.
    #[serde(rename = "fuel")]
    Fuel,
    /// What a car with a battery has.
    #[serde(rename = "bev")]
    Electric,
}

impl Capability {
    /// Whether a car of this kind can give a permission.
    pub(crate) fn offers(self, permission: &str) -> bool {
        let needs_battery = permission.starts_with("read_charge")
            || matches!(permission, "read_battery" | "control_charge");
        let needs_fuel = matches!(permission, "read_fuel" | "read_engine_oil");
        match self {
            Self::Everything | Self::PlugInHybrid => true,
            Self::Nothing => false,
            Self::Fuel => !needs_battery,
            Self::Electric => !needs_fuel,
        }
    }

    /// The powertrain that goes with it, where it decides one.
    pub(crate) fn powertrain(self) -> Option<Powertrain> {
        match self {
            Self::PlugInHybrid => Some(Powertrain::Phev),
            Self::Fuel => Some(Powertrain::Ice),
            Self::Electric => Some(Powertrain::Bev),
            Self::Everything | Self::Nothing => None,
        }
    }
}

impl SpecialAccount {
    /// The VIN behind `smartcar@successful-request.com`.
    pub(crate) const SUCCESSFUL_VIN: &str = "0SCAUDI037A5ADB1C";
    /// The VIN behind `smartcar@vehicle-incompatible.com`.
    pub(crate) const INCOMPATIBLE_VIN: &str = "0SCAUDI012FE3B132";

    /// The VIN behind `smartcar@demonstration-car.com`: a Volvo plug-in hybrid, which has nearly
    /// everything that a car can have.
    pub(crate) const DEMONSTRATION_VIN: &str = "0SCVOLV0DEM0CAR01";

    /// What an address means, if it means anything.
    pub(crate) fn of(email: &EmailAddress) -> Option<Self> {
        match (email.local_part(), email.domain()) {
            ("smartcar", "successful-request.com") => Some(Self::SuccessfulRequest),
            ("smartcar", "vehicle-incompatible.com") => Some(Self::VehicleIncompatible),
            ("smartcar", "invalid-subscription.com") => Some(Self::InvalidSubscription),
            ("smartcar", "no-vehicles.com") => Some(Self::NoVehicles),
            ("smartcar", "demonstration-car.com") => Some(Self::DemonstrationCar),
            (local, "smartcar.com") => {
                let count = local.strip_suffix("-vehicles")?.parse().ok()?;
                (1..=999)
                    .contains(&count)
                    .then_some(Self::ManyVehicles(count))
            }
            (local, domain) => {
                let capability = match domain.strip_suffix(".smartcar.com")? {
                    "compatible" => Capability::Everything,
                    "phev" => Capability::PlugInHybrid,
                    "incompatible" => Capability::Nothing,
                    "fuel" => Capability::Fuel,
                    "bev" => Capability::Electric,
                    _ => return None,
                };
                let vin = local.to_ascii_uppercase();
                is_vin(&vin).then_some(Self::OneVehicle { vin, capability })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(email: &str) -> Option<SpecialAccount> {
        SpecialAccount::of(&EmailAddress::parse(email).unwrap())
    }

    #[test]
    fn a_number_of_vehicles_is_1_to_999() {
        assert_eq!(
            of("1-vehicles@smartcar.com"),
            Some(SpecialAccount::ManyVehicles(1))
        );
        assert_eq!(
            of("999-vehicles@smartcar.com"),
            Some(SpecialAccount::ManyVehicles(999))
        );
        for plain in [
            "0-vehicles@smartcar.com",
            "1000-vehicles@smartcar.com",
            "x-vehicles@smartcar.com",
            "2-vehicles@smartcar.org",
        ] {
            assert_eq!(of(plain), None, "{plain}");
        }
    }

    #[test]
    fn a_vin_names_a_vehicle_at_each_level() {
        for (level, capability) in [
            ("compatible", Capability::Everything),
            ("phev", Capability::PlugInHybrid),
            ("incompatible", Capability::Nothing),
            ("fuel", Capability::Fuel),
            ("bev", Capability::Electric),
        ] {
            assert_eq!(
                of(&format!("0SCTESL0123456789@{level}.smartcar.com")),
                Some(SpecialAccount::OneVehicle {
                    vin: "0SCTESL0123456789".to_owned(),
                    capability
                })
            );
        }
        assert_eq!(of("0SCTESL@bev.smartcar.com"), None);
        assert_eq!(of("0SCTESL0123456789@steam.smartcar.com"), None);
    }

    #[test]
    fn fuel_and_battery_permissions_need_fuel_and_a_battery() {
        assert!(!Capability::Fuel.offers("read_battery") && Capability::Fuel.offers("read_fuel"));
        assert!(
            Capability::Electric.offers("read_charge") && !Capability::Electric.offers("read_fuel")
        );
        assert!(
            Capability::PlugInHybrid.offers("read_charge")
                && Capability::PlugInHybrid.offers("read_fuel")
        );
        assert!(!Capability::Nothing.offers("read_vehicle_info"));
    }
}
