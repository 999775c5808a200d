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
const SWITCHES: [(&str, &str); 11] = [
    (
        "numericTimestamps",
        "Connections carry their times as milliseconds since 1970.",
    ),
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
];

pub(super) async fn show(State(simulation): State<Arc<Simulation>>) -> Markup {
    let world = simulation.world();
    let quirks = &world.quirks.general;
    let values = serde_json::to_value(quirks).unwrap_or_default();
    let status = quirks.unknown_user_status.map(u16::from);
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
                div {
                    label for="status" { "Listing for an unknown user" }
                    select #status name="unknownUserStatus" {
                        option value="" { "an empty page" }
                        @for choice in [403, 404] {
                            option value=(choice) selected[status == Some(choice)] { (choice) }
                        }
                    }
                }
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

pub(super) async fn set(
    State(simulation): State<Arc<Simulation>>,
    RawForm(form): RawForm,
) -> Response {
    let form = StrictQuery::parse(&form).unwrap_or_default();
    let mut order = Map::new();
    for (name, _) in SWITCHES {
        order.insert(name.to_owned(), form.get(name).is_some().into());
    }
    for name in ["externalIdDelayReads", "unknownUserStatus"] {
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
