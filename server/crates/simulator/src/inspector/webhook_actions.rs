//! What can be done to a webhook with one button.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::response::Response;
use uuid::Uuid;

use super::form::{back_to, refused};
use super::webhooks::{SECTION, order_of, path_of};
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;
use crate::webhook::{Forgery, Mishap, PlannedMishap, Verification, WebhookOrder};
use crate::world::World;

pub(super) const ACTIONS: [(&str, &str); 5] = [
    ("verify", "Verify"),
    ("test", "Send a sample"),
    ("enable", "Enable"),
    ("disable", "Disable"),
    ("remove", "Remove"),
];

/// The mishaps that can be chosen by a name.
pub(super) const MISHAPS: [(&str, &str, Option<Mishap>); 11] = [
    ("none", "Nothing", None),
    ("duplicated", "It comes twice", Some(Mishap::Duplicated)),
    (
        "overtaken",
        "It comes after the next one",
        Some(Mishap::Overtaken),
    ),
    (
        "delayed",
        "It comes a minute late",
        Some(Mishap::DelayedSeconds(60)),
    ),
    ("lost", "It never comes", Some(Mishap::Lost)),
    (
        "wrong",
        "Forged: a wrong signature",
        Some(Mishap::Forged(Forgery::WrongSignature)),
    ),
    (
        "none-signed",
        "Forged: no signature",
        Some(Mishap::Forged(Forgery::NoSignature)),
    ),
    (
        "truncated",
        "Forged: half a signature",
        Some(Mishap::Forged(Forgery::TruncatedSignature)),
    ),
    (
        "doubled",
        "Forged: two signatures",
        Some(Mishap::Forged(Forgery::DoubledSignature)),
    ),
    (
        "other",
        "Forged: with another key",
        Some(Mishap::Forged(Forgery::OtherKey)),
    ),
    (
        "altered",
        "Forged: a body changed afterwards",
        Some(Mishap::Forged(Forgery::AlteredBody)),
    ),
];

pub(super) async fn act(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    RawForm(form): RawForm,
) -> Response {
    let form = StrictQuery::parse(&form).unwrap_or_default();
    let mut world = simulation.world();
    if world.webhooks.webhook(id).is_none() {
        return refused("There is no such webhook any more.", SECTION);
    }
    if form.get("action") == Some("remove") {
        world.webhooks.remove(id);
        return back_to(SECTION);
    }
    match carry_out(&simulation, &mut world, id, &form) {
        Ok(()) => back_to(&path_of(id)),
        Err(words) => refused(&words, &path_of(id)),
    }
}

fn carry_out(
    simulation: &Simulation,
    world: &mut World,
    id: Uuid,
    form: &StrictQuery,
) -> Result<(), String> {
    let now = simulation.now(world);
    let looker = simulation.looker(now);
    let quirks = world.quirks.general.clone();
    let action = form.get("action").unwrap_or_default();
    match action {
        "verify" => world.webhooks.verify(id, &quirks, now, looker.entropy),
        "test" => {
            world.webhooks.send_sample(id, &quirks, looker);
        }
        "enable" | "disable" => {
            let order = WebhookOrder {
                is_enabled: Some(action == "enable"),
                ..WebhookOrder::default()
            };
            return world.webhooks.change(id, order, now).unwrap_or(Ok(()));
        }
        "forgetPlans" => world.webhooks.forget_plans(id),
        "plan" => {
            let planned = PlannedMishap {
                mishap: mishap_of(form)?.ok_or("Choose what goes wrong.")?,
                times: 1,
                vehicle: vehicle_of(form)?,
            };
            world.webhooks.plan(id, planned)?;
        }
        "deliver" => {
            let vehicle = vehicle_of(form)?.ok_or("Choose a vehicle.")?;
            world
                .tell_now(id, vehicle, mishap_of(form)?, looker)
                .ok_or("The vehicle is not connected any more.")?;
        }
        "unsubscribe" => {
            let subscription = form
                .get("subscription")
                .and_then(|id| Uuid::parse_str(id).ok());
            if !subscription.is_some_and(|id| world.webhooks.unsubscribe(id)) {
                return Err("There is no such subscription any more.".to_owned());
            }
        }
        _ => return Err("Press one of the buttons.".to_owned()),
    }
    Ok(())
}

fn mishap_of(form: &StrictQuery) -> Result<Option<Mishap>, &'static str> {
    MISHAPS
        .into_iter()
        .find(|(name, ..)| form.get("mishap") == Some(name))
        .map(|(_, _, mishap)| mishap)
        .ok_or("Choose what goes wrong.")
}

fn vehicle_of(form: &StrictQuery) -> Result<Option<Uuid>, &'static str> {
    form.get("vehicle")
        .filter(|text| !text.is_empty())
        .map(|text| Uuid::parse_str(text).map_err(|_| "Choose a vehicle."))
        .transpose()
}

pub(super) async fn change(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    RawForm(form): RawForm,
) -> Response {
    let path = path_of(id);
    let Ok(form) = StrictQuery::parse(&form) else {
        return refused("A field came twice.", &path);
    };
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let quirks = world.quirks.general.clone();
    match world.webhooks.change(id, order_of(&form), now) {
        None => refused("There is no such webhook any more.", SECTION),
        Some(Err(words)) => refused(&words, &path),
        Some(Ok(())) => {
            let verification = world
                .webhooks
                .webhook(id)
                .map(|webhook| webhook.verification);
            // Its address is another one.
            if verification == Some(Verification::Unverified) {
                let entropy = simulation.entropy();
                world.webhooks.verify(id, &quirks, now, entropy);
            }
            back_to(&path)
        }
    }
}
