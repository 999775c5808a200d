use super::*;

fn tyres(bar: f64, minute: i64) -> (&'static str, Fact) {
    let values = json!({"values": [{"row": 0, "column": 0, "tirePressure": bar}], "unit": "bar"});
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
