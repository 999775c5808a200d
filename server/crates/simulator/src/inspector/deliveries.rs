//! The log of deliveries.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::response::Response;
use maud::{Markup, html};
use uuid::Uuid;

use super::form::{back_to, refused};
use super::instant::instant;
use super::webhooks::{SECTION, path_of};
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;
use crate::webhook::{Attempt, Delivery, Progress};

/// So many are shown.
const SHOWN: usize = 100;

/// The latest deliveries, newest first. `back` is the page that this stands on.
pub(super) fn section<'a>(
    deliveries: impl DoubleEndedIterator<Item = &'a Delivery>,
    back: &str,
) -> Markup {
    let latest: Vec<&Delivery> = deliveries.rev().take(SHOWN).collect();
    html! {
        section aria-labelledby="deliveries" {
            h2 #deliveries { "Deliveries" }
            @if latest.is_empty() {
                p.empty { "Nothing was delivered yet." }
            } @else {
                div.scroll tabindex="0" role="region" aria-label="Deliveries" {
                    table {
                        thead { tr {
                            th scope="col" { "Event" }
                            th scope="col" { "Because of" }
                            th scope="col" { "Attempts" }
                            th scope="col" { "State" }
                            th scope="col" { "Action" }
                        } }
                        tbody { @for delivery in latest { (row(delivery, back)) } }
                    }
                }
            }
        }
    }
}

fn row(delivery: &Delivery, back: &str) -> Markup {
    let event = &delivery.event;
    html! {
        tr {
            th scope="row" {
                (event.kind.name())
                small { (instant(delivery.queued)) }
                small { code { (event.id) } }
                @if let Some(account) = &delivery.account { small { (account) } }
                @if let Some(mishap) = delivery.mishap { small { (mishap.words()) } }
            }
            td { (reasons(&event.reasons)) }
            td {
                @if !delivery.attempts.is_empty() {
                    ol { @for attempt in &delivery.attempts { li { (attempt_words(attempt)) } } }
                }
                (body(delivery))
            }
            td {
                (delivery.progress.name())
                @match &delivery.progress {
                    Progress::Waiting(due) => small { "next attempt " (instant(*due)) },
                    Progress::Dropped(why) => small { (why) },
                    _ => {}
                }
            }
            td {
                @if delivery.last_sent.is_some() {
                    form method="post" action={ "/inspector/deliveries/" (delivery.id) "/repeat" } {
                        input type="hidden" name="back" value=(back);
                        button aria-label={ "Repeat " (event.kind.name()) " " (event.id) } {
                            "Repeat"
                        }
                    }
                }
            }
        }
    }
}

fn reasons(reasons: &[String]) -> Markup {
    html! {
        @match reasons {
            [] => {}
            [only] => code { (only) },
            several => details {
                summary { (several.len()) " reasons" }
                ul { @for reason in several { li { code { (reason) } } } }
            },
        }
    }
}

fn attempt_words(attempt: &Attempt) -> String {
    match &attempt.ended {
        Some((ended, outcome)) => format!("{} {}", instant(*ended), outcome.words()),
        None => format!("{} under way", instant(attempt.sent)),
    }
}

fn body(delivery: &Delivery) -> Markup {
    let text = delivery.last_sent.as_ref().map(|sent| {
        let value: Option<serde_json::Value> = serde_json::from_slice(&sent.body).ok();
        value.and_then(|value| serde_json::to_string_pretty(&value).ok())
    });
    html! {
        @if let Some(Some(text)) = text {
            details { summary { "Body" } pre tabindex="0" { (text) } }
        }
    }
}

pub(super) async fn repeat(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    RawForm(form): RawForm,
) -> Response {
    let form = StrictQuery::parse(&form).unwrap_or_default();
    let mut world = simulation.world();
    let looker = simulation.looker(simulation.now(&world));
    let of_webhook = form
        .get("back")
        .and_then(|back| back.strip_prefix(SECTION)?.strip_prefix('/'))
        .and_then(|id| Uuid::parse_str(id).ok());
    let back = of_webhook.map_or_else(|| SECTION.to_owned(), path_of);
    match world.webhooks.repeat(id, looker) {
        Some(_) => back_to(&back),
        None => refused("There is nothing to send again.", &back),
    }
}
