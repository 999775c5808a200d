//! Webhooks by hand.

use std::sync::Arc;

use axum::extract::{RawForm, State};
use axum::response::Response;
use maud::{Markup, html};
use uuid::Uuid;

use super::deliveries;
use super::form::{back_to, refused};
use crate::page::inspector_page;
use crate::signal::CATALOGUE;
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;
use crate::webhook::{AddressChange, Subscribe, Webhook, WebhookBook, WebhookOrder};

/// The section of the inspector that its pages belong to.
pub(super) const SECTION: &str = "/inspector/webhooks";

/// Where a webhook's page is.
pub(super) fn path_of(id: Uuid) -> String {
    format!("{SECTION}/{id}")
}

pub(super) async fn show(State(simulation): State<Arc<Simulation>>) -> Markup {
    let world = simulation.world();
    let book = &world.webhooks;
    let content = html! {
        p.lead {
            "What the simulator delivers by itself, and to whom. It delivers to "
            @if simulation.settings().deliver_anywhere { "any machine." }
            @else { "this machine only." }
        }
        @if book.webhooks.is_empty() {
            p.empty { "There is no webhook." }
        } @else {
            (table(book))
        }
        (new_webhook())
        (deliveries::section(book.deliveries(), SECTION))
    };
    inspector_page("Webhooks", SECTION, &content)
}

fn table(book: &WebhookBook) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label="Webhooks" {
            table {
                thead { tr {
                    th scope="col" { "Webhook" }
                    th scope="col" { "Delivers to" }
                    th scope="col" { "State" }
                    th scope="col" { "Signals" }
                    th scope="col" { "Subscribed" }
                } }
                tbody { @for webhook in &book.webhooks { (row(book, webhook)) } }
            }
        }
    }
}

fn row(book: &WebhookBook, webhook: &Webhook) -> Markup {
    let subscriptions = book
        .subscriptions
        .iter()
        .filter(|subscription| subscription.webhook_id == webhook.id);
    html! {
        tr {
            th scope="row" {
                a href=(path_of(webhook.id)) { (webhook.name) }
                small { code { (webhook.id) } }
            }
            td {
                code { (webhook.callback) }
                @if let Some(errors) = &webhook.error_callback {
                    small { "errors to " code { (errors) } }
                }
            }
            td {
                @if webhook.is_enabled { "enabled" } @else { "disabled" }
                small { (webhook.verification.name()) }
            }
            td {
                (webhook.signals.len())
                small { (webhook.triggers.len()) " triggers" }
            }
            td {
                (subscriptions.count())
                small { (webhook.subscribe.name()) }
            }
        }
    }
}

fn new_webhook() -> Markup {
    let all = codes_text(CATALOGUE.iter().map(|entry| entry.code));
    html! {
        form.panel method="post" action=(SECTION) {
            h2 { "Add a webhook" }
            (fields("Development", "", "", Subscribe::Automatically))
            details {
                summary { "Signals and triggers" }
                (code_fields(&all, &all))
            }
            div.actions { button.primary { "Add webhook" } }
        }
    }
}

/// Name, addresses and who subscribes.
pub(super) fn fields(name: &str, callback: &str, errors: &str, subscribe: Subscribe) -> Markup {
    let choice = |choice: Subscribe, words: &str| {
        html! { option value=(choice.name()) selected[choice == subscribe] { (words) } }
    };
    html! {
        div.fields {
            div {
                label for="name" { "Name" }
                input #name name="name" value=(name) maxlength="100" required autocomplete="off";
            }
            div {
                label for="callback" { "Callback URI" }
                input #callback type="url" name="callbackUri" value=(callback) required
                    autocomplete="off";
            }
            div {
                label for="errors" { "Error callback URI, or empty" }
                input #errors type="url" name="errorCallbackUri" value=(errors) autocomplete="off";
            }
            div {
                label for="subscribe" { "New vehicles are subscribed" }
                select #subscribe name="subscribe" {
                    (choice(Subscribe::Automatically, "automatically"))
                    (choice(Subscribe::ByRequest, "by request"))
                }
            }
        }
    }
}

/// The two lists of codes.
pub(super) fn code_fields(signals: &str, triggers: &str) -> Markup {
    html! {
        div.fields {
            div {
                label for="signals" { "Signals that are delivered, one a line" }
                textarea #signals name="signals" spellcheck="false" { (signals) }
            }
            div {
                label for="triggers" { "Signals whose change is a reason, one a line" }
                textarea #triggers name="triggers" spellcheck="false" { (triggers) }
            }
        }
    }
}

/// Codes, one a line.
pub(super) fn codes_text<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    codes.collect::<Vec<_>>().join("\n")
}

/// What the fields say.
pub(super) fn order_of(form: &StrictQuery) -> WebhookOrder {
    let text = |name: &str| form.get(name).map(|text| text.trim().to_owned());
    let codes = |name: &str| {
        let codes = form.get(name)?.split_whitespace();
        Some(codes.map(str::to_owned).collect())
    };
    WebhookOrder {
        name: text("name"),
        callback_uri: text("callbackUri"),
        error_callback_uri: match text("errorCallbackUri") {
            None => AddressChange::Keep,
            Some(text) if text.is_empty() => AddressChange::TakeAway,
            Some(text) => AddressChange::Become(text),
        },
        is_enabled: None,
        signals: codes("signals"),
        triggers: codes("triggers"),
        subscribe: [Subscribe::Automatically, Subscribe::ByRequest]
            .into_iter()
            .find(|choice| form.get("subscribe") == Some(choice.name())),
        verified: None,
    }
}

pub(super) async fn add(
    State(simulation): State<Arc<Simulation>>,
    RawForm(form): RawForm,
) -> Response {
    let Ok(form) = StrictQuery::parse(&form) else {
        return refused("A field came twice.", SECTION);
    };
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let quirks = world.quirks.general.clone();
    let entropy = simulation.entropy();
    match world.webhooks.make(order_of(&form), now, entropy) {
        Ok(id) => {
            world.webhooks.verify(id, &quirks, now, entropy);
            back_to(&path_of(id))
        }
        Err(words) => refused(&words, SECTION),
    }
}
