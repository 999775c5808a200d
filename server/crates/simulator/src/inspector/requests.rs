//! The request log.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

use super::form::back_to;
use crate::page::inspector_page;
use crate::simulation::Simulation;
use crate::world::RequestEntry;

const PATH: &str = "/inspector/requests";
/// So many are shown; the control plane gives all.
const SHOWN: usize = 200;

pub(super) async fn show(State(simulation): State<Arc<Simulation>>) -> Markup {
    let world = simulation.world();
    let entries: Vec<&RequestEntry> = world.requests.entries().rev().take(SHOWN).collect();
    let content = html! {
        p.lead {
            "What the application has asked the token endpoint and the vehicle API, the latest first."
        }
        @if entries.is_empty() {
            p.empty { "Nothing has been asked yet." }
        } @else {
            div.scroll tabindex="0" role="region" aria-label="Requests" {
                table {
                    thead { tr {
                        th scope="col" { "Number" }
                        th scope="col" { "Request" }
                        th scope="col" { "Route" }
                        th scope="col" { "Account" }
                        th scope="col" { "Status" }
                    } }
                    tbody { @for entry in entries { (row(entry)) } }
                }
            }
            form method="post" action="/inspector/requests/clear" {
                button { "Clear the log" }
            }
        }
    };
    inspector_page("Requests", PATH, &content)
}

fn row(entry: &RequestEntry) -> Markup {
    html! {
        tr {
            td { (entry.started_sequence) }
            th scope="row" {
                code { (entry.method) " " (entry.path) }
                @if let Some(query) = &entry.query { small { code { (query) } } }
                small { code { (entry.request_id) } }
            }
            td { (entry.route.unwrap_or("none")) }
            td { @if let Some(account) = &entry.account { (account) } }
            td {
                @match (entry.status, entry.finished_sequence) {
                    (Some(status), _) => (status),
                    (None, Some(_)) => "dropped",
                    (None, None) => "under way",
                }
            }
        }
    }
}

pub(super) async fn clear(State(simulation): State<Arc<Simulation>>) -> Response {
    simulation.world().requests.clear();
    back_to(PATH)
}
