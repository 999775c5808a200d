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
