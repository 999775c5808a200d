//! A vehicle's signals, by group.

use maud::{Markup, html};

use super::instant::instant;
use super::vehicle::path_of;
use crate::signal::{CATALOGUE, Hand, Outcome, Reading, StoreState, entry_of};
use crate::world::Vehicle;

pub(super) fn section(vehicle: &Vehicle) -> Markup {
    let mut groups: Vec<&str> = CATALOGUE.iter().map(|entry| entry.group).collect();
    groups.dedup();
    let others: Vec<(&str, &Reading)> = vehicle
        .store
        .all()
        .filter(|(code, _)| entry_of(code).is_none())
        .collect();
    html! {
        section aria-labelledby="signals" {
            h2 #signals { "Signals" }
            @if vehicle.store.state == StoreState::Empty {
                p { "The store gives nothing away at present." }
            }
        }
        @for group in groups {
            @let signals = vehicle.store.all().filter(|(code, _)| {
                entry_of(code).is_some_and(|entry| entry.group == group)
            });
            (table(vehicle, group, signals.collect()))
        }
        @if !others.is_empty() { (table(vehicle, "Others", others)) }
    }
}

fn table(vehicle: &Vehicle, group: &str, signals: Vec<(&str, &Reading)>) -> Markup {
    html! {
        details.group {
            summary { (group) " " small { (signals.len()) } }
            div.scroll tabindex="0" role="region" aria-label={ "Signals: " (group) } {
                table {
                    thead { tr {
                        th scope="col" { "Signal" }
                        th scope="col" { "It says" }
                        th scope="col" { "The car said so" }
                    } }
                    tbody {
                        @for (code, reading) in signals {
                            tr {
                                th scope="row" {
                                    a href={ (path_of(vehicle.id)) "/signals/" (code) } { (code) }
                                    @if reading.hand != Hand::Untouched { small { "by hand" } }
                                }
                                td { (words(&reading.outcome)) }
                                td { @if let Some(at) = reading.times.oem_updated { (instant(at)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What a signal says, in short.
pub(super) fn words(outcome: &Outcome) -> Markup {
    html! {
        @match outcome {
            Outcome::Success(body) => code { (body.to_string()) },
            Outcome::Error { error, .. } => {
                (error.kind) @if let Some(code) = &error.code { "/" (code) }
            },
            Outcome::Unavailable => "unavailable",
        }
    }
}
