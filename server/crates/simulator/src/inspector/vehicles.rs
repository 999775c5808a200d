//! The vehicles that log-ins have found.

use std::sync::Arc;

use axum::extract::State;
use maud::{Markup, html};

use crate::page::inspector_page;
use crate::simulation::Simulation;

pub(super) async fn show(State(simulation): State<Arc<Simulation>>) -> Markup {
    let world = simulation.world();
    let content = html! {
        p.lead { "Every car that a log-in has found, connected or not." }
        @if world.vehicles.is_empty() {
            p.empty { "Nobody has logged in yet." }
        } @else {
            div.scroll tabindex="0" role="region" aria-label="Vehicles" {
                table {
                    thead { tr {
                        th scope="col" { "Car" }
                        th scope="col" { "Year" }
                        th scope="col" { "Powertrain" }
                        th scope="col" { "VIN" }
                        th scope="col" { "Mode" }
                        th scope="col" { "Account" }
                        th scope="col" { "Connected" }
                    } }
                    tbody {
                        @for vehicle in world.vehicles.values() {
                            tr {
                                th scope="row" {
                                    a href={ "/inspector/vehicles/" (vehicle.id) } {
                                        (vehicle.details.brand.name) " " (vehicle.details.model)
                                    }
                                    small { code { (vehicle.id) } }
                                }
                                td { (vehicle.details.year) }
                                td { (vehicle.details.powertrain.name()) }
                                td { code { (vehicle.details.vin) } }
                                td { (vehicle.mode.name()) }
                                td {
                                    @if let Some(email) = world.account_of(vehicle.owner) { (email) }
                                }
                                td {
                                    @if world.connected_vehicle(vehicle.id).is_some() { "yes" }
                                    @else { "no" }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    inspector_page("Vehicles", "/inspector/vehicles", &content)
}
