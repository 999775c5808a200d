//! A vehicle's commands: those it was sent, and what is to become of the next one.

use maud::{Markup, html};

use super::instant::instant;
use super::vehicle::path_of;
use super::vehicle_actions::button;
use crate::command::{Answer, CommandEntry, Conclusion, LostWhen, Scenario, Seen, Slow};
use crate::fault::StatusFault;
use crate::world::Vehicle;

const PLANS: [(&str, &str); 8] = [
    ("next.slow", "Slow: hold the result"),
    ("next.refused", "Refused: door open"),
    ("next.throttled", "Refused: asked too often"),
    ("next.upstream", "Refused: no response"),
    ("next.lostBefore", "Lost before the car does it"),
    ("next.lostAfter", "Lost after the car has done it"),
    ("next.unseen", "Accepted and never seen"),
    ("next.late", "Seen after five minutes"),
];
const RELEASE: &str = "release";
const FORGET: &str = "forget";

pub(super) fn section(vehicle: &Vehicle) -> Markup {
    let held = vehicle.commands.gate().held();
    let planned = vehicle.commands.planned().count();
    let entries: Vec<&CommandEntry> = vehicle.commands.entries().rev().collect();
    html! {
        form.panel method="post" action={ (path_of(vehicle.id)) "/act" } {
            h2 { "The next command" }
            p { (planned) " spoken of, " (held) " held now." }
            div.actions {
                @for (action, words) in PLANS { (button(action, words)) }
            }
            @if held > 0 || planned > 0 {
                div.actions {
                    @if held > 0 { (button(RELEASE, "Release what is held")) }
                    @if planned > 0 { (button(FORGET, "Forget what was said of the next ones")) }
                }
            }
        }
        @if entries.is_empty() {
            p.empty { "It was sent no command yet." }
        } @else {
            div.scroll tabindex="0" role="region" aria-label="Commands" {
                table {
                    thead { tr {
                        th scope="col" { "Command" }
                        th scope="col" { "Sent" }
                        th scope="col" { "Outcome" }
                        th scope="col" { "In the signals" }
                    } }
                    tbody { @for entry in entries { (row(entry)) } }
                }
            }
        }
    }
}

fn row(entry: &CommandEntry) -> Markup {
    html! {
        tr {
            th scope="row" {
                (entry.kind.name())
                @if let Some(parameters) = &entry.parameters {
                    small { code { (parameters.to_string()) } }
                }
                small { code { (entry.id) } }
            }
            td { (instant(entry.sent)) }
            td {
                @match &entry.conclusion {
                    Conclusion::UnderWay => "under way",
                    Conclusion::Succeeded => "succeeded",
                    Conclusion::Refused(words) => { "refused" small { (words) } },
                    Conclusion::Lost { is_done: true } => "answer lost, done",
                    Conclusion::Lost { is_done: false } => "lost, not done",
                }
            }
            td {
                @match entry.seen {
                    Some(seen) => (instant(seen)),
                    None => "never",
                }
            }
        }
    }
}

/// Does what a button of this section says; whether it is one of them.
pub(super) fn plan(vehicle: &mut Vehicle, action: &str) -> bool {
    match action {
        RELEASE => vehicle.commands.release(),
        FORGET => vehicle.commands.forget_plans(),
        _ => {
            let Some(scenario) = scenario_of(action) else {
                return false;
            };
            vehicle.commands.plan(scenario);
        }
    }
    true
}

fn scenario_of(action: &str) -> Option<Scenario> {
    let refused = |code, error_type: &str, error_code: &str, retry_after_seconds| {
        let fault = StatusFault {
            code,
            error_type: error_type.to_owned(),
            error_code: error_code.to_owned(),
            retry_after_seconds,
        };
        Scenario::for_any(Some(Answer::Refused(fault)), None, None)
    };
    let lost = |when| Scenario::for_any(Some(Answer::Lost(when)), None, None);
    Some(match action {
        "next.slow" => Scenario::for_any(None, Some(Slow::Held), None),
        "next.refused" => refused(409, "VEHICLE_STATE", "DOOR_OPEN", None),
        "next.throttled" => refused(429, "RATE_LIMIT", "VEHICLE", Some(120)),
        "next.upstream" => refused(502, "UPSTREAM", "NO_RESPONSE", None),
        "next.lostBefore" => lost(LostWhen::BeforeEffect),
        "next.lostAfter" => lost(LostWhen::AfterEffect),
        "next.unseen" => Scenario::for_any(None, None, Some(Seen::Never)),
        "next.late" => Scenario::for_any(None, None, Some(Seen::AfterSeconds(300))),
        _ => return None,
    })
}
