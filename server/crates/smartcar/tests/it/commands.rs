//! `Client::execute`: what is sent, and the recorded answers.

use serde_json::{Value, json as value};
use smartcar::{
    Coordinates, Error, ErrorKind, ScheduleId, UserId, VehicleId,
    commands::{
        ChargeLimit, ChargeSchedule, ChargeWindow, Command, CommandOutcome, Day, ScheduleTimes,
        WeeklyWindows, WorkweekWindows,
    },
};
use time::macros::datetime;
use wiremock::{
    Mock, MockServer,
    matchers::{header, method, path},
};

use crate::support::{
    USER_ID, VEHICLE_ID, answering, client, json, server, server_with_token, vehicle_path,
};

const SUCCESS: &str = include_str!("../fixtures/command_success.json");
const SCHEDULED: &str = include_str!("../fixtures/charge_schedule_success.json");

async fn execute(server: &MockServer, command: &Command) -> Result<CommandOutcome, Error> {
    client(server)
        .execute(&UserId::new(USER_ID), &VehicleId::new(VEHICLE_ID), command)
        .await
}

fn lock_path() -> String {
    format!("{}/commands/security/lock", vehicle_path())
}

fn window(start: &str, stop: &str) -> ChargeWindow {
    ChargeWindow::new(start.parse().unwrap(), stop.parse().unwrap()).unwrap()
}

fn schedule(times: ScheduleTimes) -> Command {
    let location = Coordinates::new(48.137, 11.575).unwrap();
    Command::CreateChargeSchedule(ChargeSchedule { location, times })
}

/// Every command, and how it is sent.
fn wire_forms() -> Vec<(Command, &'static str, &'static str, Option<Value>)> {
    let place = value!({"latitude": 48.137, "longitude": 11.575});
    let morning = value!({"startTime": "08:00", "stopTime": "10:00"});
    let evening = value!({"startTime": "20:30", "stopTime": "23:59"});
    let weekly = [
        (Day::Sunday, window("20:30", "23:59")),
        (Day::Monday, window("08:00", "10:00")),
    ];
    let workweek = WorkweekWindows::new(
        Some(window("08:00", "10:00")),
        Some(window("20:30", "23:59")),
    );
    vec![
        (Command::Lock, "POST", "/commands/security/lock", None),
        (Command::Unlock, "POST", "/commands/security/unlock", None),
        (
            Command::StartCharging,
            "POST",
            "/commands/charge/start",
            None,
        ),
        (Command::StopCharging, "POST", "/commands/charge/stop", None),
        (
            Command::OpenChargePort,
            "POST",
            "/commands/charge-port/open",
            None,
        ),
        (
            Command::CloseChargePort,
            "POST",
            "/commands/charge-port/close",
            None,
        ),
        (
            Command::SetChargeLimit(ChargeLimit::new(80).unwrap()),
            "POST",
            "/commands/charge/set-limit",
            Some(value!({"percent": 80})),
        ),
        (
            Command::SetDestination(Coordinates::new(48.137, 11.575).unwrap()),
            "POST",
            "/commands/navigation/set-destination",
            Some(place.clone()),
        ),
        (
            schedule(ScheduleTimes::Daily(window("08:00", "10:00"))),
            "POST",
            "/charge-schedules/daily",
            Some(value!({"location": place, "startTime": "08:00", "stopTime": "10:00"})),
        ),
        (
            schedule(ScheduleTimes::Weekly(WeeklyWindows::new(weekly).unwrap())),
            "POST",
            "/charge-schedules/weekly",
            Some(value!({"location": place, "days": {"monday": morning, "sunday": evening}})),
        ),
        (
            schedule(ScheduleTimes::Workweek(workweek.unwrap())),
            "POST",
            "/charge-schedules/workweek",
            Some(value!({"location": place, "weekdays": morning, "weekends": evening})),
        ),
        (
            Command::DeleteChargeSchedule(ScheduleId::new("sched/1")),
            "DELETE",
            "/charge-schedules/sched%2F1",
            None,
        ),
    ]
}

#[tokio::test]
async fn each_command_is_sent_as_the_reference_says() {
    for (command, verb, at, attributes) in wire_forms() {
        let server = server_with_token().await;
        Mock::given(method(verb))
            .and(path(vehicle_path() + at))
            .and(header("authorization", "Bearer fixture-access-token"))
            .and(header("sc-user-id", USER_ID))
            .respond_with(json(200, SUCCESS))
            .expect(1)
            .mount(&server)
            .await;
        execute(&server, &command).await.unwrap();

        let requests = server.received_requests().await.unwrap();
        let request = requests.last().unwrap();
        let content_type = request.headers.get("content-type");
        if let Some(attributes) = attributes {
            assert_eq!(content_type.unwrap(), "application/json");
            let body: Value = request.body_json().unwrap();
            assert_eq!(body, value!({"data": {"attributes": attributes}}));
        } else {
            assert_eq!((content_type, request.body.len()), (None, 0), "{at}");
        }
        let stored = serde_json::to_string(&command).unwrap();
        assert_eq!(serde_json::from_str::<Command>(&stored).unwrap(), command);
    }
}

#[tokio::test]
async fn the_recorded_executions() {
    let server = server_with_token().await;
    let answer = json(200, SUCCESS).insert_header("SC-Request-Id", "r-1");
    answering("POST", &lock_path(), answer)
        .expect(1)
        .mount(&server)
        .await;
    let outcome = execute(&server, &Command::Lock).await.unwrap();
    assert!(outcome.is_success());
    assert_eq!(outcome.execution_id.as_deref(), Some("exec_fixture"));
    assert_eq!(outcome.executed_at, Some(datetime!(2026-09-22 12:00 UTC)));
    assert_eq!(
        outcome.completed_at,
        Some(datetime!(2026-09-22 12:00:02 UTC))
    );
    assert_eq!(outcome.request_id.as_deref(), Some("r-1"));
    assert_eq!(outcome.schedule_id, None);

    let server = server_with_token().await;
    let at = format!("{}/charge-schedules/daily", vehicle_path());
    answering("POST", &at, json(202, SCHEDULED))
        .expect(1)
        .mount(&server)
        .await;
    let daily = schedule(ScheduleTimes::Daily(window("08:00", "10:00")));
    let outcome = execute(&server, &daily).await.unwrap();
    assert_eq!(outcome.schedule_id, Some(ScheduleId::new("sched_fixture")));
}

#[tokio::test]
async fn an_identifier_that_cannot_be_sent_is_not_sent() {
    let server = server().await;
    let client = client(&server);
    let good = (UserId::new(USER_ID), VehicleId::new(VEHICLE_ID));
    for (user, vehicle, command) in [
        (&UserId::new("a\nb"), &good.1, Command::Lock),
        (&good.0, &VehicleId::new(".."), Command::Lock),
        (
            &good.0,
            &good.1,
            Command::DeleteChargeSchedule(ScheduleId::new("")),
        ),
    ] {
        let error = client.execute(user, vehicle, &command).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
        assert!(!error.outcome_is_unknown());
    }
}
