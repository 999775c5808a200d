//! What owners want to be told of their vehicles, and what was noticed.

use std::sync::Arc;

use app::watch::rule::WatchRule;
use server::storage::{
    Episode, NewNotice, NewRule, Settled, SignalReport, Store, StoredNotice, WatchedRule,
};
use smartcar::{UserId, VehicleId};
use time::{Duration, OffsetDateTime};

use super::{admit, garage, now};

const UNLOCKED: NewRule = NewRule {
    rule: WatchRule::Unlocked,
    is_on: true,
    threshold: 10,
};

fn ids() -> (UserId, VehicleId) {
    (UserId::new("owner"), VehicleId::new("car"))
}

async fn set(store: &Arc<dyn Store>, rules: &[NewRule], at: OffsetDateTime) {
    let (owner, car) = ids();
    let is_set = store.set_watch_rules(&owner, &car, rules, at).await;
    assert!(is_set.unwrap());
}

/// A car whose owner wants to be told when it is unlocked.
async fn watched(store: &Arc<dyn Store>) -> WatchedRule {
    admit(store, "mine", "owner", &["car"]).await;
    set(store, &[UNLOCKED], now()).await;
    the_one(store).await
}

async fn the_one(store: &Arc<dyn Store>) -> WatchedRule {
    let (owner, car) = ids();
    let mut all = store.watched(&owner, &car).await.unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn notice(id: &str) -> NewNotice {
    NewNotice {
        id: id.to_owned(),
        finding: Some("{\"kind\":\"\u{202e}'; DROP TABLE notice\"}".to_owned()),
        since: now(),
        noticed_at: now() + Duration::minutes(10),
    }
}

fn raising(id: &str) -> Settled {
    Settled {
        episode: Episode {
            contrary_at: Some(now() - Duration::MINUTE),
            so_since: Some(now()),
            so_at: Some(now() + Duration::MINUTE),
            told_since: Some(now()),
        },
        due_at: None,
        end: None,
        raise: Some(notice(id)),
    }
}

fn ending(at: OffsetDateTime) -> Settled {
    Settled {
        episode: Episode::default(),
        due_at: None,
        end: Some(at),
        raise: None,
    }
}

async fn open(store: &Arc<dyn Store>) -> Vec<String> {
    names(store.open_notices(&garage("mine"), 200).await.unwrap())
}

async fn past(store: &Arc<dyn Store>) -> Vec<String> {
    names(store.past_notices(&garage("mine"), 50).await.unwrap())
}

fn names(notices: Vec<StoredNotice>) -> Vec<String> {
    notices.into_iter().map(|notice| notice.id).collect()
}

async fn mark(store: &Arc<dyn Store>) -> String {
    let revision = store.revision(&garage("mine")).await.unwrap();
    revision.unwrap().mark
}

pub(super) async fn a_rule_is_kept_and_begins_anew_when_it_changes(store: Arc<dyn Store>) {
    let rule = watched(&store).await;
    assert_eq!((rule.rule, rule.threshold), (WatchRule::Unlocked, 10));
    assert_eq!((rule.on_since, rule.due_at), (now(), Some(now())));
    let settled = Settled {
        raise: None,
        due_at: Some(now() + Duration::minutes(10)),
        ..raising("none")
    };
    let before = mark(&store).await;
    assert!(store.settle_watched(&rule, &settled).await.unwrap());
    assert_eq!(mark(&store).await, before, "nothing that an owner sees");
    let rule = the_one(&store).await;
    assert_eq!(rule.episode, settled.episode);
    assert_eq!(rule.due_at, settled.due_at);

    // Saved once more as it is, it goes on.
    let later = now() + Duration::minutes(5);
    set(&store, &[UNLOCKED], later).await;
    assert_eq!(the_one(&store).await, rule);
    let threshold = 20;
    set(
        &store,
        &[NewRule {
            threshold,
            ..UNLOCKED
        }],
        later,
    )
    .await;
    let changed = the_one(&store).await;
    assert_eq!(changed.episode, Episode::default());
    assert_eq!((changed.on_since, changed.due_at), (later, Some(later)));

    let off = NewRule {
        is_on: false,
        threshold,
        ..UNLOCKED
    };
    set(&store, &[off], later).await;
    let (owner, car) = ids();
    assert_eq!(store.watched(&owner, &car).await.unwrap(), []);
    assert_eq!(store.due_watched(later, 10).await.unwrap(), []);
    let stored = store.watch_rules(&garage("mine")).await.unwrap();
    assert_eq!(stored.len(), 1);
    assert_eq!(stored[0].setting, off, "its threshold is remembered");
}

pub(super) async fn a_notice_is_raised_once_and_ends(store: Arc<dyn Store>) {
    let rule = watched(&store).await;
    let before = mark(&store).await;
    assert!(store.settle_watched(&rule, &raising("a")).await.unwrap());
    assert_ne!(mark(&store).await, before, "every open page is told");
    assert_eq!(open(&store).await, ["a"]);
    assert_eq!(store.count_open_notices(&garage("mine")).await.unwrap(), 1);

    // Another replica had looked at the same time.
    let before = mark(&store).await;
    assert!(!store.settle_watched(&rule, &raising("b")).await.unwrap());
    let newer = the_one(&store).await;
    assert_eq!(newer.open_since, Some(now()));
    assert!(!store.settle_watched(&newer, &raising("b")).await.unwrap());
    assert_eq!(the_one(&store).await, newer, "nothing of it was written");
    assert_eq!(mark(&store).await, before);
    assert_eq!(open(&store).await, ["a"]);

    let until = now() + Duration::minutes(30);
    assert!(store.settle_watched(&newer, &ending(until)).await.unwrap());
    assert!(open(&store).await.is_empty());
    let ended = store.past_notices(&garage("mine"), 50).await.unwrap();
    let NewNotice {
        id,
        finding,
        since,
        noticed_at,
    } = notice("a");
    let (owner, vehicle) = ids();
    assert_eq!(
        ended,
        [StoredNotice {
            id,
            owner,
            vehicle,
            rule: WatchRule::Unlocked,
            threshold: 10,
            finding,
            since,
            noticed_at,
            ended_at: Some(until),
            put_away_at: None,
        }]
    );
    // And may be so again.
    let rule = the_one(&store).await;
    assert_eq!(rule.open_since, None);
    let again = Settled {
        end: Some(until),
        ..raising("c")
    };
    assert!(store.settle_watched(&rule, &again).await.unwrap());
    assert_eq!(
        (open(&store).await, past(&store).await.len()),
        (vec!["c".to_owned()], 1)
    );
}

pub(super) async fn two_looks_at_once_raise_one_notice(store: Arc<dyn Store>) {
    let rule = watched(&store).await;
    let (one, two) = (raising("one"), raising("two"));
    let (first, second) = tokio::join!(
        store.settle_watched(&rule, &one),
        store.settle_watched(&rule, &two)
    );
    assert_ne!(first.unwrap(), second.unwrap());
    assert_eq!(open(&store).await.len(), 1);
}

pub(super) async fn one_question_finds_what_is_due_of_every_vehicle(store: Arc<dyn Store>) {
    admit(&store, "mine", "owner", &["car", "other"]).await;
    admit(&store, "theirs", "stranger", &["car"]).await;
    for (owner, car, minutes) in [
        ("owner", "car", 3),
        ("owner", "other", 1),
        ("stranger", "car", 2),
    ] {
        let at = now() + Duration::minutes(minutes);
        let (owner, car) = (UserId::new(owner), VehicleId::new(car));
        let is_set = store.set_watch_rules(&owner, &car, &[UNLOCKED], at).await;
        assert!(is_set.unwrap());
        let report = SignalReport {
            code: "closure-islocked".to_owned(),
            is_good: true,
            at: at - Duration::HOUR,
            reported_at: at,
            json: format!("{{\"of\":\"{}\"}}", owner.as_str()),
        };
        let reports = [
            report.clone(),
            SignalReport {
                code: "odometer-traveleddistance".to_owned(),
                at,
                ..report.clone()
            },
            SignalReport {
                is_good: false,
                code: "wheel-tires".to_owned(),
                ..report
            },
        ];
        store
            .take_in_signals(&owner, &car, &reports, at)
            .await
            .unwrap();
    }
    let due = |minutes, limit| store.due_watched(now() + Duration::minutes(minutes), limit);
    assert_eq!(due(0, 10).await.unwrap(), []);
    let two = due(2, 10).await.unwrap();
    let whose: Vec<&str> = two.iter().map(|rule| rule.owner.as_str()).collect();
    assert_eq!(whose, ["owner", "stranger"]);
    assert_eq!(two[0].heard_at, Some(now() + Duration::MINUTE));
    assert_eq!(due(3, 10).await.unwrap().len(), 3);
    assert_eq!(due(3, 1).await.unwrap()[0].vehicle.as_str(), "other");

    let cars = [ids(), (UserId::new("stranger"), VehicleId::new("car"))];
    let codes = ["closure-islocked", "wheel-tires", "nothing"];
    let mut signals = store.watched_signals(&cars, &codes).await.unwrap();
    signals.sort_by(|one, other| {
        (one.owner.as_str(), &one.code).cmp(&(other.owner.as_str(), &other.code))
    });
    assert_eq!(signals.len(), 4);
    let told = signals[0].good.as_ref().unwrap();
    assert_eq!(told.0, "{\"of\":\"owner\"}");
    assert_eq!(told.1, now() + Duration::minutes(3) - Duration::HOUR);
    assert!(!signals[0].is_in_trouble);
    assert!(signals[1].good.is_none() && signals[1].is_in_trouble);
    assert_eq!(store.watched_signals(&[], &codes).await.unwrap(), []);
}

pub(super) async fn a_notice_is_put_away_by_its_owner_alone(store: Arc<dyn Store>) {
    let rule = watched(&store).await;
    assert!(store.settle_watched(&rule, &raising("a")).await.unwrap());
    admit(&store, "theirs", "stranger", &["car"]).await;
    for (name, id, is_there) in [
        ("theirs", "a", false),
        ("mine", "b", false),
        ("mine", "'; --", false),
        ("mine", "a", true),
        ("mine", "a", true),
    ] {
        let put_away = store.put_notice_away(&garage(name), id, now()).await;
        assert_eq!(put_away.unwrap(), is_there, "{name} {id}");
    }
    assert_eq!(store.count_open_notices(&garage("mine")).await.unwrap(), 0);
    assert_eq!((open(&store).await.len(), past(&store).await.len()), (0, 1));
    // It is still so, and no second one.
    let newer = the_one(&store).await;
    assert_eq!(newer.open_since, Some(now()));
}

pub(super) async fn what_is_switched_off_ends_its_notice(store: Arc<dyn Store>) {
    let rule = watched(&store).await;
    assert!(store.settle_watched(&rule, &raising("a")).await.unwrap());
    let is_on = false;
    set(
        &store,
        &[NewRule { is_on, ..UNLOCKED }],
        now() + Duration::HOUR,
    )
    .await;
    let ended = store.past_notices(&garage("mine"), 50).await.unwrap();
    assert_eq!(ended[0].ended_at, Some(now() + Duration::HOUR));
    // Who had looked before is too late.
    assert!(!store.settle_watched(&rule, &raising("b")).await.unwrap());
    assert!(open(&store).await.is_empty());
}

pub(super) async fn rules_and_notices_go_with_their_vehicle(store: Arc<dyn Store>) {
    let (owner, car) = ids();
    for by_owner in [false, true] {
        let rule = watched(&store).await;
        assert!(store.settle_watched(&rule, &raising("a")).await.unwrap());
        if by_owner {
            store.remove_owner(&owner).await.unwrap();
        } else {
            store.remove_vehicle(&owner, &car).await.unwrap();
        }
        assert!(!store.settle_watched(&rule, &ending(now())).await.unwrap());
        let set = store.set_watch_rules(&owner, &car, &[UNLOCKED], now());
        assert!(!set.await.unwrap());
        // Whoever has the car now, or again, sees nothing of it.
        admit(&store, "mine", "owner", &["car"]).await;
        admit(&store, "theirs", "stranger", &["car"]).await;
        for name in ["mine", "theirs"] {
            let garage = garage(name);
            assert_eq!(store.open_notices(&garage, 9).await.unwrap(), []);
            assert_eq!(store.past_notices(&garage, 9).await.unwrap(), []);
            assert_eq!(store.watch_rules(&garage).await.unwrap(), []);
        }
        assert_eq!(store.due_watched(now(), 9).await.unwrap(), []);
    }
}

pub(super) async fn notices_of_long_ago_are_removed(store: Arc<dyn Store>) {
    let rule = watched(&store).await;
    assert!(store.settle_watched(&rule, &raising("a")).await.unwrap());
    let later = now() + Duration::days(100);
    assert_eq!(store.remove_notices(later).await.unwrap(), 0, "it is open");
    let rule = the_one(&store).await;
    assert!(store.settle_watched(&rule, &ending(later)).await.unwrap());
    assert_eq!(store.remove_notices(later).await.unwrap(), 0);
    let after = later + Duration::SECOND;
    assert_eq!(store.remove_notices(after).await.unwrap(), 1);
    assert!(past(&store).await.is_empty());
}
