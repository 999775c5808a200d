//! Looking at rules: after a car has said something, and at the times that its silence makes due.

use std::collections::HashSet;

use app::watch::rule::WatchRule;
use smartcar::{
    UserId, VehicleId,
    commands::Command,
    signals::{Signal, SignalStatus},
};
use time::{Duration, OffsetDateTime};

use super::{
    facts::{self, Facts, Key},
    judge::{self, Value, Verdict},
};
use crate::{
    state::AppState,
    storage::{CommandState, NewNotice, Settled, StoreError, WatchedRule},
};

/// How often it is looked again when somebody else has looked meanwhile.
const TRIES: u32 = 5;
/// How many rules are looked at between two questions to the store.
const BATCH: u32 = 200;
/// How many such batches are looked at in a row.
const BATCHES: u32 = 500;
/// How many of the newest commands may have stopped a charge.
const COMMANDS: u32 = 20;
/// By how much the clocks of a car and of Carport may differ.
const CLOCKS: Duration = Duration::minutes(2);

/// What a car has just said, and when it says it was so.
type Heard<'a> = (&'a Signal, OffsetDateTime);

/// Looks at the rules of a car that has just said this.
///
/// # Errors
///
/// [`StoreError`]; it can be looked again, as often as need be.
pub(crate) async fn look(
    state: &AppState,
    owner: &UserId,
    vehicle: &VehicleId,
    heard: &[Heard<'_>],
) -> Result<(), StoreError> {
    let fresh: Vec<Value<'_>> = heard.iter().filter_map(value).collect();
    for _ in 0..TRIES {
        let watched = state.store.watched(owner, vehicle).await?;
        if watched.is_empty() || settle(state, &watched, &fresh).await? {
            return Ok(());
        }
    }
    // The one who was faster has looked at the same.
    Ok(())
}

/// Looks at every rule that time has made due.
///
/// # Errors
///
/// [`StoreError`]; the rest is still due.
pub async fn look_at_due(state: &AppState) -> Result<(), StoreError> {
    for _ in 0..BATCHES {
        let due = state.store.due_watched(state.clock.now(), BATCH).await?;
        // Of what another replica has settled meanwhile it looks again in a minute.
        if !settle(state, &due, &[]).await? || due.len() < BATCH as usize {
            return Ok(());
        }
    }
    Ok(())
}

fn value<'a>((signal, at): &Heard<'a>) -> Option<Value<'a>> {
    let body = signal.body.as_ref()?;
    let is_value = signal.status == SignalStatus::Success && facts::is_watched(signal);
    is_value.then(|| Value {
        code: signal.code.as_str(),
        body,
        // As the store keeps it.
        at: at
            .replace_nanosecond(at.nanosecond() / 1_000_000 * 1_000_000)
            .unwrap_or(*at),
    })
}

/// Looks at these rules, and writes down what it came to. `false` when somebody else was faster with
/// one of them.
async fn settle(
    state: &AppState,
    watched: &[WatchedRule],
    fresh: &[Value<'_>],
) -> Result<bool, StoreError> {
    let key = |rule: &WatchedRule| (rule.owner.clone(), rule.vehicle.clone());
    let cars: HashSet<Key> = watched.iter().map(key).collect();
    let cars: Vec<Key> = cars.into_iter().collect();
    let known = facts::read(state, &cars).await?;
    let unknown = Facts::default();
    let mut is_settled = true;
    for rule in watched {
        let facts = known.get(&key(rule)).unwrap_or(&unknown);
        let now = state.clock.now();
        let mut verdict = judge::judge(rule, facts, fresh, now);
        if was_meant(state, rule, &verdict).await? {
            verdict.raise = None;
            verdict.due_at = None;
        }
        let settled = settled(state, verdict, now);
        let is_new = settled.episode != rule.episode
            || settled.due_at != rule.due_at
            || settled.end.is_some()
            || settled.raise.is_some();
        if is_new {
            is_settled &= state.store.settle_watched(rule, &settled).await?;
        }
    }
    Ok(is_settled)
}

fn settled(state: &AppState, verdict: Verdict, now: OffsetDateTime) -> Settled {
    Settled {
        episode: verdict.episode,
        due_at: verdict.due_at,
        end: verdict.end,
        raise: verdict.raise.map(|(since, finding)| NewNotice {
            id: state.entropy.uuid().to_string(),
            finding: finding.and_then(|finding| serde_json::to_string(&finding).ok()),
            since,
            noticed_at: now,
        }),
    }
}

/// Whether a charge that seems to have stopped early was stopped by its owner, here: by a command
/// between the last time that the car is known to have charged and the stop.
async fn was_meant(
    state: &AppState,
    rule: &WatchedRule,
    verdict: &Verdict,
) -> Result<bool, StoreError> {
    let (WatchRule::ChargingStopped, Some((stopped_at, _)), Some(charged_at)) =
        (rule.rule, &verdict.raise, verdict.episode.contrary_at)
    else {
        return Ok(false);
    };
    let store = &state.store;
    let commands = store.commands(&rule.owner, &rule.vehicle, COMMANDS).await?;
    let while_it_stopped = charged_at - CLOCKS..=*stopped_at + CLOCKS;
    Ok(commands.newest.iter().any(|stored| {
        let may_be_done = !matches!(stored.state, CommandState::Refused | CommandState::Unsent);
        let is_then = stored
            .sent_at
            .is_some_and(|sent_at| while_it_stopped.contains(&sent_at));
        may_be_done
            && is_then
            && matches!(
                serde_json::from_str(&stored.command),
                Ok(Command::StopCharging | Command::SetChargeLimit(_))
            )
    }))
}
