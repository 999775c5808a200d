//! What is known of a car for its rules.

use std::collections::HashMap;

use smartcar::{
    UserId, VehicleId,
    signals::{Body, Signal},
};
use time::OffsetDateTime;

use crate::{
    garage::readings,
    state::AppState,
    storage::{StoreError, WatchedSignal},
};

pub(super) const LOCKED: &str = "closure-islocked";
pub(super) const TYRES: &str = "wheel-tires";
pub(super) const CHARGING: &str = "charge-ischarging";
pub(super) const CHARGING_STATUS: &str = "charge-detailedchargingstatus";
pub(super) const LIMITS: &str = "charge-chargelimits";
pub(super) const CABLE: &str = "charge-ischargingcableconnected";
pub(super) const LEVEL: &str = "tractionbattery-stateofcharge";

/// Every signal that a rule looks at.
const ALL: [&str; 7] = [
    LOCKED,
    TYRES,
    CHARGING,
    CHARGING_STATUS,
    LIMITS,
    CABLE,
    LEVEL,
];

/// A value and when the car says it was so.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    pub(super) body: Body,
    pub(super) at: OffsetDateTime,
}

/// What is known of one signal.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Fact {
    /// The last value.
    pub(super) told: Option<Told>,
    /// Whether the last report had none.
    pub(super) is_in_trouble: bool,
}

/// What is known of one car.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts(HashMap<String, Fact>);

impl Facts {
    #[cfg(test)]
    pub(super) fn of(facts: impl IntoIterator<Item = (&'static str, Fact)>) -> Self {
        let named = facts.into_iter();
        Self(named.map(|(code, fact)| (code.to_owned(), fact)).collect())
    }

    /// The last value of a signal, be it in trouble or not.
    pub(super) fn told(&self, code: &str) -> Option<&Told> {
        self.0.get(code)?.told.as_ref()
    }

    pub(super) fn is_in_trouble(&self, code: &str) -> bool {
        self.0.get(code).is_some_and(|fact| fact.is_in_trouble)
    }
}

/// Whose car, and which.
pub(super) type Key = (UserId, VehicleId);

/// What is known of these cars: one question to the store, however many there are.
pub(super) async fn read(
    state: &AppState,
    cars: &[Key],
) -> Result<HashMap<Key, Facts>, StoreError> {
    let signals = state.store.watched_signals(cars, &ALL).await?;
    let mut found: HashMap<Key, Facts> = HashMap::new();
    for signal in signals {
        let WatchedSignal {
            owner,
            vehicle,
            code,
            good,
            is_in_trouble,
        } = signal;
        let told = good.and_then(|(json, at)| {
            let body = readings::decode_json(&json)?.body?;
            Some(Told { body, at })
        });
        let fact = Fact {
            told,
            is_in_trouble,
        };
        let car = found.entry((owner, vehicle)).or_default();
        car.0.insert(code, fact);
    }
    Ok(found)
}

/// Whether a value comes from one of the signals that a rule looks at.
pub(super) fn is_watched(signal: &Signal) -> bool {
    ALL.contains(&signal.code.as_str())
}
