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
