//! The clock by hand.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{RawForm, State};
use axum::response::Response;
use maud::{Markup, html};

use super::form::{back_to, refused};
use super::instant::instant;
use crate::control::advance_clock;
use crate::page::inspector_page;
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;

const PATH: &str = "/inspector/clock";
const STEPS: [(u64, &str); 4] = [
    (60, "One minute"),
    (15 * 60, "15 minutes"),
    (3_600, "One hour"),
    (86_400, "One day"),
];

pub(super) async fn show(State(simulation): State<Arc<Simulation>>) -> Markup {
    let world = simulation.world();
    let ahead = world.clock_advance.as_secs();
    let content = html! {
        p.lead {
            "The simulated time runs with the machine's. It can be moved on, so that tokens and \
             Connect sessions expire, and never back, save by a reset."
        }
        div.panel {
            dl.facts {
                div { dt { "Now (UTC)" } dd { (instant(simulation.now(&world))) } }
                div { dt { "Ahead of the machine" } dd { (ahead) " s" } }
            }
            form.actions method="post" action=(PATH) {
                @for (seconds, words) in STEPS {
                    button name="seconds" value=(seconds) { (words) " on" }
                }
            }
        }
        form.panel method="post" action=(PATH) {
            h2 { "Move by any time" }
            div.fields {
                div {
                    label for="seconds" { "Seconds" }
                    input #seconds type="number" name="seconds" min="1" required;
                }
                div.actions { button.primary { "Move on" } }
            }
        }
    };
    inspector_page("Clock", PATH, &content)
}

pub(super) async fn advance(
    State(simulation): State<Arc<Simulation>>,
    RawForm(form): RawForm,
) -> Response {
    let form = StrictQuery::parse(&form).unwrap_or_default();
    let Some(seconds) = form.get("seconds").and_then(|text| text.parse().ok()) else {
        return refused("The seconds must be a number.", PATH);
    };
    match advance_clock(&simulation, Duration::from_secs(seconds)) {
        Ok(()) => back_to(PATH),
        Err(words) => refused(words, PATH),
    }
}
