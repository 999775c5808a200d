//! A vehicle's readings to order, and what is counted from them.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use futures::FutureExt;
use proptest::prelude::*;
use time::{Duration, OffsetDateTime};

use super::START;
use crate::storage::{
    ChargingSession, Resolution, StoreError,
    history::charging::{self, ChargingRows, Recounted, sessions_touching},
};

/// A database that is a few maps.
#[derive(Clone, Default)]
pub(super) struct Rows {
    pub(super) charging: BTreeMap<OffsetDateTime, bool>,
    pub(super) battery: BTreeMap<OffsetDateTime, f64>,
    pub(super) energy: BTreeMap<OffsetDateTime, f64>,
    stored: BTreeMap<OffsetDateTime, ChargingSession>,
    /// By the series, as the databases have them.
    due: BTreeSet<(u8, OffsetDateTime)>,
    pub(super) raw_from: Option<OffsetDateTime>,
    /// Which of them is summed up first.
    pub(super) first_series: u8,
}

#[async_trait]
impl ChargingRows for Rows {
    fn raw_from(&self) -> OffsetDateTime {
        self.raw_from.unwrap_or(START - Duration::DAY)
    }

    fn complete_from(&self) -> OffsetDateTime {
        self.raw_from()
    }

    async fn session_before(
        &mut self,
        instant: OffsetDateTime,
    ) -> Result<Option<ChargingSession>, StoreError> {
        Ok(self
            .stored
            .range(..instant)
            .next_back()
            .map(|(_, one)| *one))
    }

    async fn sessions_started(
        &mut self,
        from: OffsetDateTime,
        until: Option<OffsetDateTime>,
    ) -> Result<Vec<ChargingSession>, StoreError> {
        let stored = self.stored.range(from..).map(|(_, one)| *one);
        Ok(stored
            .filter(|one| until.is_none_or(|until| one.started_at < until))
            .collect())
    }

    async fn idle_after(
        &mut self,
        instant: OffsetDateTime,
    ) -> Result<Option<OffsetDateTime>, StoreError> {
        Ok(self
            .charging
            .iter()
            .find(|(at, is_charging)| **at > instant && !**is_charging)
            .map(|(at, _)| *at))
    }

    async fn told(
        &mut self,
        from: OffsetDateTime,
        until: Option<OffsetDateTime>,
    ) -> Result<Vec<(OffsetDateTime, bool)>, StoreError> {
        let told = self.charging.range(from..).map(|(at, told)| (*at, *told));
        Ok(told
            .filter(|(at, _)| until.is_none_or(|until| *at <= until))
            .collect())
    }

    async fn battery_near(
        &mut self,
        at: OffsetDateTime,
        from: OffsetDateTime,
        until: OffsetDateTime,
    ) -> Result<Option<f64>, StoreError> {
        Ok(self
            .battery
            .range(from..=until)
            .min_by_key(|(one, _)| (**one - at).abs())
            .map(|(_, value)| *value))
    }

    async fn energy_added(
        &mut self,
        from: OffsetDateTime,
        until: Option<OffsetDateTime>,
    ) -> Result<Option<f64>, StoreError> {
        let told = || {
            let told = self.energy.range(from..).rev();
            told.filter(|(at, _)| until.is_none_or(|until| **at <= until))
                .map(|(_, value)| *value)
        };
        Ok(told().find(|value| *value > 0.0).or_else(|| told().next()))
    }
}

impl Rows {
    fn recount(&mut self, due: &BTreeSet<(u8, OffsetDateTime)>) -> Option<Recounted> {
        let hours = || due.iter().map(|(_, hour)| *hour);
        let hours = hours().min().zip(hours().max())?;
        let recounted = charging::recount(self, hours).now_or_never();
        Some(recounted.expect("nothing waits").expect("nothing fails"))
    }

    /// Stores what is counted anew of so many of the hours that are due, and notes them as done.
    pub(super) fn condense(&mut self, count: usize) {
        let some = self.due.iter().take(count).copied().collect();
        if let Some(recounted) = self.recount(&some) {
            self.stored = self.sessions_with(Some(recounted));
        }
        self.due.retain(|one| !some.contains(one));
    }

    pub(super) fn condense_all(&mut self) {
        self.condense(usize::MAX);
    }

    fn sessions_with(
        &self,
        recounted: Option<Recounted>,
    ) -> BTreeMap<OffsetDateTime, ChargingSession> {
        let stored = self.stored.values().copied().collect();
        let (from, until) = (START - Duration::DAY, START + Duration::weeks(9));
        sessions_touching(stored, recounted, from, until)
            .into_iter()
            .map(|session| (session.started_at, session))
            .collect()
    }

    pub(super) fn sessions(&mut self) -> Vec<ChargingSession> {
        let recounted = self.recount(&self.due.clone());
        self.sessions_with(recounted).into_values().collect()
    }

    pub(super) fn take_in(&mut self, told: Told) {
        let at = START + Duration::minutes(told.minute.into());
        let series = match told.what {
            What::Charging(is_charging) => {
                self.charging.entry(at).or_insert(is_charging);
                0
            }
            What::Battery(percent) => {
                self.battery.entry(at).or_insert(percent.into());
                1
            }
            What::Energy(kwh) => {
                self.energy.entry(at).or_insert(kwh.into());
                2
            }
        };
        let place = (series + self.first_series) % 3;
        self.due.insert((place, Resolution::Hour.start(at)));
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) minute: u16,
    pub(super) what: What,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    Charging(bool),
    Battery(u8),
    Energy(u8),
}

/// What is told is a function of the minute, so that a doubled reading says the same.
pub(super) fn told() -> impl Strategy<Value = Told> {
    (0..3_000_u16).prop_map(|minute| {
        let percent = u8::try_from(minute % 101).unwrap();
        let what = match minute % 7 {
            0..=2 => What::Charging((minute / 40) % 3 == 0 || minute % 2 == 0),
            3 | 4 => What::Battery(percent),
            _ => What::Energy(percent / 3),
        };
        Told { minute, what }
    })
}
