//! `Client::execute`: answers that are not what they seem.

use serde_json::json as value;
use smartcar::{
    Condition, Error, ErrorKind, ResolutionKind, ScheduleId, UserId, VehicleId,
    commands::{Command, CommandOutcome, CommandStatus},
};
use wiremock::{MockServer, ResponseTemplate};

use crate::support::{
    TOKEN, USER_ID, VEHICLE_ID, answering, client, json, server, server_with_token, vehicle_path,
};

const LIST: &str = include_str!("../fixtures/error_list.json");
const OBJECT: &str = include_str!("../fixtures/error_object.json");
const TOP_LEVEL: &str = include_str!("../fixtures/error_top_level.json");
const REAUTHENTICATE: &str = include_str!("../fixtures/error_reauthenticate.json");

async fn execute(server: &MockServer, command: &Command) -> Result<CommandOutcome, Error> {
    client(server)
        .execute(&UserId::new(USER_ID), &VehicleId::new(VEHICLE_ID), command)
        .await
}

fn lock_path() -> String {
    format!("{}/commands/security/lock", vehicle_path())
}

#[tokio::test]
async fn a_status_that_is_no_success_is_not_taken_for_one() {
    for (status, expected) in [
        (value!({"value": "success"}), CommandStatus::Success),
        (value!("FAILURE"), CommandStatus::Failure),
        (value!({"value": "PENDING"}), CommandStatus::Pending),
        (
            value!({"value": "MAYBE"}),
            CommandStatus::Other("MAYBE".to_owned()),
        ),
        (value!(null), CommandStatus::Other(String::new())),
    ] {
        let server = server_with_token().await;
        let body = value!({"data": {"attributes": {"status": status}}}).to_string();
        answering("POST", &lock_path(), json(202, &body))
            .expect(1)
            .mount(&server)
            .await;
        let outcome = execute(&server, &Command::Lock).await.unwrap();
        assert_eq!(outcome.is_success(), expected == CommandStatus::Success);
        assert_eq!(outcome.status, expected);
    }
}

#[tokio::test]
async fn an_error_in_the_body_of_a_success_is_that_error_and_is_certain() {
    for status in [200, 202] {
        for body in [LIST, OBJECT, TOP_LEVEL] {
            let server = server_with_token().await;
            answering("POST", &lock_path(), json(status, body))
                .expect(1)
                .mount(&server)
                .await;
            let error = execute(&server, &Command::Lock).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::VehicleState, "{body}");
            assert_eq!(error.status().unwrap(), 409);
            assert_eq!(error.code(), Some("ASLEEP"));
            assert_eq!(error.condition(), Condition::NotNow);
            assert_eq!(
                error.request_id(),
                Some("0c0ffee0-4444-4444-8444-000000000004")
            );
            assert!(!error.outcome_is_unknown());
        }
    }
}

#[tokio::test]
async fn an_error_without_a_status_of_its_own_has_none() {
    for body in [
        value!({"type": "COMPATIBILITY", "code": null}),
        value!({"error": {"type": "COMPATIBILITY"}}),
        value!({"data": {"attributes": {"status": {
            "value": "ERROR", "error": {"type": "COMPATIBILITY", "code": "VEHICLE_NOT_CAPABLE"},
        }}}}),
    ] {
        let server = server_with_token().await;
        let answer = json(202, &body.to_string());
        answering("POST", &lock_path(), answer)
            .expect(1)
            .mount(&server)
            .await;
        let error = execute(&server, &Command::Lock).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.status()),
            (ErrorKind::Compatibility, None),
            "{body}"
        );
        assert_eq!(error.condition(), Condition::NotCapable);
    }
}

#[tokio::test]
async fn a_deleted_schedule_needs_no_body() {
    let delete = Command::DeleteChargeSchedule(ScheduleId::new("s"));
    let at = format!("{}/charge-schedules/s", vehicle_path());
    for status in [200, 204] {
        let server = server_with_token().await;
        answering("DELETE", &at, ResponseTemplate::new(status))
            .expect(1)
            .mount(&server)
            .await;
        assert!(execute(&server, &delete).await.unwrap().is_success());
    }
}

#[tokio::test]
async fn re_authentication_brings_its_address() {
    let server = server_with_token().await;
    answering("POST", &lock_path(), json(400, REAUTHENTICATE))
        .expect(1)
        .mount(&server)
        .await;
    let error = execute(&server, &Command::Lock).await.unwrap_err();
    assert_eq!(error.condition(), Condition::NeedsReauthentication);
    let resolution = error.resolution().unwrap();
    assert_eq!(resolution.kind(), Some(&ResolutionKind::Reauthenticate));
    assert_eq!(resolution.url().unwrap().path(), "/oauth/reauthenticate");
}

#[tokio::test]
async fn a_refused_token_is_replaced_once_and_an_error_that_says_401_is_not_a_refused_token() {
    let server = server().await;
    answering("POST", "/oauth2/token", json(200, TOKEN))
        .expect(2)
        .mount(&server)
        .await;
    answering("POST", &lock_path(), ResponseTemplate::new(401))
        .expect(2)
        .mount(&server)
        .await;
    let error = execute(&server, &Command::Lock).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authentication);

    let server = server_with_token().await;
    let body = r#"{"errors":[{"status":"401","type":"AUTHENTICATION","code":"UNAUTHORIZED"}]}"#;
    answering("POST", &lock_path(), json(202, body))
        .expect(1)
        .mount(&server)
        .await;
    let error = execute(&server, &Command::Lock).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authentication);
}
