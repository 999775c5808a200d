use serde_json::{Value, json};
use smartcar::{ScheduleId, commands::ChargeLimit};
use time::macros::datetime;

use super::*;

const SENT_AT: OffsetDateTime = datetime!(2026-11-24 12:00:00.700 UTC);

fn signal(code: &str, body: &Value, at: OffsetDateTime) -> Signal {
    Signal::from_value(json!({
        "id": code,
        "attributes": {"code": code, "status": {"value": "SUCCESS"}, "body": body},
        "meta": {"oemUpdatedAt": i64::try_from(at.unix_timestamp_nanos() / 1_000_000).unwrap()},
    }))
    .unwrap()
}

fn shows(command: &Command, code: &str, body: &Value) -> bool {
    let signals = [signal(code, body, SENT_AT + Duration::SECOND)];
    is_shown(command, Some("sched_1"), SENT_AT, &signals)
}

#[test]
fn each_command_has_a_body_that_shows_it_and_one_that_does_not() {
    let limit = |percent| Command::SetChargeLimit(ChargeLimit::new(percent).unwrap());
    let delete = || Command::DeleteChargeSchedule(ScheduleId::from("sched_1"));
    let create: Command = serde_json::from_value(json!({
        "command": "createChargeSchedule",
        "argument": {
            "location": {"latitude": 0, "longitude": 0},
            "times": {"daily": {"startTime": "01:00", "stopTime": "05:00"}},
        },
    }))
    .unwrap();
    let timers = |id: &str| json!({"values": [{"type": "LOCATION", "scheduleId": id}]});
    let (yes, no) = (json!({"value": true}), json!({"value": false}));
    let limits = |percent: u8| json!({"values": [], "activeLimit": percent, "unit": "percent"});
    for (command, code, shown, otherwise) in [
        (Command::Lock, "closure-islocked", &yes, &no),
        (Command::Unlock, "closure-islocked", &no, &yes),
        (Command::StartCharging, "charge-ischarging", &yes, &no),
        (Command::StopCharging, "charge-ischarging", &no, &yes),
        (
            Command::OpenChargePort,
            "charge-ischargingportflapopen",
            &yes,
            &no,
        ),
        (
            Command::CloseChargePort,
            "charge-ischargingportflapopen",
            &no,
            &yes,
        ),
        (limit(80), "charge-chargelimits", &limits(80), &limits(90)),
        (
            create,
            "charge-chargetimers",
            &timers("sched_1"),
            &timers("sched_2"),
        ),
        (
            delete(),
            "charge-chargetimers",
            &timers("sched_2"),
            &timers("sched_1"),
        ),
    ] {
        assert!(shows(&command, code, shown), "{command:?} {shown}");
        assert!(!shows(&command, code, otherwise), "{command:?} {otherwise}");
        assert!(
            !shows(&command, "odometer-traveleddistance", shown),
            "{command:?}"
        );
        assert!(
            !shows(&command, code, &json!({"value": "perhaps"})),
            "{command:?}"
        );
        assert!(!shows(&command, code, &Value::Null), "{command:?}");
        assert_eq!(signal_of(&command), Some(code));
    }
}

#[test]
fn an_older_value_proves_nothing() {
    let locked = json!({"value": true});
    for (age, is_proof) in [
        (Duration::HOUR, false),
        (Duration::SECOND, false),
        // The maker's clock has whole seconds.
        (Duration::milliseconds(700), true),
        (Duration::ZERO, true),
    ] {
        let signals = [signal("closure-islocked", &locked, SENT_AT - age)];
        assert_eq!(
            is_shown(&Command::Lock, None, SENT_AT, &signals),
            is_proof,
            "{age}"
        );
    }
}

#[test]
fn a_clock_that_is_ahead_proves_nothing() {
    let signals = [Signal::from_value(json!({
        "code": "closure-islocked", "status": {"value": "SUCCESS"}, "body": {"value": true},
        "meta": {"oemUpdatedAt": "2100-01-01T00:00:00Z", "retrievedAt": "2026-11-24T11:59:00Z"},
    }))
    .unwrap()];
    assert!(!is_shown(&Command::Lock, None, SENT_AT, &signals));
}

#[test]
fn a_value_without_an_instant_proves_nothing() {
    let signals = [Signal::from_value(json!({
        "code": "closure-islocked", "status": {"value": "SUCCESS"}, "body": {"value": true},
    }))
    .unwrap()];
    assert!(!is_shown(&Command::Lock, None, SENT_AT, &signals));
}

#[test]
fn a_signal_in_trouble_proves_nothing() {
    let signals = [Signal::from_value(json!({
        "code": "closure-islocked", "status": {"value": "ERROR", "error": {"type": "UPSTREAM"}},
        "body": {"value": true}, "meta": {"oemUpdatedAt": "2026-11-24T12:00:05Z"},
    }))
    .unwrap()];
    assert!(!is_shown(&Command::Lock, None, SENT_AT, &signals));
}

#[test]
fn no_signal_shows_a_destination() {
    let command: Command = serde_json::from_value(json!({
        "command": "setDestination", "argument": {"latitude": 1, "longitude": 2},
    }))
    .unwrap();
    assert_eq!(signal_of(&command), None);
    assert!(!shows(
        &command,
        "location-preciselocation",
        &json!({"latitude": 1, "longitude": 2})
    ));
}
