use proptest::prelude::*;
use serde_json::{Value as Json, json};
use smartcar::{UserId, VehicleId, signals::Signal};
use time::macros::datetime;

use super::*;
use crate::watch::facts::{Fact, Told};

const NOON: OffsetDateTime = datetime!(2026-11-23 12:00 UTC);

fn at(minutes: i64) -> OffsetDateTime {
    NOON + Duration::minutes(minutes)
}

fn body(code: &str, body: &Json) -> Body {
    let signal = Signal::from_value(json!({
        "code": code, "status": {"value": "SUCCESS"}, "body": body,
    }));
    signal.unwrap().body.unwrap()
}

/// What a car said at this minute.
fn said(code: &'static str, value: &Json, minute: i64) -> (&'static str, Fact) {
    let told = Told {
        body: body(code, value),
        at: at(minute),
    };
    let fact = Fact {
        told: Some(told),
        is_in_trouble: false,
    };
    (code, fact)
}

fn flag(code: &'static str, is: bool, minute: i64) -> (&'static str, Fact) {
    said(code, &json!({ "value": is }), minute)
}

fn in_trouble((code, fact): (&'static str, Fact)) -> (&'static str, Fact) {
    let is_in_trouble = true;
    (
        code,
        Fact {
            is_in_trouble,
            ..fact
        },
    )
}

fn watched(rule: WatchRule) -> WatchedRule {
    WatchedRule {
        owner: UserId::new("owner"),
        vehicle: VehicleId::new("car"),
        rule,
        threshold: rule.suggested(),
        on_since: NOON,
        episode: Episode::default(),
        due_at: None,
        version: 0,
        open_since: None,
        heard_at: None,
    }
}

/// The rule after a look that came to this.
fn after(watched: WatchedRule, verdict: &Verdict) -> WatchedRule {
    let raised = verdict.raise.as_ref().map(|(since, _)| *since);
    WatchedRule {
        episode: verdict.episode,
        due_at: verdict.due_at,
        open_since: raised.or(watched.open_since.filter(|_| verdict.end.is_none())),
        ..watched
    }
}

fn look<const COUNT: usize>(
    watched: &WatchedRule,
    facts: [(&'static str, Fact); COUNT],
    minute: i64,
) -> Verdict {
    judge(watched, &Facts::of(facts), &[], at(minute))
}

fn is_quiet(verdict: &Verdict) -> bool {
    verdict.raise.is_none() && verdict.end.is_none()
}

mod unlocked {
    use super::*;

    #[test]
    fn a_car_is_told_of_when_its_time_has_come_and_not_before() {
        let rule = watched(WatchRule::Unlocked);
        let unlocked = || [flag(facts::LOCKED, false, 3)];
        let verdict = look(&rule, unlocked(), 5);
        assert!(is_quiet(&verdict));
        assert_eq!(verdict.due_at, Some(at(13)));

        let rule = after(rule, &verdict);
        let verdict = look(&rule, unlocked(), 13);
        assert_eq!(verdict.raise, Some((at(3), None)));
        assert_eq!(verdict.due_at, None);

        // Once.
        let rule = after(rule, &verdict);
        assert!(is_quiet(&look(&rule, unlocked(), 14)));
        let verdict = look(&rule, [flag(facts::LOCKED, true, 20)], 21);
        assert_eq!(verdict.end, Some(at(20)));
        assert!(is_quiet(&look(&after(rule, &verdict), unlocked(), 60)));
    }

    #[test]
    fn readings_that_say_the_same_again_do_not_begin_anew() {
        let mut rule = watched(WatchRule::Unlocked);
        for minute in [0, 4, 8] {
            let verdict = look(&rule, [flag(facts::LOCKED, false, minute)], minute);
            assert!(is_quiet(&verdict));
            assert_eq!(verdict.due_at, Some(at(10)));
            rule = after(rule, &verdict);
        }
        let verdict = look(&rule, [flag(facts::LOCKED, false, 12)], 12);
        assert_eq!(verdict.raise, Some((at(0), None)));
    }

    #[test]
    fn a_value_in_trouble_or_of_long_ago_raises_nothing() {
        let rule = watched(WatchRule::Unlocked);
        let verdict = look(&rule, [in_trouble(flag(facts::LOCKED, false, 0))], 15);
        assert!(is_quiet(&verdict));
        // Until the trouble ends.
        let rule = after(rule, &verdict);
        let verdict = look(&rule, [flag(facts::LOCKED, false, 0)], 16);
        assert_eq!(verdict.raise, Some((at(0), None)));

        let rule = watched(WatchRule::Unlocked);
        let old = [flag(facts::LOCKED, false, -100)];
        let verdict = look(&rule, old, 0);
        assert!(is_quiet(&verdict));
        assert_eq!(
            verdict.due_at, None,
            "looked at again when it says something"
        );
    }

    #[test]
    fn what_comes_late_ends_what_it_belies() {
        let rule = watched(WatchRule::Unlocked);
        let rule = after(
            rule.clone(),
            &look(&rule, [flag(facts::LOCKED, false, 0)], 10),
        );
        assert_eq!(rule.open_since, Some(at(0)));
        // Locked in between, and unlocked again.
        let locked = body(facts::LOCKED, &json!({"value": true}));
        let late = Value {
            code: facts::LOCKED,
            body: &locked,
            at: at(5),
        };
        let known = Facts::of([flag(facts::LOCKED, false, 11)]);
        let verdict = judge(&rule, &known, &[], at(11));
        let rule = after(rule, &verdict);
        let verdict = judge(&rule, &known, &[late], at(12));
        assert_eq!(verdict.end, Some(at(5)));
        assert_eq!(verdict.raise, None);
        assert_eq!(verdict.due_at, Some(at(21)));
    }

    #[test]
    fn another_shape_or_no_value_says_nothing() {
        let rule = watched(WatchRule::Unlocked);
        let text = said(facts::LOCKED, &json!({"value": "no"}), 0);
        for facts in [vec![], vec![text], vec![(facts::LOCKED, Fact::default())]] {
            let verdict = judge(&rule, &Facts::of(facts), &[], at(60));
            assert!(is_quiet(&verdict));
            assert_eq!(verdict.episode, Episode::default());
        }
    }
}

mod silent {
    use super::*;

    fn heard(minute: i64) -> WatchedRule {
        WatchedRule {
            heard_at: Some(at(minute)),
            ..watched(WatchRule::Silent)
        }
    }

    const DAY: i64 = 24 * 60;

    #[test]
    fn a_day_of_silence_is_told_once_and_ends_with_a_word() {
        let rule = heard(0);
        let verdict = look(&rule, [], 1);
        assert_eq!(verdict.due_at, Some(at(DAY)));
        assert!(is_quiet(&look(&rule, [], DAY - 1)));
        let verdict = look(&rule, [], DAY);
        assert_eq!(verdict.raise, Some((at(0), None)));
        let mut rule = after(rule, &verdict);
        assert!(is_quiet(&look(&rule, [], 2 * DAY)));

        rule.heard_at = Some(at(2 * DAY));
        let verdict = look(&rule, [], 2 * DAY + 1);
        assert_eq!(verdict.end, Some(at(2 * DAY)));
        assert_eq!(verdict.due_at, Some(at(3 * DAY)));
    }

    #[test]
    fn an_old_word_that_comes_late_is_a_shorter_silence() {
        let rule = heard(0);
        let mut rule = after(rule.clone(), &look(&rule, [], DAY + 10));
        rule.heard_at = Some(at(5));
        let verdict = look(&rule, [], DAY + 20);
        assert_eq!(verdict.end, Some(at(5)));
        assert_eq!(verdict.raise, Some((at(5), None)));
        rule.heard_at = Some(at(DAY));
        assert_eq!(look(&rule, [], DAY + 20).raise, None);
    }

    #[test]
    fn what_was_known_for_long_is_not_told() {
        let week = 7 * DAY;
        for (heard_at, is_told) in [(-week + 1, true), (-week, true), (-week - 1, false)] {
            let rule = heard(heard_at);
            let verdict = look(&rule, [], 0);
            assert_eq!(verdict.raise.is_some(), is_told, "{heard_at}");
            assert!(is_quiet(&look(&after(rule, &verdict), [], DAY)));
        }
        // Never heard of: counted from when the owner has asked.
        let rule = watched(WatchRule::Silent);
        assert_eq!(look(&rule, [], 1).due_at, Some(at(DAY)));
        let verdict = look(&rule, [], DAY);
        assert_eq!(verdict.raise, Some((NOON, None)));
    }

    #[test]
    fn another_threshold_ends_what_is_not_so_by_it() {
        let rule = heard(0);
        let mut rule = after(rule.clone(), &look(&rule, [], DAY));
        rule.threshold = 48;
        rule.episode = Episode::default();
        let verdict = look(&rule, [], DAY + 5);
        assert_eq!(verdict.end, Some(at(DAY + 5)));
        assert_eq!(verdict.due_at, Some(at(2 * DAY)));
    }
}

mod tyre_low {
    use super::*;

    fn tyres(bar: f64, minute: i64) -> (&'static str, Fact) {
        let values =
            json!({"values": [{"row": 0, "column": 0, "tirePressure": bar}], "unit": "bar"});
        said(facts::TYRES, &values, minute)
    }

    #[test]
    fn a_low_tyre_is_told_at_once_and_ends_when_it_is_pumped_up() {
        let rule = watched(WatchRule::TyreLow);
        let verdict = look(&rule, [tyres(1.9, 0)], 1);
        let finding = Finding::Tyre {
            row: Some(0),
            column: Some(0),
            rows: 1,
            pascals: 190_000,
            low: 1,
        };
        assert_eq!(verdict.raise, Some((at(0), Some(finding))));
        let rule = after(rule, &verdict);
        assert!(is_quiet(&look(&rule, [tyres(2.02, 5)], 6)));
        let verdict = look(&rule, [tyres(2.3, 9)], 10);
        assert_eq!(verdict.end, Some(at(9)));
    }

    #[test]
    fn what_is_old_doubtful_or_in_trouble_is_not_told() {
        let rule = watched(WatchRule::TyreLow);
        let week = 7 * 24 * 60;
        assert!(is_quiet(&look(&rule, [tyres(1.9, 0)], week + 1)));
        assert!(is_quiet(&look(&rule, [in_trouble(tyres(1.9, 0))], 1)));
        assert!(is_quiet(&look(&rule, [tyres(700., 0)], 1)));
        let verdict = look(&rule, [tyres(1.9, 0)], week);
        assert!(verdict.raise.is_some());
    }
}

mod charging_stopped {
    use super::*;

    fn level(percent: f64, minute: i64) -> (&'static str, Fact) {
        let value = json!({"value": percent, "unit": "percent"});
        said(facts::LEVEL, &value, minute)
    }

    fn limit(percent: f64) -> (&'static str, Fact) {
        let value = json!({"values": [], "activeLimit": percent, "unit": "percent"});
        said(facts::LIMITS, &value, -600)
    }

    /// A car that was charging at noon.
    fn charging() -> WatchedRule {
        let rule = watched(WatchRule::ChargingStopped);
        let verdict = look(&rule, [flag(facts::CHARGING, true, 0)], 0);
        assert!(is_quiet(&verdict));
        assert_eq!(verdict.due_at, None);
        after(rule, &verdict)
    }

    fn stopped<const COUNT: usize>(more: [(&'static str, Fact); COUNT]) -> Verdict {
        let facts = std::iter::once(flag(facts::CHARGING, false, 30)).chain(more);
        judge(&charging(), &Facts::of(facts), &[], at(36))
    }

    #[test]
    fn a_charge_that_stops_early_is_told_after_a_pause() {
        let rule = charging();
        let facts = || {
            [
                flag(facts::CHARGING, false, 30),
                level(54.6, 30),
                limit(80.),
            ]
        };
        let verdict = look(&rule, facts(), 31);
        assert!(is_quiet(&verdict));
        assert_eq!(verdict.due_at, Some(at(35)));
        let rule = after(rule, &verdict);
        let verdict = look(&rule, facts(), 35);
        let finding = Finding::Battery {
            level: 54,
            limit: 80,
            is_cars_own: true,
        };
        assert_eq!(verdict.raise, Some((at(30), Some(finding))));
        assert_eq!(verdict.due_at, Some(at(30 + 24 * 60)));

        let rule = after(rule, &verdict);
        let resumed = look(&rule, [flag(facts::CHARGING, true, 50), level(55., 50)], 51);
        assert_eq!(resumed.end, Some(at(50)));
        let unplugged = look(
            &rule,
            [
                flag(facts::CHARGING, false, 30),
                flag(facts::CABLE, false, 60),
            ],
            61,
        );
        assert_eq!(unplugged.end, Some(at(60)));
        let next_day = look(&rule, facts(), 31 + 24 * 60);
        assert_eq!(next_day.end, Some(at(30 + 24 * 60)));
        assert!(is_quiet(&look(
            &after(rule, &next_day),
            facts(),
            32 + 24 * 60
        )));
    }

    #[test]
    fn a_car_without_a_limit_has_the_owners() {
        let verdict = stopped([level(77., 29)]);
        let finding = Finding::Battery {
            level: 77,
            limit: 80,
            is_cars_own: false,
        };
        assert_eq!(verdict.raise, Some((at(30), Some(finding))));
        assert_eq!(stopped([level(78., 29)]).raise, None);
        assert_eq!(stopped([level(61., 29), limit(60.)]).raise, None);
        let foreign = said(facts::LIMITS, &json!({"value": "much"}), 0);
        assert!(stopped([level(60., 29), foreign]).raise.is_some());
    }

    #[test]
    fn what_is_as_it_should_be_is_never_told_later() {
        let full = said(
            facts::CHARGING_STATUS,
            &json!({"value": "FULLY_CHARGED"}),
            30,
        );
        for reason in [level(79., 30), flag(facts::CABLE, false, 32), full] {
            let facts = [
                flag(facts::CHARGING, false, 30),
                level(50., 30),
                reason.clone(),
            ];
            let verdict = look(&charging(), facts, 36);
            assert!(is_quiet(&verdict), "{reason:?}");
            // Standing there it uses some of it.
            let rule = after(charging(), &verdict);
            let facts = [flag(facts::CHARGING, false, 30), level(50., 50)];
            assert!(is_quiet(&look(&rule, facts, 51)), "{reason:?}");
        }
    }

    #[test]
    fn what_is_not_known_is_not_told_until_it_is() {
        let early = [level(50., 30), limit(80.)];
        for doubt in [
            in_trouble(flag(facts::CHARGING, false, 30)),
            in_trouble(level(50., 30)),
            in_trouble(limit(80.)),
            in_trouble(flag(facts::CABLE, true, 0)),
            level(50., 14),
            (facts::LEVEL, Fact::default()),
            said(facts::LEVEL, &json!({"value": 500, "unit": "percent"}), 30),
        ] {
            let [level, limit] = early.clone();
            let facts = [
                flag(facts::CHARGING, false, 30),
                level,
                limit,
                doubt.clone(),
            ];
            let verdict = look(&charging(), facts, 36);
            assert!(is_quiet(&verdict), "{doubt:?}");
            assert_eq!(verdict.due_at, None);
            let [level, limit] = early.clone();
            let facts = [flag(facts::CHARGING, false, 30), level, limit];
            let verdict = look(&after(charging(), &verdict), facts, 40);
            assert!(verdict.raise.is_some(), "{doubt:?}");
        }
        // A limit or a cable of which the car has never told is no doubt.
        let never = |code| in_trouble((code, Fact::default()));
        let verdict = stopped([level(50., 30), never(facts::LIMITS), never(facts::CABLE)]);
        assert!(verdict.raise.is_some());
    }

    #[test]
    fn nobody_is_told_of_a_stop_that_was_not_seen_or_is_long_past() {
        let facts = || [flag(facts::CHARGING, false, 30), level(50., 30)];
        assert!(is_quiet(&look(
            &watched(WatchRule::ChargingStopped),
            facts(),
            36
        )));
        assert!(is_quiet(&look(&charging(), facts(), 30 + 66)));
        assert!(look(&charging(), facts(), 30 + 65).raise.is_some());
    }

    #[test]
    fn a_pause_is_no_stop() {
        let facts = [flag(facts::CHARGING, false, 30), level(50., 30)];
        let rule = after(charging(), &look(&charging(), facts, 31));
        let facts = [flag(facts::CHARGING, true, 33), level(50., 33)];
        let verdict = look(&rule, facts, 35);
        assert!(is_quiet(&verdict));
        assert_eq!(verdict.due_at, None);
    }

    #[test]
    fn the_word_for_it_counts_where_a_car_says_it_in_no_other_way() {
        let status =
            |word: &str, minute| said(facts::CHARGING_STATUS, &json!({ "value": word }), minute);
        let rule = watched(WatchRule::ChargingStopped);
        let rule = after(rule.clone(), &look(&rule, [status("charging", 0)], 0));
        let verdict = look(&rule, [status("NOT_CHARGING", 30), level(50., 30)], 36);
        assert!(verdict.raise.is_some());
        assert!(is_quiet(&look(
            &rule,
            [status("PAUSED", 30), level(50., 30)],
            36
        )));
    }
}

proptest! {
    /// However often and with whatever values it is looked: an open notice is not raised again, what is
    /// due is ahead, and no notice is of the future.
    #[test]
    fn a_look_never_contradicts_itself(
        rule in prop::sample::select(WatchRule::ALL.to_vec()),
        steps in prop::collection::vec((1_i64..200, any::<bool>(), 0_f64..100., any::<bool>(), 0_i64..300), 1..30),
    ) {
        let mut watched = watched(rule);
        let mut now = 0;
        for (passed, is_so, percent, is_troubled, age) in steps {
            now += passed;
            let minute = now - age;
            watched.heard_at = watched.heard_at.max(Some(at(minute)));
            let tyres = json!({"values": [{"tirePressure": percent / 25.}], "unit": "bar"});
            let level = json!({"value": percent, "unit": "percent"});
            let mut facts = vec![
                flag(facts::LOCKED, !is_so, minute),
                flag(facts::CHARGING, !is_so, minute),
                said(facts::TYRES, &tyres, minute),
                said(facts::LEVEL, &level, minute),
            ];
            if is_troubled {
                facts = facts.into_iter().map(in_trouble).collect();
            }
            let facts = Facts::of(facts);
            let verdict = judge(&watched, &facts, &[], at(now));
            let was_open = watched.open_since.is_some();
            prop_assert!(verdict.raise.is_none() || !was_open || verdict.end.is_some());
            prop_assert!(verdict.end.is_none() || was_open);
            prop_assert!(verdict.due_at.is_none_or(|due| due > at(now)));
            prop_assert!(verdict.end.is_none_or(|end| end <= at(now) && Some(end) >= watched.open_since));
            if let Some((since, _)) = &verdict.raise {
                prop_assert!(*since <= at(now));
                prop_assert!(rule == WatchRule::Silent || !is_troubled);
            }
            watched = after(watched, &verdict);
            // Looked at once more, nothing is new.
            let again = judge(&watched, &facts, &[], at(now));
            prop_assert!(is_quiet(&again));
            prop_assert_eq!(again.episode, watched.episode);
            prop_assert_eq!(again.due_at, watched.due_at);
        }
    }
}
