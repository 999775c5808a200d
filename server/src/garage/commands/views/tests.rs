use serde_json::json;
use time::{Duration, macros::datetime};

use app::vehicle::command::model::{Action, Repeats};

use super::*;

const NOW: OffsetDateTime = datetime!(2026-11-24 12:00 UTC);

fn stored(state: CommandState) -> StoredCommand {
    StoredCommand {
        id: "id".to_owned(),
        command: r#"{"command":"lock"}"#.to_owned(),
        state,
        asked_at: NOW - Duration::minutes(2),
        sent_at: Some(NOW - Duration::minutes(2)),
        answered_at: Some(NOW - Duration::MINUTE),
        seen_at: None,
        held_until: Some(NOW + Duration::SECOND),
        refusal: None,
        request_id: None,
        schedule_id: None,
    }
}

fn shown(stored: StoredCommand) -> Progress {
    report(stored, NOW).progress
}

fn left_behind(state: CommandState) -> StoredCommand {
    StoredCommand {
        held_until: Some(NOW),
        answered_at: None,
        ..stored(state)
    }
}

#[test]
fn a_command_that_was_left_behind_is_never_shown_as_done() {
    assert_eq!(
        shown(left_behind(CommandState::Asked)),
        Progress::NotSent {
            reason: NotSentReason::Interrupted
        }
    );
    assert_eq!(
        shown(left_behind(CommandState::Sent)),
        Progress::Unknown {
            sent_at: NOW - Duration::minutes(2),
            refusal: None,
            is_looked_for: false,
        }
    );
    assert!(matches!(
        shown(left_behind(CommandState::Accepted)),
        Progress::NotSeen { .. }
    ));
}

#[test]
fn while_it_is_held_it_is_under_way() {
    assert_eq!(shown(stored(CommandState::Asked)), Progress::Asked);
    assert!(matches!(
        shown(stored(CommandState::Sent)),
        Progress::Sent { .. }
    ));
    assert!(matches!(
        shown(stored(CommandState::Accepted)),
        Progress::Accepted { .. }
    ));
}

#[test]
fn no_signal_tells_of_a_destination() {
    let destination = StoredCommand {
        command: r#"{"command":"setDestination","argument":{"latitude":1,"longitude":2}}"#
            .to_owned(),
        ..stored(CommandState::Accepted)
    };
    assert!(matches!(
        shown(destination),
        Progress::AcceptedUnseen { .. }
    ));
}

#[test]
fn a_reason_survives_the_ledger() {
    let refused = Refused {
        condition: Condition::NotNow,
        error_type: Some("VEHICLE_STATE".to_owned()),
        code: Some("DOOR_OPEN".to_owned()),
    };
    let stored = StoredCommand {
        refusal: serde_json::to_string(&refused).ok(),
        ..stored(CommandState::Refused)
    };
    let Progress::Refused { refusal, .. } = shown(stored) else {
        panic!("it was refused");
    };
    assert_eq!(refusal.code.as_deref(), Some("DOOR_OPEN"));
    assert_eq!(refusal.condition, Condition::NotNow);
}

#[test]
fn what_a_newer_carport_wrote_is_shown_as_such() {
    for command in [
        "",
        "{}",
        r#"{"command":"explode"}"#,
        r#"{"command":"setChargeLimit","argument":306}"#,
    ] {
        let stored = StoredCommand {
            command: command.to_owned(),
            refusal: Some("{".to_owned()),
            ..stored(CommandState::Refused)
        };
        let report = report(stored, NOW);
        assert_eq!(report.action, Action::Unreadable);
        assert!(matches!(report.progress, Progress::Refused { .. }));
    }
}

#[test]
fn a_schedule_is_shown_by_its_windows() {
    let window = json!({"startTime": "01:00", "stopTime": "05:00"});
    for (times, repeats, words) in [
        (json!({"daily": window}), Repeats::Daily, "01:00 to 05:00"),
        (
            json!({"weekly": {"sunday": window}}),
            Repeats::Weekly,
            "Sunday 01:00 to 05:00",
        ),
        (
            json!({"workweek": {"weekends": window}}),
            Repeats::Workweek,
            "Saturday and Sunday 01:00 to 05:00",
        ),
    ] {
        let command = json!({
            "command": "createChargeSchedule",
            "argument": {"location": {"latitude": 0, "longitude": 0}, "times": times},
        });
        let action = action::of(serde_json::from_value(command).ok());
        assert_eq!(
            action,
            Action::CreateChargeSchedule {
                repeats,
                windows: vec![words.to_owned()]
            }
        );
    }
}

fn created(state: CommandState) -> StoredCommand {
    let window = json!({"startTime": "01:00", "stopTime": "05:00"});
    StoredCommand {
        command: json!({
            "command": "createChargeSchedule",
            "argument": {
                "location": {"latitude": 0, "longitude": 0}, "times": {"daily": window},
            },
        })
        .to_string(),
        schedule_id: Some("sched_1".to_owned()),
        ..stored(state)
    }
}

#[test]
fn a_schedule_that_the_car_does_not_name_yet_can_be_deleted() {
    let deletion = StoredCommand {
        command: r#"{"command":"deleteChargeSchedule","argument":"sched_1"}"#.to_owned(),
        ..stored(CommandState::Accepted)
    };
    let ids = |commands: &[StoredCommand]| {
        schedules::deletable(&[], commands)
            .into_iter()
            .map(|schedule| schedule.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&[created(CommandState::Accepted)]), ["sched_1"]);
    assert!(ids(&[created(CommandState::Refused)]).is_empty());
    assert!(ids(&[created(CommandState::Seen)]).is_empty());
    assert!(ids(&[deletion, created(CommandState::Accepted)]).is_empty());
}
