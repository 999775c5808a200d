mod charging_stopped;
mod silent;
mod tyre_low;
mod unlocked;

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
