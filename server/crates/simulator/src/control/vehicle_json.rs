//! A vehicle as the control plane shows it.

use serde_json::{Value, json};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::car::{Activity, Car};
use crate::signal::number;
use crate::world::World;

/// All that the simulator knows of a vehicle, save its signals and commands.
pub(super) fn vehicle_json(world: &mut World, id: Uuid, now: OffsetDateTime) -> Option<Value> {
    let is_connected = world.connected_vehicle(id).is_some();
    let owner = world.vehicles.get(&id)?.owner;
    let account = world.account_of(owner).cloned();
    let vehicle = world.vehicles.get_mut(&id)?;
    let details = &vehicle.details;
    Some(json!({
        "id": id,
        "account": account,
        "userId": owner,
        "connected": is_connected,
        "mode": vehicle.mode.name(),
        "make": details.brand.make,
        "model": details.model,
        "year": details.year,
        "powertrainType": details.powertrain,
        "vin": details.vin,
        "lacks": details.setup.lacks,
        "state": state_json(&vehicle.car),
        "store": vehicle.store.state,
        "seen": vehicle.commands.usually_seen,
        "requestsThisMonth": vehicle.limits.used(now),
    }))
}

fn state_json(car: &Car) -> Value {
    let activity = match car.activity {
        Activity::Parked => "parked",
        Activity::Driving { .. } => "driving",
        Activity::Charging { .. } => "charging",
    };
    let energy = &car.energy;
    json!({
        "activity": activity,
        "pluggedIn": car.is_plugged_in,
        "stateOfCharge": number(energy.state_of_charge, 2),
        "chargeLimit": number(energy.charge_limit, 0),
        "batteryCapacity": number(energy.capacity, 1),
        "electricRange": number(energy.electric_range(), 1),
        "fuelLevel": number(energy.fuel_level(), 2),
        "fuelRange": number(energy.fuel_range(), 1),
        "odometer": number(car.odometer, 2),
        "latitude": number(car.latitude, 6),
        "longitude": number(car.longitude, 6),
        "locked": car.closures.is_locked,
        "asleep": car.is_asleep,
        "online": car.is_online,
        "inService": car.is_in_service,
    })
}
