//! One vehicle: how it stands, what it is told, what it says.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use uuid::Uuid;

use super::{vehicle_actions, vehicle_commands, vehicle_limits, vehicle_signals};
use crate::car::{Activity, Car};
use crate::page::{inspector_page, nothing_here};
use crate::simulation::Simulation;
use crate::world::Vehicle;

/// The section of the inspector that its pages belong to.
pub(super) const SECTION: &str = "/inspector/vehicles";

pub(super) async fn show(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Response {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let usual = world
        .limit
        .is_on
        .then_some(crate::vehicle_api::MONTHLY_ALLOWANCE);
    let owner = world.vehicles.get(&id).map(|vehicle| vehicle.owner);
    let account = owner.and_then(|owner| world.users.get(&owner)).cloned();
    let Some(vehicle) = world.vehicles.get_mut(&id) else {
        return nothing_here();
    };
    vehicle.settle(now);
    let used = vehicle.limits.used(now);
    let must_log_in_again = account.as_ref().is_some_and(|user| user.must_log_in_again);
    let content = html! {
        p.lead {
            @if let Some(user) = &account { (user.email) ", " }
            "VIN " code { (vehicle.details.vin) } ", id " code { (id) } "."
            @if must_log_in_again { " Its owner has to log in again." }
        }
        (facts(vehicle))
        (vehicle_actions::section(vehicle, must_log_in_again))
        (vehicle_commands::section(vehicle))
        (vehicle_limits::section(vehicle, usual, used))
        (vehicle_signals::section(vehicle))
    };
    let title = name(vehicle);
    (StatusCode::OK, inspector_page(&title, SECTION, &content)).into_response()
}

/// Make and model.
pub(super) fn name(vehicle: &Vehicle) -> String {
    let details = &vehicle.details;
    format!("{} {}", details.brand.name, details.model)
}

/// Where a vehicle's page is.
pub(super) fn path_of(id: Uuid) -> String {
    format!("{SECTION}/{id}")
}

fn facts(vehicle: &Vehicle) -> Markup {
    let car = &vehicle.car;
    let energy = &car.energy;
    html! {
        div.panel {
            dl.facts {
                div { dt { "It" } dd { (activity(car)) } }
                @if energy.capacity > 0.0 {
                    div {
                        dt { "Battery" }
                        dd {
                            (format!("{:.1} %", energy.state_of_charge)) " of "
                            (energy.capacity) " kWh, charged up to " (energy.charge_limit) " %, "
                            (format!("{:.0} km", energy.electric_range()))
                        }
                    }
                }
                @if energy.tank > 0.0 {
                    div {
                        dt { "Tank" }
                        dd {
                            (format!("{:.1} l", energy.fuel)) " of " (energy.tank) " l, "
                            (format!("{:.0} km", energy.fuel_range()))
                        }
                    }
                }
                div { dt { "Odometer" } dd { (format!("{:.1} km", car.odometer)) } }
                div {
                    dt { "Doors" }
                    dd {
                        @if car.closures.is_locked { "locked" } @else { "not locked" }
                        @if car.closures.has_open_door() { ", one is open" }
                    }
                }
                div {
                    dt { "Place" }
                    dd { (format!("{:.5}, {:.5}", car.latitude, car.longitude)) }
                }
                div { dt { "Signal store" } dd { (vehicle.store.state.name()) } }
            }
        }
    }
}

fn activity(car: &Car) -> String {
    match car.activity {
        Activity::Driving { speed, .. } => format!("drives at {speed:.0} km/h"),
        Activity::Charging { power } => format!("charges with {power:.1} kW"),
        Activity::Parked if car.is_plugged_in => "is parked and plugged in".to_owned(),
        Activity::Parked => "is parked".to_owned(),
    }
}
