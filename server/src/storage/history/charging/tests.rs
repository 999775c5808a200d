//! However readings come, the sessions are those of all readings in their order.

mod rows;

use proptest::prelude::*;
use time::macros::datetime;

use super::*;
use rows::{Rows, Told, What, told};

const START: OffsetDateTime = datetime!(2026-11-23 00:00 UTC);

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
        steps in proptest::collection::vec((0..120_usize, 1..20_usize), 0..30),
        first_series in 0..3_u8,
    ) {
        let mut at_once = Rows::default();
        for told in &all {
            at_once.take_in(*told);
        }
        let mut step_by_step = Rows::default();
        step_by_step.first_series = first_series;
        let mut steps = steps.into_iter().peekable();
        for (number, told) in all.iter().chain(&all).enumerate() {
            step_by_step.take_in(*told);
            if let Some((_, count)) = steps.next_if(|(after, _)| *after <= number) {
                step_by_step.condense(count);
            }
        }
        let expected = at_once.sessions();
        prop_assert_eq!(step_by_step.sessions(), expected.clone());
        step_by_step.condense_all();
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
    rows.condense_all();
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
    rows.condense_all();
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
    rows.condense_all();
    rows.charging.clear();
    rows.raw_from = Some(START + Duration::days(2));
    rows.take_in(charging(2880, false));
    rows.take_in(charging(2890, true));
    assert_eq!(minutes(&rows.sessions()), [(10, Some(1500)), (2890, None)]);
}
