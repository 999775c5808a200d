//! The ledger of commands.

use std::sync::Arc;

use server::storage::{CommandAdded, CommandState, NewCommand, Store, StoredCommand};
use smartcar::{UserId, VehicleId};
use time::Duration;

use super::{admit, now};

fn lock(id: &str, form_key: &str) -> NewCommand {
    NewCommand {
        id: id.to_owned(),
        owner: UserId::new("owner"),
        vehicle: VehicleId::new("car"),
        form_key: form_key.to_owned(),
        command: r#"{"command":"lock"}"#.to_owned(),
        asked_at: now(),
        held_until: now() + Duration::seconds(20),
    }
}

async fn newest(store: &Arc<dyn Store>) -> Vec<StoredCommand> {
    let (owner, car) = (UserId::new("owner"), VehicleId::new("car"));
    store.commands(&owner, &car, 10).await.unwrap().newest
}

async fn states(store: &Arc<dyn Store>) -> Vec<(String, CommandState)> {
    let newest = newest(store).await;
    newest
        .into_iter()
        .map(|stored| (stored.id, stored.state))
        .collect()
}

async fn answered(store: &Arc<dyn Store>, id: &str, state: CommandState) {
    let newest = newest(store).await;
    let stored = newest.into_iter().find(|stored| stored.id == id).unwrap();
    store
        .save_command(&StoredCommand {
            state,
            sent_at: Some(now()),
            answered_at: Some(now() + Duration::SECOND),
            held_until: None,
            refusal: Some("{}".to_owned()),
            request_id: Some("request".to_owned()),
            schedule_id: Some("sched_1".to_owned()),
            ..stored
        })
        .await
        .unwrap();
}

pub(super) async fn a_command_is_there_before_it_is_sent(store: Arc<dyn Store>) {
    admit(&store, "garage", "owner", &["car"]).await;
    assert_eq!(
        store.add_command(&lock("1", "a")).await.unwrap(),
        CommandAdded::Added
    );
    let stored = newest(&store).await.remove(0);
    assert_eq!(stored.state, CommandState::Asked);
    assert_eq!(stored.asked_at, now());
    assert_eq!(stored.sent_at, None);

    answered(&store, "1", CommandState::Accepted).await;
    let stored = newest(&store).await.remove(0);
    assert_eq!(stored.state, CommandState::Accepted);
    assert_eq!(stored.sent_at, Some(now()));
    assert_eq!(stored.answered_at, Some(now() + Duration::SECOND));
    assert_eq!(stored.refusal.as_deref(), Some("{}"));
    assert_eq!(stored.request_id.as_deref(), Some("request"));
    assert_eq!(stored.schedule_id.as_deref(), Some("sched_1"));
}

pub(super) async fn one_at_a_time_for_each_vehicle(store: Arc<dyn Store>) {
    admit(&store, "garage", "owner", &["car", "other"]).await;
    store.add_command(&lock("1", "a")).await.unwrap();
    assert_eq!(
        store.add_command(&lock("2", "b")).await.unwrap(),
        CommandAdded::Busy
    );
    let elsewhere = NewCommand {
        vehicle: VehicleId::new("other"),
        ..lock("3", "a")
    };
    assert_eq!(
        store.add_command(&elsewhere).await.unwrap(),
        CommandAdded::Added
    );
    answered(&store, "1", CommandState::Refused).await;
    assert_eq!(
        store.add_command(&lock("4", "c")).await.unwrap(),
        CommandAdded::Added
    );
}

pub(super) async fn two_presses_of_one_form_are_one_command(store: Arc<dyn Store>) {
    admit(&store, "garage", "owner", &["car"]).await;
    let (first, second) = (lock("1", "a"), lock("2", "a"));
    let (one, other) = tokio::join!(store.add_command(&first), store.add_command(&second));
    let added = [one.unwrap(), other.unwrap()];
    let count = |wanted: fn(&CommandAdded) -> bool| added.iter().filter(|one| wanted(one)).count();
    assert_eq!(count(|one| *one == CommandAdded::Added), 1);
    assert_eq!(
        count(|one| matches!(one, CommandAdded::PressedBefore { .. })),
        1
    );
    assert_eq!(newest(&store).await.len(), 1);

    let other_command = NewCommand {
        command: r#"{"command":"startCharging"}"#.to_owned(),
        ..lock("3", "a")
    };
    assert_eq!(
        store.add_command(&other_command).await.unwrap(),
        CommandAdded::Busy
    );
}

pub(super) async fn what_nobody_works_on_does_not_stand_in_the_way(store: Arc<dyn Store>) {
    admit(&store, "garage", "owner", &["car"]).await;
    let later = |id: &str, after: i64| NewCommand {
        asked_at: now() + Duration::seconds(after),
        held_until: now() + Duration::seconds(after + 20),
        ..lock(id, id)
    };
    store.add_command(&lock("1", "1")).await.unwrap();
    store
        .hold_command("1", now() + Duration::seconds(40))
        .await
        .unwrap();
    assert_eq!(
        store.add_command(&later("2", 39)).await.unwrap(),
        CommandAdded::Busy
    );
    assert_eq!(
        store.add_command(&later("3", 40)).await.unwrap(),
        CommandAdded::Added
    );
    let stored = newest(&store).await.remove(0);
    store
        .save_command(&StoredCommand {
            state: CommandState::Sent,
            ..stored
        })
        .await
        .unwrap();
    assert_eq!(
        store.add_command(&later("4", 60)).await.unwrap(),
        CommandAdded::Added
    );
    assert_eq!(
        states(&store).await,
        [
            ("4".to_owned(), CommandState::Asked),
            ("3".to_owned(), CommandState::Unknown),
            ("1".to_owned(), CommandState::Unsent),
        ]
    );
}

pub(super) async fn what_was_seen_stays_seen(store: Arc<dyn Store>) {
    admit(&store, "garage", "owner", &["car"]).await;
    store.add_command(&lock("1", "a")).await.unwrap();
    answered(&store, "1", CommandState::Seen).await;
    answered(&store, "1", CommandState::Accepted).await;
    assert_eq!(states(&store).await, [("1".to_owned(), CommandState::Seen)]);
}

pub(super) async fn the_newest_come_first_and_older_ones_are_known(store: Arc<dyn Store>) {
    admit(&store, "garage", "owner", &["car"]).await;
    for number in 0..5 {
        let id = number.to_string();
        let command = NewCommand {
            asked_at: now() + Duration::seconds(number),
            ..lock(&id, &id)
        };
        assert_eq!(
            store.add_command(&command).await.unwrap(),
            CommandAdded::Added
        );
        answered(&store, &id, CommandState::Refused).await;
    }
    let (owner, car) = (UserId::new("owner"), VehicleId::new("car"));
    let history = store.commands(&owner, &car, 2).await.unwrap();
    let ids: Vec<_> = history.newest.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["4", "3"]);
    assert!(history.has_older);
    let history = store.commands(&owner, &car, 5).await.unwrap();
    assert_eq!(history.newest.len(), 5);
    assert!(!history.has_older);
}

pub(super) async fn commands_go_with_their_vehicle(store: Arc<dyn Store>) {
    assert_eq!(
        store.add_command(&lock("1", "a")).await.unwrap(),
        CommandAdded::VehicleGone
    );
    admit(&store, "garage", "owner", &["car"]).await;
    store.add_command(&lock("1", "a")).await.unwrap();
    admit(&store, "garage", "owner", &["car"]).await;
    assert_eq!(newest(&store).await.len(), 1);
    store
        .remove_vehicle(&UserId::new("owner"), &VehicleId::new("car"))
        .await
        .unwrap();
    assert!(newest(&store).await.is_empty());
}
