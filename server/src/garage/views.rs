//! What the pages know of stored vehicles.

use std::collections::HashMap;

use app::vehicle::{
    car::{Allowance, Car},
    model::{Vehicle, VehicleId},
    units::Units,
};
use smartcar::UserId;
use time::OffsetDateTime;

use super::readings;
use crate::{
    budget::{ApplicationBudget, Rules},
    storage::{GarageVehicle, StoredSignal, StoredVehicle},
};

/// The signals that a card of the garage shows.
pub(super) const ESSENTIAL: [&str; 9] = [
    "tractionbattery-stateofcharge",
    "tractionbattery-range",
    "internalcombustionengine-fuellevel",
    "internalcombustionengine-range",
    "odometer-traveleddistance",
    "closure-islocked",
    "charge-ischarging",
    "charge-detailedchargingstatus",
    "charge-ischargingcableconnected",
];

/// What is the same for every car of a view.
pub(super) struct Setting {
    pub(super) application: ApplicationBudget,
    pub(super) rules: Rules,
    pub(super) units: Units,
    pub(super) now: OffsetDateTime,
}

/// One car of a view.
pub(super) fn car(stored: &GarageVehicle, signals: &[StoredSignal], setting: &Setting) -> Car {
    Car {
        vehicle: vehicle(stored),
        readings: signals
            .iter()
            .filter_map(|signal| readings::reading(signal, setting.units))
            .collect(),
        permissions: stored.vehicle.permissions.clone(),
        refreshed_at: stored.budget.read_at,
        allowance: allowance(stored, setting),
    }
}

fn allowance(stored: &GarageVehicle, setting: &Setting) -> Allowance {
    let Setting {
        application,
        rules,
        now,
        ..
    } = setting;
    Allowance {
        possible_at: stored
            .budget
            .possible_at(rules.vehicle, *now)
            .max(application.possible_at(rules.application, *now)),
        left_this_month: stored.budget.left_this_month(rules.vehicle, *now),
        left_now: application.left(rules.application, *now),
    }
}

/// The vehicle itself.
pub(super) fn vehicle(stored: &GarageVehicle) -> Vehicle {
    let description = stored.vehicle.description.clone();
    Vehicle {
        id: VehicleId(stored.vehicle.vehicle.as_str().to_owned()),
        given_name: stored.given_name.clone(),
        make: description.make,
        model: description.model,
        year: description.year,
        powertrain_type: description.powertrain_type,
        mode: description.mode,
    }
}

/// Whose connection, and which vehicle.
type Key = (UserId, smartcar::VehicleId);

/// The key of a vehicle among those of [`by_vehicle`].
pub(super) fn key(vehicle: &StoredVehicle) -> Key {
    (vehicle.owner.clone(), vehicle.vehicle.clone())
}

/// The signals of a garage, by vehicle.
pub(super) fn by_vehicle(signals: Vec<StoredSignal>) -> HashMap<Key, Vec<StoredSignal>> {
    let mut found: HashMap<Key, Vec<StoredSignal>> = HashMap::new();
    for signal in signals {
        let key = (signal.owner.clone(), signal.vehicle.clone());
        found.entry(key).or_default().push(signal);
    }
    found
}
