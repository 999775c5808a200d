//! Defining what a log-in finds.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::exchange::{Order, Refusal};
use crate::car::CarChange;
use crate::entropy::{Entropy, random_uuid};
use crate::fleet::{
    Brand, Capability, EmailAddress, Equipment, PlannedVehicle, Powertrain, VehicleSetup, brand_of,
    is_vin, vin,
};
use crate::signal::{SignalOrder, StoreState};
use crate::simulation::Simulation;

/// An account: where `make` is left out, each vehicle is found at its own brand.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct AccountOrder {
    email: EmailAddress,
    make: Option<String>,
    vehicles: Vec<VehicleOrder>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct VehicleOrder {
    /// The account's make, where left out.
    make: Option<String>,
    model: String,
    year: u16,
    powertrain_type: Powertrain,
    /// A made-up one, where left out.
    vin: Option<String>,
    /// Which permissions the car can give.
    #[serde(default)]
    capability: Capability,
    #[serde(default)]
    equipment: Equipment,
    /// Codes of signals and names of commands that the car cannot do.
    #[serde(default)]
    lacks: BTreeSet<String>,
    #[serde(default)]
    store: StoreState,
    /// How the car stands at the beginning.
    #[serde(default)]
    state: CarChange,
    #[serde(default)]
    signals: BTreeMap<String, SignalOrder>,
}

/// `POST /_simulator/accounts`.
pub(super) async fn prepare(
    State(simulation): State<Arc<Simulation>>,
    Order(order): Order<AccountOrder>,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let brand = order.make.as_deref().map(known_brand).transpose()?;
    let vehicles = order
        .vehicles
        .into_iter()
        .map(|vehicle| vehicle.plan(brand, simulation.entropy()))
        .collect::<Result<Vec<_>, _>>()?;
    let answer = json!({
        "email": order.email,
        "vehicles": vehicles.iter().map(vehicle_json).collect::<Vec<_>>(),
    });
    simulation
        .world()
        .logins
        .prepare(&order.email, brand, vehicles);
    Ok((StatusCode::CREATED, Json(answer)))
}

pub(super) fn known_brand(make: &str) -> Result<&'static Brand, Refusal> {
    brand_of(make).ok_or_else(|| Refusal::bad(format!("There is no brand {make:?}.")))
}

impl VehicleOrder {
    fn plan(
        self,
        account_brand: Option<&'static Brand>,
        entropy: &dyn Entropy,
    ) -> Result<PlannedVehicle, Refusal> {
        let own_brand = self.make.as_deref().map(known_brand).transpose()?;
        let brand = own_brand
            .or(account_brand)
            .ok_or_else(|| Refusal::bad("The account or each vehicle needs a make."))?;
        if !(1980..=2100).contains(&self.year) {
            return Err(Refusal::bad("The year must be 1980 to 2100."));
        }
        if let Some(problem) = self.state.problem() {
            return Err(Refusal::bad(problem));
        }
        for (code, order) in &self.signals {
            if let Some(problem) = order.problem(code) {
                return Err(Refusal::bad(problem));
            }
        }
        let vin = match self.vin.as_deref().map(str::to_uppercase) {
            Some(given) if is_vin(&given) => given,
            Some(_) => return Err(Refusal::bad("A VIN has 17 letters and digits.")),
            None => {
                let mut chance = [0; 8];
                entropy.fill(&mut chance);
                vin(brand, false, u64::from_be_bytes(chance))
            }
        };
        Ok(PlannedVehicle {
            brand,
            model: self.model,
            year: self.year,
            powertrain: self.powertrain_type,
            vin,
            capability: self.capability,
            setup: VehicleSetup {
                id: Some(random_uuid(entropy)),
                equipment: self.equipment,
                lacks: self.lacks,
                store: self.store,
                state: self.state,
                signals: self.signals,
            },
        })
    }
}

fn vehicle_json(vehicle: &PlannedVehicle) -> Value {
    json!({
        "id": vehicle.setup.id,
        "make": vehicle.brand.make,
        "model": vehicle.model,
        "year": vehicle.year,
        "powertrainType": vehicle.powertrain,
        "vin": vehicle.vin,
    })
}
