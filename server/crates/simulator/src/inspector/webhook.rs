//! One webhook: what it is, what it is to do, and what became of its deliveries.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use uuid::Uuid;

use super::webhook_actions::{ACTIONS, MISHAPS};
use super::webhooks::{SECTION, code_fields, codes_text, fields, path_of};
use super::{deliveries, vehicle};
use crate::page::{inspector_page, nothing_here};
use crate::simulation::Simulation;
use crate::webhook::{Subscription, Webhook};
use crate::world::World;

pub(super) async fn show(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Response {
    let world = simulation.world();
    let Some(webhook) = world.webhooks.webhook(id) else {
        return nothing_here();
    };
    let subscriptions: Vec<&Subscription> = world
        .webhooks
        .subscriptions
        .iter()
        .filter(|subscription| subscription.webhook_id == id)
        .collect();
    let of_webhook = world
        .webhooks
        .deliveries()
        .filter(|delivery| delivery.webhook_id == id);
    let content = html! {
        (facts(webhook))
        (actions(&world, webhook, &subscriptions))
        (subscriptions_section(&world, webhook, &subscriptions))
        (deliveries::section(of_webhook, &path_of(id)))
        (change(webhook))
    };
    let page = inspector_page(&webhook.name, SECTION, &content);
    (StatusCode::OK, page).into_response()
}

fn facts(webhook: &Webhook) -> Markup {
    html! {
        div.panel {
            dl.facts {
                div { dt { "Id" } dd { code { (webhook.id) } } }
                div { dt { "Delivers to" } dd { code { (webhook.callback) } } }
                @if let Some(errors) = &webhook.error_callback {
                    div { dt { "Errors to" } dd { code { (errors) } } }
                }
                div {
                    dt { "State" }
                    dd { @if webhook.is_enabled { "enabled" } @else { "disabled" } }
                }
                div { dt { "Receiver" } dd { (webhook.verification.name()) } }
                div {
                    dt { "Signals" }
                    dd {
                        (webhook.signals.len()) " delivered, "
                        (webhook.triggers.len()) " triggers"
                    }
                }
            }
        }
    }
}

fn actions(world: &World, webhook: &Webhook, subscriptions: &[&Subscription]) -> Markup {
    let path = format!("{}/act", path_of(webhook.id));
    let planned: Vec<String> = world
        .webhooks
        .planned_for(webhook.id)
        .map(|planned| format!("{} × {}", planned.times, planned.mishap.words()))
        .collect();
    html! {
        form.panel method="post" action=(path) {
            h2 { "Do" }
            div.actions {
                @for (action, words) in ACTIONS {
                    @let is_idle = (action == "enable") == webhook.is_enabled;
                    @if !(matches!(action, "enable" | "disable") && is_idle) {
                        button name="action" value=(action) { (words) }
                    }
                }
            }
        }
        form.panel method="post" action=(path) {
            h2 { "Something goes wrong" }
            @if planned.is_empty() { p { "Nothing is planned." } }
            @else { p { "Planned: " (planned.join(", ")) "." } }
            div.fields {
                div {
                    label for="mishap" { "What" }
                    select #mishap name="mishap" {
                        @for (name, words, _) in MISHAPS { option value=(name) { (words) } }
                    }
                }
                div {
                    label for="vehicle" { "Vehicle" }
                    select #vehicle name="vehicle" {
                        option value="" { "any" }
                        @for subscription in subscriptions {
                            option value=(subscription.vehicle_id) {
                                (car(world, subscription.vehicle_id))
                            }
                        }
                    }
                }
            }
            div.actions {
                button.primary name="action" value="plan" { "To the next delivery" }
                button name="action" value="deliver" { "Deliver so now" }
                button name="action" value="forgetPlans" { "Forget what is planned" }
            }
        }
    }
}

fn subscriptions_section(
    world: &World,
    webhook: &Webhook,
    subscriptions: &[&Subscription],
) -> Markup {
    html! {
        section aria-labelledby="subscriptions" {
            h2 #subscriptions { "Subscribed vehicles" }
            @if subscriptions.is_empty() {
                p.empty { "No vehicle is subscribed." }
            } @else {
                div.scroll tabindex="0" role="region" aria-label="Subscribed vehicles" {
                    table {
                        thead { tr {
                            th scope="col" { "Car" }
                            th scope="col" { "Account" }
                            th scope="col" { "Action" }
                        } }
                        tbody { @for subscription in subscriptions { tr {
                            th scope="row" {
                                a href=(vehicle::path_of(subscription.vehicle_id)) {
                                    (car(world, subscription.vehicle_id))
                                }
                                small { code { (subscription.vehicle_id) } }
                            }
                            td {
                                @if let Some(account) = world.account_of(subscription.user_id) {
                                    (account)
                                }
                            }
                            td {
                                form method="post" action={ (path_of(webhook.id)) "/act" } {
                                    input type="hidden" name="subscription" value=(subscription.id);
                                    button name="action" value="unsubscribe" { "Unsubscribe" }
                                }
                            }
                        } } }
                    }
                }
            }
        }
    }
}

fn change(webhook: &Webhook) -> Markup {
    let errors = webhook.error_callback.as_ref().map_or("", url::Url::as_str);
    let signals = codes_text(webhook.signals.iter().map(String::as_str));
    let triggers = codes_text(webhook.triggers.iter().map(String::as_str));
    html! {
        form.panel method="post" action=(path_of(webhook.id)) {
            h2 { "Change the webhook" }
            (fields(&webhook.name, webhook.callback.as_str(), errors, webhook.subscribe))
            (code_fields(&signals, &triggers))
            div.actions { button.primary { "Save" } }
        }
    }
}

/// Make and model.
fn car(world: &World, vehicle_id: Uuid) -> String {
    world
        .vehicles
        .get(&vehicle_id)
        .map_or_else(String::new, vehicle::name)
}
