//! However readings come, the sessions are those of all readings in their order.

use std::collections::{BTreeMap, BTreeSet};

use futures::FutureExt;
use proptest::prelude::*;
use time::macros::datetime;

use super::*;
use crate::storage::Resolution;

const START: OffsetDateTime = datetime!(2026-11-23 00:00 UTC);

/// A database that is a few maps.
#[derive(Clone, Default)]
struct Rows {
    charging: BTreeMap<OffsetDateTime, bool>,
    battery: BTreeMap<OffsetDateTime, f64>,
    energy: BTreeMap<OffsetDateTime, f64>,
    stored: BTreeMap<OffsetDateTime, ChargingSession>,
    due: BTreeSet<OffsetDateTime>,
    raw_from: Option<OffsetDateTime>,
}

#[async_trait]
impl ChargingRows for Rows {
    async fn due(&mut self) -> Result<Option<(OffsetDateTime, OffsetDateTime)>, StoreError> {
        Ok(self.due.first().copied().zip(self.due.last().copied()))
    }

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
    fn recount(&mut self) -> Option<Recounted> {
        let recounted = super::recount(self).now_or_never();
        recounted.expect("nothing waits").expect("nothing fails")
    }

    /// Stores what is counted anew, and notes the hours before this one as done.
    fn condense(&mut self, before: OffsetDateTime) {
        if let Some(recounted) = self.recount() {
            self.stored = self.sessions_with(Some(recounted));
        }
        self.due.retain(|hour| *hour >= before);
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

    fn sessions(&mut self) -> Vec<ChargingSession> {
        let recounted = self.recount();
        self.sessions_with(recounted).into_values().collect()
    }

    fn take_in(&mut self, told: Told) {
        let at = START + Duration::minutes(told.minute.into());
        match told.what {
            What::Charging(is_charging) => _ = self.charging.entry(at).or_insert(is_charging),
            What::Battery(percent) => _ = self.battery.entry(at).or_insert(percent.into()),
            What::Energy(kwh) => _ = self.energy.entry(at).or_insert(kwh.into()),
        }
        self.due.insert(Resolution::Hour.start(at));
    }
}

#[derive(Clone, Copy, Debug)]
struct Told {
    minute: u16,
    what: What,
}

#[derive(Clone, Copy, Debug)]
enum What {
    Charging(bool),
    Battery(u8),
    Energy(u8),
}

/// What is told is a function of the minute, so that a doubled reading says the same.
fn told() -> impl Strategy<Value = Told> {
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

fn charging(minute: u16, is_charging: bool) -> Told {
    Told {
        minute,
        what: What::Charging(is_charging),
    }
}

fn minutes(sessions: &[ChargingSession]) -> Vec<(i64, Option<i64>)> {
    let minute = |at: OffsetDateTime| (at - START).whole_minutes();
    sessions
        .iter()
        .map(|session| (minute(session.started_at), session.ended_at.map(minute)))
        .collect()
}

proptest! {
    #[test]
    fn any_order_doubling_and_summing_up_gives_the_same_sessions(
        all in proptest::collection::vec(told(), 1..120),
        steps in proptest::collection::vec((0..120_usize, 0..60_i64), 0..12),
    ) {
        let mut at_once = Rows::default();
        for told in &all {
            at_once.take_in(*told);
        }
        let mut step_by_step = Rows::default();
        let mut steps = steps.into_iter().peekable();
        for (number, told) in all.iter().chain(&all).enumerate() {
            step_by_step.take_in(*told);
            if let Some((_, hour)) = steps.next_if(|(after, _)| *after <= number) {
                step_by_step.condense(START + Duration::hours(hour));
            }
        }
        let expected = at_once.sessions();
        prop_assert_eq!(step_by_step.sessions(), expected.clone());
        step_by_step.condense(START + Duration::weeks(9));
        prop_assert_eq!(step_by_step.sessions(), expected);
    }
}

#[test]
fn a_session_is_from_the_first_yes_to_the_first_no() {
    let mut rows = Rows::default();
    for (minute, is_charging) in [
        (5, false),
        (10, true),
        (20, true),
        (30, false),
        (40, false),
        (50, true),
    ] {
        rows.take_in(charging(minute, is_charging));
    }
    assert_eq!(minutes(&rows.sessions()), [(10, Some(30)), (50, None)]);
}

#[test]
fn a_late_no_parts_a_session_that_was_stored() {
    let mut rows = Rows::default();
    for (minute, is_charging) in [(10, true), (900, true), (1500, false)] {
        rows.take_in(charging(minute, is_charging));
    }
    rows.condense(START + Duration::weeks(1));
    assert_eq!(minutes(&rows.sessions()), [(10, Some(1500))]);
    rows.take_in(charging(100, false));
    assert_eq!(
        minutes(&rows.sessions()),
        [(10, Some(100)), (900, Some(1500))]
    );
}

#[test]
fn energy_is_what_it_rose_to_though_the_counter_goes_back() {
    let mut rows = Rows::default();
    rows.take_in(charging(10, true));
    rows.take_in(charging(60, false));
    // That of the session before; then this one's; then nothing is plugged in.
    for (minute, kwh) in [(10, 30), (11, 0), (30, 4), (58, 7), (60, 0), (61, 9)] {
        rows.take_in(Told {
            minute,
            what: What::Energy(kwh),
        });
    }
    assert_eq!(rows.sessions()[0].energy_added, Some(7.0));
}

#[test]
fn the_state_of_charge_is_the_nearest_within_an_hour() {
    let mut rows = Rows::default();
    for told in [charging(600, true), charging(700, false)] {
        rows.take_in(told);
    }
    let percents = |rows: &mut Rows| {
        let session = rows.sessions()[0];
        (session.start_percent, session.end_percent)
    };
    let battery = |minute, percent| Told {
        minute,
        what: What::Battery(percent),
    };
    rows.take_in(battery(539, 1));
    rows.take_in(battery(761, 2));
    assert_eq!(percents(&mut rows), (None, None));
    rows.take_in(battery(560, 30));
    rows.take_in(battery(650, 50));
    rows.take_in(battery(720, 70));
    assert_eq!(percents(&mut rows), (Some(30.0), Some(70.0)));
}

#[test]
fn what_was_counted_from_readings_that_are_gone_stays() {
    let mut rows = Rows::default();
    rows.take_in(charging(10, true));
    for what in [What::Battery(20), What::Energy(3)] {
        rows.take_in(Told { minute: 12, what });
    }
    rows.condense(START + Duration::weeks(1));
    // A day later its readings are thinned, and it goes on.
    rows.charging.clear();
    rows.battery.clear();
    rows.energy.clear();
    rows.raw_from = Some(START + Duration::DAY);
    rows.take_in(charging(1440, true));
    rows.take_in(charging(1500, false));
    let sessions = rows.sessions();
    assert_eq!(minutes(&sessions), [(10, Some(1500))]);
    assert_eq!(sessions[0].start_percent, Some(20.0));
    assert_eq!(sessions[0].energy_added, Some(3.0));
    // One that ended just before that time does not begin anew.
    rows.condense(START + Duration::weeks(1));
    rows.charging.clear();
    rows.raw_from = Some(START + Duration::days(2));
    rows.take_in(charging(2880, false));
    rows.take_in(charging(2890, true));
    assert_eq!(minutes(&rows.sessions()), [(10, Some(1500)), (2890, None)]);
}
