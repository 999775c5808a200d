//! The simulated application, how to point a real one at it, and the reset.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

use super::form::back_to;
use crate::page::inspector_page;
use crate::program::exports;
use crate::simulation::Simulation;

pub(super) async fn show(State(simulation): State<Arc<Simulation>>) -> Markup {
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let left = world.limit.left(now);
    let settings = simulation.settings();
    let content = html! {
        p.lead { "The one application that this simulator knows." }
        div.panel {
            dl.facts {
                div {
                    dt { "Application ID" }
                    dd { code { (settings.application_id) } small { " in the Connect URL only" } }
                }
                div {
                    dt { "Client id" }
                    dd { code { (settings.client_id) } small { " at the token endpoint only" } }
                }
                div { dt { "Client secrets" } dd { (settings.client_secrets.len()) " valid" } }
                div {
                    dt { "Management tokens" }
                    dd {
                        (world.webhooks.tokens.len()) " valid"
                        small { " the first signs webhooks" }
                    }
                }
                div {
                    dt { "Redirect URIs" }
                    dd { ul { @for uri in &world.redirect_uris { li { code { (uri) } } } } }
                }
                div {
                    dt { "Token lifetime" }
                    dd { (settings.token_lifetime.as_secs()) " s" }
                }
                div {
                    dt { "Limits" }
                    dd {
                        @if world.limit.is_on { (format!("{left:.0} requests left, 2 more a minute")) }
                        @else { "off" }
                    }
                }
            }
        }
        section.panel aria-labelledby="environment" {
            h2 #environment { "Point an application here" }
            pre tabindex="0" { (exports(settings, &world.webhooks.tokens, simulation.origin())) }
        }
        form.panel method="post" action="/inspector/reset" {
            h2 { "Start over" }
            p {
                "Forgets accounts, connections, tokens, Connect sessions, faults, quirks, webhooks, the \
                 logs and the moved clock."
            }
            div.actions { button.danger { "Reset everything" } }
        }
    };
    inspector_page("Application", "/inspector/application", &content)
}

pub(super) async fn reset(State(simulation): State<Arc<Simulation>>) -> Response {
    simulation.reset();
    back_to("/")
}
