//! One signal by hand.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::html;
use uuid::Uuid;

use super::form::{back_to, refused};
use super::instant::instant;
use super::vehicle::{SECTION, name, path_of};
use super::vehicle_signals::words;
use crate::page::{inspector_page, nothing_here};
use crate::signal::{SignalError, SignalOrder};
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;

/// Errors to choose from, as `TYPE/CODE`.
const ERRORS: [&str; 7] = [
    "COMPATIBILITY/VEHICLE_NOT_CAPABLE",
    "VEHICLE_STATE/ASLEEP",
    "VEHICLE_STATE/UNREACHABLE",
    "CONNECTED_SERVICES_ACCOUNT/SUBSCRIPTION",
    "UPSTREAM/NO_RESPONSE",
    "RATE_LIMIT/VEHICLE",
    "PERMISSION/UNKNOWN",
];

pub(super) async fn show(
    State(simulation): State<Arc<Simulation>>,
    Path((id, code)): Path<(Uuid, String)>,
) -> Response {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let Some(vehicle) = world.vehicles.get_mut(&id) else {
        return nothing_here();
    };
    vehicle.settle(now);
    let reading = vehicle.store.get(&code);
    let body = reading
        .and_then(|reading| reading.outcome.body())
        .and_then(|body| serde_json::to_string_pretty(body).ok())
        .unwrap_or_default();
    let content = html! {
        p.lead { a href=(path_of(id)) { (name(vehicle)) } }
        div.panel {
            @match reading {
                Some(reading) => dl.facts {
                    div { dt { "It says" } dd { (words(&reading.outcome)) } }
                    @if let Some(at) = reading.times.oem_updated {
                        div { dt { "The car said so" } dd { (instant(at)) } }
                    }
                    @if let Some(at) = reading.times.retrieved {
                        div { dt { "Smartcar fetched it" } dd { (instant(at)) } }
                    }
                    div { dt { "The store took it in" } dd { (instant(reading.times.ingested)) } }
                },
                None => p { "The store does not hold this signal." },
            }
        }
        form.panel method="post" {
            h2 { "Set it by hand" }
            label for="body" { "Body (JSON)" }
            textarea #body name="body" rows="8" spellcheck="false" { (body) }
            div.actions {
                button.primary name="action" value="body" { "Set the body" }
            }
            div.fields {
                div {
                    label for="error" { "Error" }
                    select #error name="error" {
                        @for error in ERRORS { option { (error) } }
                    }
                }
                div.actions { button name="action" value="error" { "Set the error" } }
            }
            div.actions {
                button name="action" value="unavailable" { "Make it unavailable" }
                button name="action" value="absent" { "Take it out of the store" }
                button name="action" value="restore" { "Back to what the car says" }
            }
        }
    };
    (StatusCode::OK, inspector_page(&code, SECTION, &content)).into_response()
}

pub(super) async fn set(
    State(simulation): State<Arc<Simulation>>,
    Path((id, code)): Path<(Uuid, String)>,
    RawForm(form): RawForm,
) -> Response {
    let form = StrictQuery::parse(&form).unwrap_or_default();
    let path = format!("{}/signals/{code}", path_of(id));
    let mut order = SignalOrder::default();
    match form.get("action").unwrap_or_default() {
        "body" => match serde_json::from_str(form.get("body").unwrap_or_default()) {
            Ok(body) => order.body = Some(body),
            Err(error) => return refused(&format!("The body is no JSON: {error}."), &path),
        },
        "error" => {
            let chosen = form.get("error").unwrap_or_default();
            let Some((kind, error_code)) = chosen.split_once('/') else {
                return refused("Choose an error.", &path);
            };
            let detail = "An error of the simulator.";
            order.error = Some(SignalError::new(kind, Some(error_code), detail));
        }
        "unavailable" => order.unavailable = true,
        "absent" => order.absent = true,
        "restore" => {}
        _ => return refused("Press one of the buttons.", &path),
    }
    let is_restored = form.get("action") == Some("restore");
    if !is_restored && let Some(problem) = order.problem(&code) {
        return refused(&problem, &path);
    }
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let Some(vehicle) = world.vehicles.get_mut(&id) else {
        return refused("There is no such vehicle any more.", SECTION);
    };
    if is_restored {
        vehicle.restore_signal(&code, now);
    } else {
        vehicle.set_signal(&code, &order, now);
    }
    back_to(&path)
}
