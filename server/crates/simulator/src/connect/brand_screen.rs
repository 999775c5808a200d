//! "Choose your car's brand" (reference 1.2).

use std::sync::Arc;

use axum::extract::{Path, RawForm, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use super::screen::{Screen, problem};
use super::session::ConnectSession;
use super::sessions::at_step;
use super::step::Step;
use crate::fleet::{Brand, brand_of, brands_matching};
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;

pub(super) async fn show(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    at_step(&simulation, &id, Step::Brand, |_, session| {
        let query = StrictQuery::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
        screen(
            session,
            StatusCode::OK,
            query.get("search").unwrap_or_default(),
            None,
        )
    })
}

pub(super) async fn choose(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
    RawForm(form): RawForm,
) -> Response {
    at_step(&simulation, &id, Step::Brand, |_, session| {
        let form = StrictQuery::parse(&form).unwrap_or_default();
        let Some(brand) = form.get("make").and_then(brand_of) else {
            let words = "Choose one of these brands.";
            return screen(session, StatusCode::UNPROCESSABLE_ENTITY, "", Some(words));
        };
        if session.brand != Some(brand) {
            session.owner = None;
        }
        session.brand = Some(brand);
        session.go_to(Step::Login)
    })
}

fn screen(
    session: &ConnectSession,
    status: StatusCode,
    search: &str,
    complaint: Option<&str>,
) -> Response {
    let found: Vec<&Brand> = brands_matching(search).collect();
    let body = html! {
        form.search method="get" role="search" {
            label for="search" { "Search" }
            div.row {
                input #search type="search" name="search" value=(search) autocomplete="off";
                button type="submit" { "Search" }
            }
        }
        (problem(complaint))
        @if found.is_empty() {
            p role="status" { "No brand matches “" (search) "”." }
            p { a href=(session.path(Step::Brand)) { "Show all brands" } }
        }
        form method="post" action=(session.path(Step::Brand)) {
            ul.brands {
                @for brand in found {
                    li {
                        button.brand-list-item id=(brand.make) name="make" value=(brand.make) {
                            span.monogram aria-hidden="true" { (monogram(brand.name)) }
                            (brand.name)
                        }
                    }
                }
            }
        }
    };
    let back = Some((session.path(Step::Country), "Change country"));
    Screen {
        session,
        step: Step::Brand,
        heading: "Choose your car's brand",
        back,
    }
    .response(status, &body)
}

/// The initials of a brand: `LR`, `T`.
fn monogram(name: &str) -> String {
    name.split([' ', '-'])
        .filter_map(|word| word.chars().next())
        .take(2)
        .collect::<String>()
        .to_uppercase()
}
