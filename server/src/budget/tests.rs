use proptest::prelude::*;
use time::{Duration, OffsetDateTime, macros::datetime};

use super::*;

const NOW: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

const RULES: Rules = Rules {
    application: ApplicationRules {
        burst: 120,
        requests_per_minute: 2,
    },
    vehicle: VehicleRules {
        requests_per_month: 3,
        pause: Duration::seconds(15),
    },
};

fn budgets() -> (ApplicationBudget, VehicleBudget) {
    (ApplicationBudget::default(), VehicleBudget::default())
}

#[test]
fn the_first_request_is_granted_and_counted_in_both() {
    let (mut application, mut vehicle) = budgets();

    assert_eq!(
        take(&mut application, &mut vehicle, RULES, NOW),
        Decision::Granted
    );
    assert_eq!(application.left(RULES.application, NOW), 119);
    assert_eq!(vehicle.left_this_month(RULES.vehicle, NOW), 2);
}

#[test]
fn a_second_press_within_the_pause_asks_nothing() {
    let (mut application, mut vehicle) = budgets();
    take(&mut application, &mut vehicle, RULES, NOW);
    vehicle.read_at = Some(NOW);

    let soon = NOW + Duration::seconds(14);
    assert_eq!(
        take(&mut application, &mut vehicle, RULES, soon),
        Decision::JustRead
    );
    assert_eq!(vehicle.left_this_month(RULES.vehicle, soon), 2);
    assert_eq!(
        take(
            &mut application,
            &mut vehicle,
            RULES,
            NOW + Duration::seconds(15)
        ),
        Decision::Granted
    );
}

#[test]
fn without_a_pause_the_budget_still_holds() {
    let (mut application, mut vehicle) = budgets();
    vehicle.read_at = Some(NOW);
    let mut anew = || take(&mut application, &mut vehicle, RULES.without_pause(), NOW);

    for _ in 0..RULES.vehicle.requests_per_month {
        assert_eq!(anew(), Decision::Granted);
    }
    assert!(matches!(anew(), Decision::TooEarly { .. }));
}

#[test]
fn a_request_that_failed_can_be_sent_again_at_once() {
    let (mut application, mut vehicle) = budgets();

    for _ in 0..2 {
        assert_eq!(
            take(&mut application, &mut vehicle, RULES, NOW),
            Decision::Granted
        );
    }
}

#[test]
fn a_clock_that_was_put_back_does_not_lock_the_owner_out() {
    let (mut application, mut vehicle) = budgets();
    vehicle.read_at = Some(NOW + Duration::days(1));

    assert_eq!(
        take(&mut application, &mut vehicle, RULES, NOW),
        Decision::Granted
    );
}

#[test]
fn the_month_ends_the_allowance_and_the_next_begins_it_anew() {
    let (mut application, mut vehicle) = budgets();
    for minute in 0..3 {
        take(
            &mut application,
            &mut vehicle,
            RULES,
            NOW + Duration::minutes(minute),
        );
    }
    let later = NOW + Duration::hours(1);
    let december = datetime!(2026-12-01 00:00 UTC);

    assert_eq!(
        take(&mut application, &mut vehicle, RULES, later),
        Decision::TooEarly { until: december }
    );
    assert_eq!(
        take(&mut application, &mut vehicle, RULES, december),
        Decision::Granted
    );
    assert_eq!(vehicle.left_this_month(RULES.vehicle, december), 2);
}

#[test]
fn after_december_comes_january() {
    assert_eq!(
        vehicle::next_month(datetime!(2026-12-31 23:59:59 UTC)),
        datetime!(2027-01-01 00:00 UTC)
    );
}

#[test]
fn an_empty_bucket_fills_by_two_a_minute() {
    let (mut application, mut vehicle) = budgets();
    application.spend(120, RULES.application, NOW);

    assert_eq!(application.left(RULES.application, NOW), 0);
    assert_eq!(
        take(&mut application, &mut vehicle, RULES, NOW),
        Decision::TooEarly {
            until: NOW + Duration::seconds(30)
        }
    );
    assert_eq!(
        application.left(RULES.application, NOW + Duration::minutes(5)),
        10
    );
    assert_eq!(
        application.left(RULES.application, NOW + Duration::days(5)),
        120
    );
}

#[test]
fn what_smartcar_forbids_is_not_asked_until_then() {
    let (mut application, mut vehicle) = budgets();
    vehicle.block(NOW + Duration::minutes(2));
    application.block(NOW + Duration::minutes(1));

    assert_eq!(application.left(RULES.application, NOW), 0);
    assert_eq!(
        take(&mut application, &mut vehicle, RULES, NOW),
        Decision::TooEarly {
            until: NOW + Duration::minutes(2)
        }
    );
    assert_eq!(
        take(
            &mut application,
            &mut vehicle,
            RULES,
            NOW + Duration::minutes(2)
        ),
        Decision::Granted
    );
}

#[test]
fn a_shorter_block_does_not_end_a_longer_one() {
    let mut vehicle = VehicleBudget::default();
    vehicle.block(NOW + Duration::hours(1));
    vehicle.block(NOW + Duration::minutes(1));

    assert_eq!(vehicle.blocked_until, Some(NOW + Duration::hours(1)));
}

proptest! {
    #[test]
    fn the_bucket_never_holds_more_than_it_can(
        steps in prop::collection::vec((0_u32..300, 0_i64..100_000), 0..50)
    ) {
        let mut application = ApplicationBudget::default();
        let mut now = NOW;
        for (requests, seconds) in steps {
            now += Duration::seconds(seconds);
            application.spend(requests, RULES.application, now);
            prop_assert!(application.left(RULES.application, now) <= 120);
        }
    }

    #[test]
    fn when_it_says_possible_it_is_granted(spent in 0_u32..400, after in 0_i64..10_000) {
        let (mut application, mut vehicle) = budgets();
        application.spend(spent, RULES.application, NOW);
        let now = NOW + Duration::seconds(after);
        if let Decision::TooEarly { until } = take(&mut application, &mut vehicle, RULES, now) {
            // A nanosecond is lost in the division.
            let until = until + Duration::microseconds(1);
            prop_assert_eq!(
                take(&mut application, &mut vehicle, RULES, until),
                Decision::Granted
            );
        }
    }
}
