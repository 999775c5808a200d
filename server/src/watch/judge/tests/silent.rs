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
