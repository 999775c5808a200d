//! The log of deliveries.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

use super::exchange::Refusal;
use crate::fleet::EmailAddress;
use crate::instant::iso_instant;
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;
use crate::webhook::{Attempt, Delivery, EventKind, Progress};

/// How long `?await=` waits at most.
const PATIENCE: Duration = Duration::from_secs(10);

/// Which deliveries are asked for.
#[derive(Debug, Default)]
struct Wanted {
    event: Option<Uuid>,
    webhook: Option<Uuid>,
    vehicle: Option<Uuid>,
    account: Option<EmailAddress>,
    kind: Option<EventKind>,
    progress: Option<&'static str>,
    /// So many attempts have ended, or more.
    attempts: usize,
    /// Answer when there are so many.
    awaited: usize,
}

/// `GET /_simulator/deliveries`, oldest first. `?event=`, `?webhook=`, `?vehicle=`, `?account=`,
/// `?type=`, `?state=` and `?attempts=` narrow; `?await=N` answers when there are N of these, or after ten seconds as things are
/// then.
pub(super) async fn list(
    State(simulation): State<Arc<Simulation>>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, Refusal> {
    let wanted = Wanted::read(query.as_deref().unwrap_or_default())?;
    let mut progress = simulation.deliverer().progress.subscribe();
    let there = async {
        while count(&simulation, &wanted) < wanted.awaited {
            // The sender lives as long as the simulation.
            let _ = progress.changed().await;
        }
    };
    tokio::select! {
        () = there => {}
        () = tokio::time::sleep(PATIENCE) => {}
        () = simulation.stopping().cancelled() => {}
    }
    let world = simulation.world();
    let deliveries: Vec<Value> = world
        .webhooks
        .deliveries()
        .filter(|delivery| wanted.has(delivery))
        .map(delivery_json)
        .collect();
    Ok(Json(json!({ "deliveries": deliveries })))
}

/// `DELETE /_simulator/deliveries`: forgets those that are over.
pub(super) async fn forget(State(simulation): State<Arc<Simulation>>) -> StatusCode {
    simulation.world().webhooks.forget_deliveries();
    StatusCode::NO_CONTENT
}

/// `POST /_simulator/deliveries/{id}/repeat`: what was sent is sent again, to the letter.
pub(super) async fn repeat(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let mut world = simulation.world();
    let looker = simulation.looker(simulation.now(&world));
    let repeated = world.webhooks.repeat(id, looker).ok_or_else(|| {
        Refusal::missing("There is no such delivery, or nothing of it was sent yet.")
    })?;
    Ok((StatusCode::CREATED, Json(json!({ "id": repeated }))))
}

fn count(simulation: &Simulation, wanted: &Wanted) -> usize {
    let world = simulation.world();
    let deliveries = world.webhooks.deliveries();
    deliveries.filter(|delivery| wanted.has(delivery)).count()
}

impl Wanted {
    fn read(query: &str) -> Result<Self, Refusal> {
        let query = StrictQuery::parse(query.as_bytes())
            .map_err(|doubled| Refusal::bad(doubled.to_string()))?;
        let mut wanted = Self::default();
        for name in query.names() {
            let text = query.get(name).unwrap_or_default();
            let id = || {
                let read = Uuid::parse_str(text);
                read.map_err(|_| Refusal::bad(format!("{name} must be a UUID.")))
            };
            match name {
                "event" => wanted.event = Some(id()?),
                "webhook" => wanted.webhook = Some(id()?),
                "vehicle" => wanted.vehicle = Some(id()?),
                "account" => {
                    let account = EmailAddress::parse(text);
                    let words = "account must be an e-mail address.";
                    wanted.account = Some(account.ok_or_else(|| Refusal::bad(words))?);
                }
                "type" => {
                    let kind = EventKind::ALL.into_iter().find(|kind| kind.name() == text);
                    let words = "type is VERIFY, VEHICLE_STATE or VEHICLE_ERROR.";
                    wanted.kind = Some(kind.ok_or_else(|| Refusal::bad(words))?);
                }
                "state" => {
                    let name = Progress::NAMES.into_iter().find(|name| *name == text);
                    let words = || format!("state is one of {}.", Progress::NAMES.join(", "));
                    wanted.progress = Some(name.ok_or_else(|| Refusal::bad(words()))?);
                }
                "attempts" | "await" => {
                    let number = text.parse();
                    let number =
                        number.map_err(|_| Refusal::bad(format!("{name} must be a number.")))?;
                    if name == "await" {
                        wanted.awaited = number;
                    } else {
                        wanted.attempts = number;
                    }
                }
                _ => {
                    return Err(Refusal::bad(format!(
                        "{name} is not a parameter; event, webhook, vehicle, account, type, state, \
                         attempts and await are."
                    )));
                }
            }
        }
        Ok(wanted)
    }

    fn has(&self, delivery: &Delivery) -> bool {
        let ended = delivery
            .attempts
            .iter()
            .filter(|attempt| attempt.ended.is_some());
        ended.count() >= self.attempts
            && self.event.is_none_or(|id| id == delivery.event.id)
            && self.webhook.is_none_or(|id| id == delivery.webhook_id)
            && (self.vehicle.is_none() || self.vehicle == delivery.vehicle_id)
            && (self.account.is_none() || self.account == delivery.account)
            && self.kind.is_none_or(|kind| kind == delivery.event.kind)
            && self
                .progress
                .is_none_or(|name| name == delivery.progress.name())
    }
}

fn delivery_json(delivery: &Delivery) -> Value {
    let next = match delivery.progress {
        Progress::Waiting(due) => Some(iso_instant(due)),
        _ => None,
    };
    let why = match delivery.progress {
        Progress::Dropped(why) => Some(why),
        _ => None,
    };
    let body: Option<Value> = delivery
        .last_sent
        .as_ref()
        .and_then(|sent| serde_json::from_slice(&sent.body).ok());
    json!({
        "id": delivery.id,
        "eventId": delivery.event.id,
        "type": delivery.event.kind,
        "webhookId": delivery.webhook_id,
        "vehicleId": delivery.vehicle_id,
        "account": delivery.account,
        "to": delivery.to,
        "reasons": delivery.event.reasons,
        "sequence": delivery.event.sequence,
        "queuedAt": iso_instant(delivery.queued),
        "state": delivery.progress.name(),
        "droppedBecause": why,
        "nextAttemptAt": next,
        "mishap": delivery.mishap,
        "attempts": delivery.attempts.iter().map(attempt_json).collect::<Vec<_>>(),
        "signatures": delivery.last_sent.as_ref().map(|sent| &sent.signatures),
        "body": body,
    })
}

fn attempt_json(attempt: &Attempt) -> Value {
    let (ended, outcome) = match &attempt.ended {
        Some((ended, outcome)) => (Some(iso_instant(*ended)), Some(outcome)),
        None => (None, None),
    };
    json!({
        "deliveryId": attempt.delivery_id,
        "sentAt": iso_instant(attempt.sent),
        "endedAt": ended,
        "status": outcome.and_then(crate::webhook::AttemptOutcome::status),
        "outcome": outcome.map(crate::webhook::AttemptOutcome::words),
    })
}
