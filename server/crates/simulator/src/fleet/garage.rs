//! What a log-in finds, before the vehicles get their ids.

use sha2::{Digest, Sha256};

use super::catalogue::Model;
use super::vin::{brand_in_mock_vin, vin};
use super::{Brand, Capability, EmailAddress, Equipment, Powertrain, SpecialAccount, VehicleSetup};

/// A vehicle as an account owns it.
#[derive(Debug, Clone)]
pub(crate) struct PlannedVehicle {
    pub(crate) brand: &'static Brand,
    pub(crate) model: String,
    pub(crate) year: u16,
    pub(crate) powertrain: Powertrain,
    pub(crate) vin: String,
    pub(crate) capability: Capability,
    pub(crate) setup: VehicleSetup,
}

impl PlannedVehicle {
    fn of(brand: &'static Brand, model: &Model, year_step: u16, vin: String) -> Self {
        let years = model.last_year - model.first_year + 1;
        Self {
            brand,
            model: model.name.to_owned(),
            year: model.first_year + year_step % years,
            powertrain: model.powertrain,
            vin,
            capability: Capability::Everything,
            setup: VehicleSetup::default(),
        }
    }
}

/// The one to three cars of an ordinary account: always the same for the same address, brand and mode.
pub(crate) fn ordinary_garage(
    email: &EmailAddress,
    brand: &'static Brand,
    is_live: bool,
) -> Vec<PlannedVehicle> {
    let count = 1 + usize::from(digest(email, brand, 0)[0] % 3);
    garage_of(email, brand, is_live, count)
}

/// The cars of a special account (reference 1.6).
pub(crate) fn special_garage(
    account: &SpecialAccount,
    email: &EmailAddress,
    brand: &'static Brand,
) -> Vec<PlannedVehicle> {
    match account {
        SpecialAccount::ManyVehicles(count) => garage_of(email, brand, false, usize::from(*count)),
        SpecialAccount::OneVehicle { vin, capability } => {
            vec![with_vin(brand, vin, *capability)]
        }
        SpecialAccount::SuccessfulRequest => {
            vec![with_vin(
                brand,
                SpecialAccount::SUCCESSFUL_VIN,
                Capability::Everything,
            )]
        }
        SpecialAccount::VehicleIncompatible => {
            vec![with_vin(
                brand,
                SpecialAccount::INCOMPATIBLE_VIN,
                Capability::Nothing,
            )]
        }
        SpecialAccount::DemonstrationCar => {
            let vin = SpecialAccount::DEMONSTRATION_VIN;
            let mut car = with_vin(brand, vin, Capability::PlugInHybrid);
            car.setup.equipment = Equipment::Full;
            vec![car]
        }
        SpecialAccount::InvalidSubscription | SpecialAccount::NoVehicles => Vec::new(),
    }
}

fn garage_of(
    email: &EmailAddress,
    brand: &'static Brand,
    is_live: bool,
    count: usize,
) -> Vec<PlannedVehicle> {
    let first_model = usize::from(digest(email, brand, 0)[1]);
    (0..count)
        .map(|index| {
            let digest = digest(email, brand, index);
            // One model after the other, so that a garage of two rarely holds the same car twice.
            let model = &brand.models[(first_model + index) % brand.models.len()];
            let chance = digest[8..16]
                .iter()
                .fold(0, |sum, byte| sum << 8 | u64::from(*byte));
            let vin = vin(brand, is_live, chance);
            PlannedVehicle::of(brand, model, u16::from(digest[2]), vin)
        })
        .collect()
}

/// The vehicle with a VIN of its own, of the make that the VIN names, or else of the chosen one.
fn with_vin(chosen: &'static Brand, vin: &str, capability: Capability) -> PlannedVehicle {
    let brand = brand_in_mock_vin(vin).unwrap_or(chosen);
    let wanted = capability.powertrain();
    let model = brand
        .models
        .iter()
        .find(|model| wanted.is_none_or(|wanted| wanted == model.powertrain))
        .unwrap_or(&brand.models[0]);
    let mut vehicle = PlannedVehicle::of(brand, model, 1, vin.to_owned());
    vehicle.powertrain = wanted.unwrap_or(model.powertrain);
    vehicle.capability = capability;
    vehicle
}

fn digest(email: &EmailAddress, brand: &Brand, index: usize) -> [u8; 32] {
    Sha256::digest(format!("{email}\n{}\n{index}", brand.make)).into()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::fleet::{brand_of, is_mock};

    fn email(text: &str) -> EmailAddress {
        EmailAddress::parse(text).unwrap()
    }

    #[test]
    fn the_same_log_in_finds_the_same_cars() {
        let tesla = brand_of("TESLA").unwrap();
        let shown = |email: &EmailAddress| format!("{:?}", ordinary_garage(email, tesla, false));
        assert_eq!(
            shown(&email("ann@example.com")),
            shown(&email("ann@example.com"))
        );
        assert_ne!(
            shown(&email("ann@example.com")),
            shown(&email("bob@example.com"))
        );
    }

    #[test]
    fn ordinary_garages_hold_one_to_three_cars_of_the_brand_in_believable_years() {
        let mut counts = BTreeSet::new();
        for owner in 0..60 {
            let garage = ordinary_garage(
                &email(&format!("{owner}@example.com")),
                brand_of("KIA").unwrap(),
                false,
            );
            counts.insert(garage.len());
            for vehicle in &garage {
                let model = vehicle
                    .brand
                    .models
                    .iter()
                    .find(|model| model.name == vehicle.model)
                    .unwrap();
                assert!((model.first_year..=model.last_year).contains(&vehicle.year));
                assert!(is_mock(&vehicle.vin));
            }
        }
        assert_eq!(counts, BTreeSet::from([1, 2, 3]));
    }

    #[test]
    fn many_vehicles_have_as_many_vins() {
        let brand = brand_of("FIAT").unwrap();
        let email = email("999-vehicles@smartcar.com");
        let vehicles = special_garage(&SpecialAccount::ManyVehicles(999), &email, brand);
        let vins: BTreeSet<&str> = vehicles
            .iter()
            .map(|vehicle| vehicle.vin.as_str())
            .collect();
        assert_eq!(vins.len(), 999);
    }

    #[test]
    fn a_vin_account_owns_that_vin_with_the_powertrain_of_its_level() {
        let account = SpecialAccount::OneVehicle {
            vin: "0SCAUDI0000000001".to_owned(),
            capability: Capability::Fuel,
        };
        let email = email("0scaudi0000000001@fuel.smartcar.com");
        let vehicles = special_garage(&account, &email, brand_of("TESLA").unwrap());
        assert_eq!(vehicles[0].brand.make, "AUDI");
        assert_eq!(vehicles[0].powertrain, Powertrain::Ice);
        assert_eq!(vehicles[0].vin, "0SCAUDI0000000001");
    }
}
