//! Faults by hand.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::response::Response;
use maud::{Markup, html};

use super::form::{back_to, refused};
use crate::fault::{Fault, FaultKind, FaultOrder, StatusFault};
use crate::fleet::EmailAddress;
use crate::page::inspector_page;
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;
use crate::traffic::ApiRoute;

const PATH: &str = "/inspector/faults";

/// The faults that can be chosen by a name.
fn choices() -> [(&'static str, FaultKind); 14] {
    let status = |code, error_type: &str, error_code: &str, retry_after_seconds| {
        FaultKind::Status(StatusFault {
            code,
            error_type: error_type.to_owned(),
            error_code: error_code.to_owned(),
            retry_after_seconds,
        })
    };
    [
        (
            "unauthorized",
            status(401, "AUTHENTICATION", "UNAUTHORIZED", None),
        ),
        (
            "throttled",
            status(429, "RATE_LIMIT", "SMARTCAR_API", Some(30)),
        ),
        ("plan", status(430, "BILLING", "VEHICLE_LIMIT", None)),
        ("internal", status(500, "SERVER", "INTERNAL", None)),
        ("upstream", status(502, "UPSTREAM", "NO_RESPONSE", None)),
        ("gateway", FaultKind::Html(503)),
        ("truncated", FaultKind::Truncated),
        ("malformed", FaultKind::MalformedJson),
        ("missing", FaultKind::MissingFields),
        ("types", FaultKind::WrongTypes),
        ("empty", FaultKind::Empty),
        ("drop", FaultKind::Drop),
        ("delay", FaultKind::DelayMilliseconds(5_000)),
        ("hold", FaultKind::Hold),
    ]
}

pub(super) async fn show(State(simulation): State<Arc<Simulation>>) -> Markup {
    let world = simulation.world();
    let faults: Vec<&Fault> = world.faults.all().collect();
    let content = html! {
        p.lead { "Answers that go wrong on purpose. The API of the control plane can do more." }
        (new_fault())
        @if faults.is_empty() {
            p.empty { "Nothing goes wrong on purpose." }
        } @else {
            div.scroll tabindex="0" role="region" aria-label="Faults" {
                table {
                    thead { tr {
                        th scope="col" { "Fault" }
                        th scope="col" { "Route" }
                        th scope="col" { "Account" }
                        th scope="col" { "Applied" }
                        th scope="col" { "Held now" }
                        th scope="col" { "Action" }
                    } }
                    tbody { @for fault in faults { (row(fault)) } }
                }
            }
        }
    };
    inspector_page("Faults", PATH, &content)
}

fn new_fault() -> Markup {
    html! {
        form.panel method="post" action=(PATH) {
            h2 { "Add a fault" }
            div.fields {
                div {
                    label for="kind" { "What goes wrong" }
                    select #kind name="kind" {
                        @for (name, kind) in choices() { option value=(name) { (kind.words()) } }
                    }
                }
                div {
                    label for="route" { "Route" }
                    select #route name="route" {
                        option value="" { "every route" }
                        @for route in ApiRoute::ALL { option { (route.name()) } }
                    }
                }
                div {
                    label for="account" { "Account, or empty for all" }
                    input #account type="email" name="account" autocomplete="off";
                }
                div {
                    label for="times" { "Times, or empty for always" }
                    input #times type="number" name="times" min="1" max="1000000";
                }
            }
            div.actions { button.primary { "Add fault" } }
        }
    }
}

fn row(fault: &Fault) -> Markup {
    let words = fault.order.kind.words();
    html! {
        tr {
            th scope="row" { (words) }
            td { (fault.order.route.map_or("every route", ApiRoute::name)) }
            td { @if let Some(account) = &fault.order.account { (account) } @else { "all" } }
            td {
                (fault.applied)
                @if let Some(left) = fault.times_left() { small { (left) " left" } }
            }
            td { (fault.gate.held()) }
            td {
                div.actions {
                    @if fault.order.kind == FaultKind::Hold && !fault.gate.is_open() {
                        form method="post" action={ (PATH) "/" (fault.id) "/release" } {
                            button { "Release" }
                        }
                    }
                    form method="post" action={ (PATH) "/" (fault.id) "/remove" } {
                        button aria-label={ "Remove: " (words) } { "Remove" }
                    }
                }
            }
        }
    }
}

pub(super) async fn add(
    State(simulation): State<Arc<Simulation>>,
    RawForm(form): RawForm,
) -> Response {
    let form = StrictQuery::parse(&form).unwrap_or_default();
    match fault_order(&form) {
        Ok(order) => {
            simulation.world().faults.add(order);
            back_to(PATH)
        }
        Err(words) => refused(words, PATH),
    }
}

fn fault_order(form: &StrictQuery) -> Result<FaultOrder, &'static str> {
    let field = |name| form.get(name).filter(|text| !text.is_empty());
    let kind = choices()
        .into_iter()
        .find(|(name, _)| field("kind") == Some(name));
    let (_, kind) = kind.ok_or("Choose what goes wrong.")?;
    let route = field("route").map(|name| {
        let mut routes = ApiRoute::ALL.into_iter();
        routes
            .find(|route| route.name() == name)
            .ok_or("There is no such route.")
    });
    let account = field("account")
        .map(|text| EmailAddress::parse(text).ok_or("The account must be an e-mail address."));
    let times = field("times").map(|text| {
        text.parse()
            .ok()
            .filter(|times| *times > 0)
            .ok_or("The times must be a number.")
    });
    Ok(FaultOrder {
        account: account.transpose()?,
        route: route.transpose()?,
        times: times.transpose()?,
        kind,
    })
}

pub(super) async fn remove(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<u64>,
) -> Response {
    if simulation.world().faults.remove(id) {
        back_to(PATH)
    } else {
        refused("There is no such fault any more.", PATH)
    }
}

pub(super) async fn release(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<u64>,
) -> Response {
    let world = simulation.world();
    match world.faults.get(id) {
        Some(fault) => {
            fault.gate.open();
            back_to(PATH)
        }
        None => refused("There is no such fault any more.", PATH),
    }
}
