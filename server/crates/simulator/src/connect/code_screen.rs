//! "Enter the code": the second factor of accounts that ask for one (reference 1.2).

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use super::reauthenticate;
use super::screen::{Screen, back_to_application, problem};
use super::session::ConnectSession;
use super::sessions::at_step;
use super::step::Step;
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;

pub(super) async fn show(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
) -> Response {
    at_step(&simulation, &id, Step::Code, |_, session| {
        screen(session, StatusCode::OK, None)
    })
}

pub(super) async fn enter(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
    RawForm(form): RawForm,
) -> Response {
    at_step(&simulation, &id, Step::Code, |world, session| {
        let form = StrictQuery::parse(&form).unwrap_or_default();
        let code = form.get("code").unwrap_or_default().trim();
        let is_code = code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit());
        if !is_code || code == "000000" {
            let words = "That is not the code.";
            return screen(session, StatusCode::UNPROCESSABLE_ENTITY, Some(words));
        }
        if let Some(owner) = &mut session.owner {
            owner.owes_code = false;
        }
        match session.request.reauthenticates {
            Some(vehicle_id) => reauthenticate::complete(world, session, vehicle_id),
            None => session.go_to(Step::Grant),
        }
    })
}

fn screen(session: &ConnectSession, status: StatusCode, complaint: Option<&str>) -> Response {
    let email = session
        .owner
        .as_ref()
        .map_or("you", |owner| owner.email.as_str());
    let body = html! {
        p.lead { "A code with six digits is on its way to " strong { (email) } "." }
        form method="post" {
            (problem(complaint))
            label for="code" { "Code" }
            input #code name="code" inputmode="numeric" maxlength="6" required autocomplete="off"
                aria-describedby="any-code";
            p.hint #any-code {
                "No message is sent: any six digits will do here, except " code { "000000" } "."
            }
            button.primary type="submit" { "Continue" }
        }
        (back_to_application(session))
    };
    let back = Some((session.path(Step::Login), "Use another account"));
    Screen {
        session,
        step: Step::Code,
        heading: "Enter the code",
        back,
    }
    .response(status, &body)
}
