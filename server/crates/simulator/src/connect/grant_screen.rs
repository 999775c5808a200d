//! "Choose what to share" (reference 1.2).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::authorize_request::Selection;
use super::permission::permission_words;
use super::screen::{Screen, back_to_application, problem};
use super::session::{ConnectSession, SignedInOwner};
use super::sessions::at_step;
use super::step::Step;
use crate::fleet::Powertrain;
use crate::simulation::Simulation;
use crate::world::{Vehicle, World};

pub(super) async fn show(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
) -> Response {
    at_step(&simulation, &id, Step::Grant, |world, session| {
        screen(world, session, StatusCode::OK, None)
    })
}

pub(super) fn screen(
    world: &World,
    session: &ConnectSession,
    status: StatusCode,
    complaint: Option<&str>,
) -> Response {
    let Some(owner) = &session.owner else {
        return session.go_to(Step::Login);
    };
    let body = html! {
        p.lead {
            "Logged in as " (owner.email) ". "
            strong { (session.request.application_name()) }
            " gets only what is ticked, and you can end it at any time."
        }
        form method="post" action=(session.path(Step::Grant)) {
            (problem(complaint))
            (vehicle_choice(world, session, owner))
            (permission_choice(world, session, owner))
            div.decision {
                button.primary name="decision" value="allow" { "Allow access" }
                button name="decision" value="deny" { "Deny access" }
            }
            (forgery_fold(world, session, owner))
        }
        (back_to_application(session))
    };
    let back = Some((session.path(Step::Login), "Use another account"));
    Screen {
        session,
        step: Step::Grant,
        heading: "Choose what to share",
        back,
    }
    .response(status, &body)
}

fn vehicle_choice(world: &World, session: &ConnectSession, owner: &SignedInOwner) -> Markup {
    let is_single = session.request.selection != Selection::Many;
    let kind = if is_single { "radio" } else { "checkbox" };
    let vehicles = owner
        .vehicles
        .iter()
        .filter_map(|id| world.vehicles.get(id));
    html! {
        fieldset.choices {
            legend { @if is_single { "Car" } @else { "Cars" } }
            @for (index, vehicle) in vehicles.enumerate() {
                div.choice {
                    input type=(kind) name="vehicle" id=(vehicle.id) value=(vehicle.id)
                        checked[!is_single || index == 0] aria-describedby={ "about-" (vehicle.id) };
                    label for=(vehicle.id) { (vehicle_name(vehicle)) }
                    small id={ "about-" (vehicle.id) } { (vehicle_words(vehicle)) }
                }
            }
        }
    }
}

fn vehicle_name(vehicle: &Vehicle) -> String {
    let details = &vehicle.details;
    format!(
        "{} {} ({})",
        details.brand.name, details.model, details.year
    )
}

fn vehicle_words(vehicle: &Vehicle) -> String {
    let powertrain = match vehicle.details.powertrain {
        Powertrain::Bev => "Electric",
        Powertrain::Phev => "Plug-in hybrid",
        Powertrain::Hev => "Hybrid",
        Powertrain::Ice => "Combustion engine",
    };
    let vin = &vehicle.details.vin;
    let last = vin.get(vin.len().saturating_sub(6)..).unwrap_or(vin);
    format!("{powertrain}, VIN ends {last}")
}

/// A box for each permission that one of the cars can give.
fn permission_choice(world: &World, session: &ConnectSession, owner: &SignedInOwner) -> Markup {
    let offered = session.request.permissions.iter().filter(|permission| {
        let mut vehicles = owner
            .vehicles
            .iter()
            .filter_map(|id| world.vehicles.get(id));
        vehicles.any(|vehicle| vehicle.details.capability.offers(&permission.name))
    });
    html! {
        fieldset.choices {
            legend { "What " (session.request.application_name()) " may do" }
            @for permission in offered {
                @let name = &permission.name;
                @let words = permission_words(name).unwrap_or(name);
                div.choice {
                    // A locked box sends nothing, and is granted all the same.
                    input type="checkbox" name="permission" id={ "permission-" (name) } value=(name) checked
                        disabled[permission.is_required] aria-describedby={ "about-" (name) };
                    label for={ "permission-" (name) } { (words) }
                    small id={ "about-" (name) } {
                        code { (name) }
                        @if permission.is_required { " needed by the application" }
                    }
                }
            }
        }
    }
}

/// The attack of reference 1.7: the owner comes back under somebody else's user id.
fn forgery_fold(world: &World, session: &ConnectSession, owner: &SignedInOwner) -> Markup {
    let others = world.users.values().filter(|user| user.id != owner.user_id);
    html! {
        details.forgery {
            summary { "Simulator: return with somebody else's user_id" }
            p.hint {
                "Access is granted as ticked above, and the redirect then names another user. An \
                 application that trusts it gives that user's cars away."
            }
            label for="known-user" { "Known user" }
            select #known-user name="known_user" {
                option value="" { "None of these" }
                @for user in others {
                    @let makes: Vec<&str> = world.logins.makes_of(user.id).collect();
                    option value=(user.id) { (user.email) " (" (makes.join(", ")) ")" }
                }
            }
            label for="other-user-id" { "Other user id" }
            input #other-user-id name="other_user_id" autocomplete="off";
            button formaction=(session.path_to("forge")) { "Return with this user id" }
        }
    }
}
