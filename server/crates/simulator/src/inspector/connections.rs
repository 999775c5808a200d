//! Accounts and their connections.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use uuid::Uuid;

use super::form::{back_to, refused};
use super::instant::instant;
use crate::page::inspector_page;
use crate::simulation::Simulation;
use crate::world::{Connection, World};

pub(super) async fn show(State(simulation): State<Arc<Simulation>>) -> Markup {
    let world = simulation.world();
    let content = html! {
        p.lead {
            "Who has connected which car to the application. The newest comes first, as in "
            code { "GET /v3/connections" } "."
        }
        @if world.connections.is_empty() {
            p.empty {
                "No car is connected yet. "
                a href="/inspector/application" { "Point an application here" }
                " and walk through Connect."
            }
        } @else {
            div.scroll tabindex="0" role="region" aria-label="Connections" {
                table {
                    thead { tr {
                        th scope="col" { "Car" }
                        th scope="col" { "Account" }
                        th scope="col" { "Mode" }
                        th scope="col" { "External id" }
                        th scope="col" { "Permissions" }
                        th scope="col" { "Connected" }
                        th scope="col" { "Action" }
                    } }
                    tbody {
                        @for connection in world.connections.iter().rev() {
                            (row(&world, connection))
                        }
                    }
                }
            }
        }
    };
    inspector_page("Connections", "/", &content)
}

fn row(world: &World, connection: &Connection) -> Markup {
    let user = world.users.get(&connection.user_id);
    let vehicle = world.vehicles.get(&connection.vehicle_id);
    let car = vehicle.map_or_else(String::new, |vehicle| {
        format!("{} {}", vehicle.details.brand.name, vehicle.details.model)
    });
    html! {
        tr {
            th scope="row" {
                (car)
                small { code { (connection.vehicle_id) } }
            }
            td {
                @if let Some(user) = user { (user.email) }
                small { code { (connection.user_id) } }
            }
            td { @if let Some(vehicle) = vehicle { (vehicle.mode.name()) } }
            td {
                @match user.and_then(|user| user.stored_external_id()) {
                    Some(external_id) => code { (external_id) },
                    None => "none",
                }
            }
            td { (permissions(&connection.permissions)) }
            td {
                (instant(connection.created_at))
                @if connection.updated_at != connection.created_at {
                    small { "renewed " (instant(connection.updated_at)) }
                }
            }
            td {
                form method="post" action={ "/inspector/connections/" (connection.id) "/disconnect" } {
                    button.danger aria-label={ "Disconnect " (car) } { "Disconnect" }
                }
            }
        }
    }
}

fn permissions(permissions: &[String]) -> Markup {
    html! {
        details {
            summary { (permissions.len()) " granted" }
            ul { @for permission in permissions { li { code { (permission) } } } }
        }
    }
}

pub(super) async fn disconnect(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Response {
    if simulation.world().disconnect(id) {
        back_to("/")
    } else {
        refused("There is no such connection any more.", "/")
    }
}
