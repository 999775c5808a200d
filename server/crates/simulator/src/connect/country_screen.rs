//! "Connect your car": country and language (reference 1.2, preamble).

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::places::{COUNTRIES, DEFAULT_COUNTRY, LANGUAGES, is_country};
use super::screen::{Screen, problem};
use super::session::ConnectSession;
use super::sessions::at_step;
use super::step::Step;
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;

pub(super) async fn show(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
) -> Response {
    at_step(&simulation, &id, Step::Country, |_, session| {
        screen(session, StatusCode::OK, None)
    })
}

pub(super) async fn choose(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
    RawForm(form): RawForm,
) -> Response {
    at_step(&simulation, &id, Step::Country, |_, session| {
        let form = StrictQuery::parse(&form).unwrap_or_default();
        let Some(country) = form.get("country").filter(|code| is_country(code)) else {
            let words = "Choose the country where your car is registered.";
            return screen(session, StatusCode::UNPROCESSABLE_ENTITY, Some(words));
        };
        session.country = Some(country.to_owned());
        session.go_to(if session.request.brand.is_some() {
            Step::Login
        } else {
            Step::Brand
        })
    })
}

fn screen(session: &ConnectSession, status: StatusCode, complaint: Option<&str>) -> Response {
    let country = [
        session.country.as_deref(),
        session.request.country.as_deref(),
    ]
    .into_iter()
    .flatten()
    .find(|code| is_country(code))
    .unwrap_or(DEFAULT_COUNTRY);
    let body = html! {
        p.lead {
            strong { (session.request.application_name()) }
            " would like to connect to your car. You log in to your car account and choose what to share."
        }
        form method="post" {
            (problem(complaint))
            label for="country" { "Country" }
            (options("country", &COUNTRIES, country))
            label for="language" { "Language" }
            (options("language", &LANGUAGES, "en"))
            p.hint { "The simulator itself speaks English only." }
            button #continue-button.primary type="submit" { "Continue" }
        }
    };
    Screen {
        session,
        step: Step::Country,
        heading: "Connect your car",
        back: None,
    }
    .response(status, &body)
}

fn options(name: &str, choices: &[(&str, &str)], chosen: &str) -> Markup {
    html! {
        select id=(name) name=(name) {
            @for (code, words) in choices {
                option value=(code) selected[*code == chosen] { (words) }
            }
        }
    }
}
