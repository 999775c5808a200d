//! "Log in to …" (reference 1.2).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::screen::{Screen, back_to_application, problem};
use super::session::ConnectSession;
use super::sessions::at_step;
use super::step::Step;
use crate::simulation::Simulation;

pub(super) async fn show(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
) -> Response {
    at_step(&simulation, &id, Step::Login, |_, session| {
        screen(session, StatusCode::OK, "", None)
    })
}

pub(super) fn screen(
    session: &ConnectSession,
    status: StatusCode,
    email: &str,
    complaint: Option<&str>,
) -> Response {
    let brand = session.brand.map_or("your car", |brand| brand.name);
    let heading = format!("Log in to {brand}");
    let body = html! {
        p.lead {
            @if session.request.reauthenticates.is_some() {
                "Your car's maker asks you to log in again. What you share stays as it is. "
            }
            "Use the account of your " (brand) " app."
        }
        form method="post" {
            (problem(complaint))
            label for="email" { "E-mail" }
            input #email type="email" name="email" value=(email) required autocomplete="off";
            label for="password" { "Password" }
            input #password type="password" name="password" required autocomplete="off"
                aria-describedby="any-password";
            p.hint #any-password {
                "Do not use a real password: any will do here, except " code { "wrong" } "."
            }
            button.primary type="submit" { "Log in" }
        }
        (back_to_application(session))
        (special_accounts())
    };
    let back = if session.request.reauthenticates.is_some() {
        None
    } else if session.request.brand.is_some() {
        Some((session.path(Step::Country), "Change country"))
    } else {
        Some((session.path(Step::Brand), "Choose another brand"))
    };
    Screen {
        session,
        step: Step::Login,
        heading: &heading,
        back,
    }
    .response(status, &body)
}

fn special_accounts() -> Markup {
    let accounts = [
        ("anything else", "one to three cars, always the same ones"),
        ("…mfa…@…", "asks for a code first"),
        ("3-vehicles@smartcar.com", "so many cars, 1 to 999"),
        ("smartcar@successful-request.com", "VIN 0SCAUDI037A5ADB1C"),
        (
            "smartcar@demonstration-car.com",
            "a car with nearly every signal",
        ),
        (
            "<VIN>@bev.smartcar.com",
            "that VIN; or compatible, phev, fuel, incompatible",
        ),
        ("smartcar@vehicle-incompatible.com", "vehicle_incompatible"),
        ("smartcar@invalid-subscription.com", "invalid_subscription"),
        ("smartcar@no-vehicles.com", "no_vehicles"),
    ];
    html! {
        details.accounts {
            summary { "Simulator: accounts to try" }
            dl {
                @for (email, words) in accounts {
                    div { dt { code { (email) } } dd { (words) } }
                }
            }
        }
    }
}
