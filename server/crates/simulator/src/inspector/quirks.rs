//! Quirks by hand.

use std::sync::Arc;

use axum::extract::{RawForm, State};
use axum::response::Response;
use maud::{Markup, html};
use serde_json::{Map, Value};

use super::form::{back_to, refused};
use crate::page::inspector_page;
use crate::quirks::Quirks;
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;

const PATH: &str = "/inspector/quirks";

/// The switches by their names in the control plane.
const SWITCHES: [(&str, &str); 26] = [
    ("numericTimestamps", "Times are milliseconds since 1970."),
    ("bareVehicle", "A vehicle comes without its data envelope."),
    ("stringYear", "A year is a text."),
    (
        "ignoreExternalIdFilter",
        "The filter for the external id has no effect: does the application compare again?",
    ),
    (
        "ignoreUnknownFilters",
        "Unknown filters have no effect instead of being refused.",
    ),
    ("omitExternalId", "The external id is never shown."),
    (
        "omitUserAttributes",
        "A connection says who its user is in its relationships only.",
    ),
    (
        "longPages",
        "A page holds 50 connections unless asked otherwise, and not 10.",
    ),
    (
        "withholdCode",
        "Connect returns no code even when asked for one.",
    ),
    (
        "userPerPerson",
        "One user id an e-mail address, whatever the brand.",
    ),
    (
        "plainSpecialAccounts",
        "The special e-mail addresses are ordinary ones.",
    ),
    (
        "bareSignal",
        "A single signal comes without its data envelope.",
    ),
    ("wrongTireUnit", "The tyres say bar and mean kilopascal."),
    (
        "emptyStoreNotFound",
        "An empty signal store answers 404 instead of an empty list.",
    ),
    (
        "wholeSecondOemTimes",
        "The time at which the car said something knows no fractions of a second.",
    ),
    (
        "signalsCostEach",
        "Reading all signals costs one request of the month's allowance for each of them.",
    ),
    (
        "permissionAsAccessDenied",
        "A missing permission is AUTHENTICATION/ACCESS_DENIED instead of PERMISSION.",
    ),
    (
        "applicationRetryAfter",
        "The limit of the application says when to ask again.",
    ),
    (
        "failedLoginFailsReads",
        "Where the owner has to log in again, reading fails altogether instead of each signal.",
    ),
    (
        "documentedWebhooks",
        "Deliveries have their triggers inside data, vehicleId at the top, and fetchedAt.",
    ),
    (
        "webhookOtherTimes",
        "Deliveries have their times as text, and a VERIFY as a number.",
    ),
    (
        "webhookWithoutStatus",
        "Good signals are delivered without a status.",
    ),
    (
        "webhookDeliveryTime",
        "Deliveries say deliveryTime in place of deliveredAt.",
    ),
    (
        "webhookSignalNames",
        "Deliveries name signals as Group.Name.",
    ),
    ("signedVerify", "A VERIFY is signed."),
    (
        "refuseSimulatedSubscriptions",
        "Simulated vehicles cannot be subscribed to webhooks.",
    ),
];

pub(super) async fn show(State(simulation): State<Arc<Simulation>>) -> Markup {
    let world = simulation.world();
    let quirks = &world.quirks.general;
    let values = serde_json::to_value(quirks).unwrap_or_default();
    let content = html! {
        p.lead {
            "Where the real service may differ from its documentation. All are off at the start; an \
             account can have a set of its own through the control plane."
        }
        form.panel method="post" action=(PATH) {
            div.switches {
                @for (name, words) in SWITCHES {
                    div.switch {
                        input type="checkbox" id=(name) name=(name) value="on"
                            checked[values[name] == true] aria-describedby={ "about-" (name) };
                        label for=(name) { code { (name) } }
                        small id={ "about-" (name) } { (words) }
                    }
                }
            }
            div.fields {
                div {
                    label for="delay" { "Listings that do not know a new external id yet" }
                    input #delay type="number" name="externalIdDelayReads" min="0" max="1000000"
                        value=(quirks.external_id_delay_reads);
                }
                (choice(
                    "unknownUserStatus",
                    "Listing for an unknown user",
                    &[("", "an empty page"), ("403", "403"), ("404", "404")],
                    &values,
                ))
                (choice(
                    "unconnectedUserStatus",
                    "Signals and commands for a user without the car",
                    &[("", "403"), ("404", "404")],
                    &values,
                ))
                (choice(
                    "slowErrorShape",
                    "Errors inside a 202",
                    &[("errors", "in a list"), ("error", "in an object"), ("bare", "bare")],
                    &values,
                ))
            }
            div.actions { button.primary { "Save" } }
        }
        @if !world.quirks.accounts.is_empty() {
            div.panel {
                h2 { "Accounts with a set of their own" }
                ul { @for account in world.quirks.accounts.keys() { li { (account) } } }
            }
        }
    };
    inspector_page("Quirks", PATH, &content)
}

/// A switch with more than two positions.
fn choice(name: &str, words: &str, choices: &[(&str, &str)], values: &Value) -> Markup {
    let chosen = match &values[name] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    html! {
        div {
            label for=(name) { (words) }
            select id=(name) name=(name) {
                @for (value, words) in choices {
                    option value=(value) selected[*value == chosen] { (words) }
                }
            }
        }
    }
}

pub(super) async fn set(
    State(simulation): State<Arc<Simulation>>,
    RawForm(form): RawForm,
) -> Response {
    let form = StrictQuery::parse(&form).unwrap_or_default();
    let mut order = Map::new();
    for (name, _) in SWITCHES {
        order.insert(name.to_owned(), form.get(name).is_some().into());
    }
    if let Some(shape) = form.get("slowErrorShape") {
        order.insert("slowErrorShape".to_owned(), shape.into());
    }
    for name in [
        "externalIdDelayReads",
        "unknownUserStatus",
        "unconnectedUserStatus",
    ] {
        if let Some(number) = form.get(name).and_then(|text| text.parse::<u32>().ok()) {
            order.insert(name.to_owned(), number.into());
        }
    }
    match serde_json::from_value::<Quirks>(Value::Object(order)) {
        Ok(quirks) => {
            simulation.world().quirks.set(None, quirks);
            back_to(PATH)
        }
        Err(error) => refused(&error.to_string(), PATH),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_switch_is_on_the_page() {
        let value = serde_json::to_value(Quirks::default()).unwrap();
        let switches: BTreeSet<&str> = value
            .as_object()
            .unwrap()
            .iter()
            .filter(|(_, value)| value.is_boolean())
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(
            switches,
            SWITCHES.into_iter().map(|(name, _)| name).collect()
        );
    }
}
