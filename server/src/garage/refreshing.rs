//! Reading every signal of a vehicle, once for however many ask (design 5).

use std::collections::{HashMap, hash_map::Entry};

use app::error::AppError;
use futures::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use smartcar::{Condition, ErrorKind, UserId, VehicleId};
use tokio::sync::Mutex;
use tracing::Instrument;

use super::{commands, internal, readings};
use crate::{
    budget::{Decision, Limit, Rules},
    smartcar_log,
    state::AppState,
    storage::{SignalReport, Topic},
    telemetry, watch,
};

/// How long another replica waits for a reading before it takes its sender for dead: longer than any
/// takes.
const HOLD: time::Duration = time::Duration::minutes(2);

type Key = (UserId, VehicleId);
type Flight = Shared<BoxFuture<'static, Result<(), AppError>>>;

/// The refreshes that are on their way, at most one for each vehicle.
#[derive(Debug, Default)]
pub struct Refreshing {
    flights: Mutex<HashMap<Key, Flight>>,
}

/// Reads every signal of a vehicle into the store: one request to Smartcar whatever the number of
/// signals, and none for those who ask while it is on its way or a moment after it. It goes on to
/// its end when nobody waits for it any more.
///
/// # Errors
///
/// As [`app::ports::Garage::refresh`]; what is stored stays.
pub(crate) async fn refresh(
    state: &AppState,
    owner: &UserId,
    vehicle: &VehicleId,
) -> Result<(), AppError> {
    let key = (owner.clone(), vehicle.clone());
    let rules = state.config.budget;
    let flight = match state.refreshing.flights.lock().await.entry(key.clone()) {
        Entry::Occupied(flight) => flight.get().clone(),
        Entry::Vacant(place) => place.insert(depart(state.clone(), key, rules)).clone(),
    };
    flight.await
}

/// Reads every signal of a vehicle after the owner has changed what can be read: even if it was read
/// a moment ago, and not together with those who asked before the change. The budget holds.
///
/// # Errors
///
/// As [`refresh`].
pub(crate) async fn read_anew(
    state: &AppState,
    owner: &UserId,
    vehicle: &VehicleId,
) -> Result<(), AppError> {
    let key = (owner.clone(), vehicle.clone());
    let rules = state.config.budget.without_pause();
    let flight = loop {
        let mut flights = state.refreshing.flights.lock().await;
        let earlier = match flights.entry(key.clone()) {
            Entry::Occupied(flight) => flight.get().clone(),
            Entry::Vacant(place) => {
                break place.insert(depart(state.clone(), key, rules)).clone();
            }
        };
        drop(flights);
        // How it ends is told to those who asked for it.
        let _ = earlier.await;
    };
    flight.await
}

/// Sends a flight on its way; it takes itself off the list at its end, be that a panic.
fn depart(state: AppState, key: Key, rules: Rules) -> Flight {
    let flight = async move {
        let reading = {
            let (state, (owner, vehicle)) = (state.clone(), key.clone());
            async move { read(&state, &owner, &vehicle, rules).await }
        };
        // Its log lines carry the id of the request that began it.
        let outcome = tokio::spawn(reading.in_current_span())
            .await
            .unwrap_or(Err(AppError::Internal));
        state.refreshing.flights.lock().await.remove(&key);
        outcome
    };
    tokio::spawn(flight.in_current_span())
        .map(|joined| joined.unwrap_or(Err(AppError::Internal)))
        .boxed()
        .shared()
}

/// Reads as soon as no other replica does.
async fn read(
    state: &AppState,
    owner: &UserId,
    vehicle: &VehicleId,
    rules: Rules,
) -> Result<(), AppError> {
    let store = &state.store;
    let held = loop {
        // Listened to first: the other may be done at any moment.
        let other = store.changes().listen(vec![Topic::owner(owner)]);
        let now = state.clock.now();
        let until = now + HOLD;
        let is_held = store.hold_reading(owner, vehicle, now, until).await;
        if is_held.map_err(|error| internal(&error))? {
            break Some(until);
        }
        let others = store.reading_held_until(owner, vehicle, now).await;
        let Some(others) = others.map_err(|error| internal(&error))? else {
            // It is not there any more, or was given back just now.
            break None;
        };
        let patience = (others - now).try_into().unwrap_or_default();
        let _ = tokio::time::timeout(patience, other.changed()).await;
    };
    let outcome = read_alone(state, owner, vehicle, rules).await;
    if let Some(until) = held
        && let Err(error) = store.release_reading(owner, vehicle, until).await
    {
        telemetry::log_internal(&error);
    }
    outcome
}

async fn read_alone(
    state: &AppState,
    owner: &UserId,
    vehicle: &VehicleId,
    rules: Rules,
) -> Result<(), AppError> {
    let now = state.clock.now();
    let decision = state
        .store
        .take_request(owner, vehicle, rules, now)
        .await
        .map_err(|error| internal(&error))?;
    match decision {
        Decision::Granted => {}
        Decision::JustRead => return Ok(()),
        Decision::TooEarly { .. } => return Err(AppError::TooEarly),
    }
    let (reports, signals) = match state.smartcar.signals(owner, vehicle).await {
        Ok(signals) => (reports(state, &signals), signals.signals),
        // So Smartcar has answered for a store that has nothing yet (reference 4.2).
        Err(error) if error.kind() == ErrorKind::NotFound => (Vec::new(), Vec::new()),
        Err(error) => return Err(failed(state, owner, vehicle, &error).await),
    };
    state
        .store
        .take_in_signals(owner, vehicle, &reports, state.clock.now())
        .await
        .map_err(|error| internal(&error))?;
    commands::settle(state, owner, vehicle, &signals)
        .await
        .map_err(|error| internal(&error))?;
    let now = state.clock.now();
    let said_at = |signal| (signal, readings::said_at(signal, now, now));
    let heard: Vec<_> = signals.iter().map(said_at).collect();
    watch::look(state, owner, vehicle, &heard)
        .await
        .map_err(|error| internal(&error))
}

fn reports(state: &AppState, signals: &smartcar::Signals) -> Vec<SignalReport> {
    if !signals.is_complete() || !signals.unreadable.is_empty() {
        tracing::warn!(
            read = signals.signals.len(),
            unreadable = signals.unreadable.len(),
            total = signals.total_count,
            "not every signal came"
        );
    }
    let now = state.clock.now();
    signals
        .signals
        .iter()
        .map(|signal| readings::report(signal, now, now))
        .collect()
}

/// Logs the failure, remembers a limit that it names, and says what it is to the reader.
async fn failed(
    state: &AppState,
    owner: &UserId,
    vehicle: &VehicleId,
    error: &smartcar::Error,
) -> AppError {
    smartcar_log::failure("reading the signals of a vehicle", error);
    let limit = Limit::of(error, state.clock.now());
    if let Some(limit) = limit
        && let Err(error) = state.store.note_limit(owner, vehicle, limit).await
    {
        return internal(&error);
    }
    match error.condition() {
        _ if limit.is_some() => AppError::TooEarly,
        Condition::NeedsReauthentication => AppError::LogInLapsed,
        Condition::OperatorsProblem => AppError::OperatorsPlan,
        _ => AppError::SmartcarUnavailable,
    }
}
