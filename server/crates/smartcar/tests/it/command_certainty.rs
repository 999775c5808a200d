//! Whether a vehicle may have done what nobody says that it did. A command is sent once whatever
//! happens, which every test here counts.

use std::time::Duration;

use smartcar::{
    Client, Error, ErrorKind, UserId, VehicleId,
    commands::{Command, CommandOutcome},
};
use tokio::{io::AsyncWriteExt, time::Instant};
use wiremock::ResponseTemplate;

use crate::support::{
    USER_ID, VEHICLE_ID, Wire, answering, builder, client, client_at, json, nobody,
    server_with_token, vehicle_path,
};

const SUCCESS: &str = include_str!("../fixtures/command_success.json");
const ASLEEP: &str = include_str!("../fixtures/error_list.json");
const ACCEPTED: &str = "HTTP/1.1 202 Accepted\r\nconnection: close\r\n\r\n";

async fn lock(client: &Client) -> Result<CommandOutcome, Error> {
    let (user, vehicle) = (UserId::new(USER_ID), VehicleId::new(VEHICLE_ID));
    client.execute(&user, &vehicle, &Command::Lock).await
}

fn lock_path() -> String {
    format!("{}/commands/security/lock", vehicle_path())
}

/// The error of a lock that is answered so, and sent once.
async fn error_of(response: ResponseTemplate) -> Error {
    let server = server_with_token().await;
    answering("POST", &lock_path(), response)
        .expect(1)
        .mount(&server)
        .await;
    lock(&client(&server)).await.unwrap_err()
}

#[tokio::test]
async fn nothing_that_smartcar_refuses_was_carried_out_and_nothing_is_sent_again() {
    for status in [400, 403, 404, 409, 429, 430, 501] {
        for body in [ASLEEP, "", "<html>No</html>"] {
            let error = error_of(json(status, body)).await;
            assert!(!error.outcome_is_unknown(), "{status} {body}");
        }
    }
    for status in [500, 502, 503] {
        assert!(
            !error_of(json(status, ASLEEP)).await.outcome_is_unknown(),
            "{status}"
        );
    }
    let elsewhere = ResponseTemplate::new(307).insert_header("location", "https://a.example/");
    let error = error_of(elsewhere).await;
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert!(!error.outcome_is_unknown());
}

#[tokio::test]
async fn what_a_gateway_says_leaves_the_outcome_unknown() {
    for status in [500, 502, 503, 504, 408] {
        let error = error_of(json(status, "<html>Bad gateway</html>")).await;
        assert!(error.outcome_is_unknown(), "{status}");
    }
    assert!(error_of(json(504, ASLEEP)).await.outcome_is_unknown());
    let silent = r#"{"errors":[{"status":"502","type":"UPSTREAM","code":"NO_RESPONSE"}]}"#;
    for status in [502, 202] {
        assert!(
            error_of(json(status, silent)).await.outcome_is_unknown(),
            "{status}"
        );
    }
}

#[tokio::test]
async fn a_success_that_cannot_be_read_leaves_the_outcome_unknown() {
    let half = &SUCCESS[..SUCCESS.len() / 2];
    for body in [
        half,
        "",
        "<html>Welcome</html>",
        "{}",
        "[]",
        r#"{"data":{"id":"e"}}"#,
    ] {
        for status in [200, 202] {
            let error = error_of(json(status, body)).await;
            assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
            assert!(error.outcome_is_unknown(), "{body}");
        }
    }
}

#[tokio::test]
async fn without_a_connection_or_a_token_nothing_was_carried_out() {
    let (client, _auth) = client_at(&nobody().await).await;
    let error = lock(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(!error.outcome_is_unknown());

    let client = builder(&nobody().await).build().unwrap();
    assert!(!lock(&client).await.unwrap_err().outcome_is_unknown());
}

#[tokio::test]
async fn a_connection_that_breaks_leaves_the_outcome_unknown_and_nothing_is_sent_again() {
    let chunked = "HTTP/1.1 202 Accepted\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"dat\r\n";
    for sent in ["", ACCEPTED.trim_end(), chunked] {
        let mut wire = Wire::new().await;
        let (client, _auth) = client_at(&wire.origin).await;
        let task = tokio::spawn(async move { lock(&client).await });
        let mut stream = wire.request().await;
        stream.write_all(sent.as_bytes()).await.unwrap();
        drop(stream);
        let error = task.await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connect, "{sent}");
        assert!(error.outcome_is_unknown(), "{sent}");
        assert!(wire.is_quiet());
    }
}

#[tokio::test]
async fn an_answer_that_ends_late_is_read_to_its_end() {
    let mut wire = Wire::new().await;
    let (client, _auth) = client_at(&wire.origin).await;
    let task = tokio::spawn(async move { lock(&client).await });
    let mut stream = wire.request().await;
    stream.write_all(ACCEPTED.as_bytes()).await.unwrap();
    let (begin, end) = SUCCESS.split_at(SUCCESS.len() / 2);
    for piece in [begin, end] {
        // The clock stands still but for this, and runs again before anything is read.
        tokio::time::pause();
        tokio::time::advance(Duration::from_secs(150)).await;
        tokio::time::resume();
        assert!(!task.is_finished());
        stream.write_all(piece.as_bytes()).await.unwrap();
    }
    drop(stream);
    assert!(task.await.unwrap().unwrap().is_success());
    assert!(wire.is_quiet());
}

#[tokio::test]
async fn an_answer_that_does_not_come_is_waited_for_310_seconds() {
    for sent in [
        "",
        ACCEPTED,
        "HTTP/1.1 202 Accepted\r\ncontent-length: 99\r\n\r\n{\"data\"",
    ] {
        let mut wire = Wire::new().await;
        let (client, _auth) = client_at(&wire.origin).await;
        let began = Instant::now();
        let task = tokio::spawn(async move { lock(&client).await });
        let mut stream = wire.request().await;
        stream.write_all(sent.as_bytes()).await.unwrap();
        tokio::time::pause();
        tokio::time::advance(Duration::from_mins(5)).await;
        assert!(!task.is_finished());
        let error = task.await.unwrap().unwrap_err();
        let waited = began.elapsed();
        assert_eq!(error.kind(), ErrorKind::Timeout);
        assert!(error.outcome_is_unknown());
        assert!((309..=315).contains(&waited.as_secs()), "{waited:?}");
        assert!(wire.is_quiet());
        tokio::time::resume();
    }
}

#[tokio::test]
async fn the_time_for_a_command_can_be_set_and_is_not_that_of_the_others() {
    let server = server_with_token().await;
    let late = json(200, SUCCESS).set_delay(Duration::from_mins(10));
    answering("POST", &lock_path(), late)
        .expect(1)
        .mount(&server)
        .await;
    let client = builder(&server.uri())
        .command_timeout(Duration::from_millis(300))
        .build()
        .unwrap();
    assert_eq!(lock(&client).await.unwrap_err().kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn an_answer_beyond_the_limit_leaves_the_outcome_unknown() {
    let server = server_with_token().await;
    answering("POST", &lock_path(), json(200, SUCCESS))
        .expect(1)
        .mount(&server)
        .await;
    let client = builder(&server.uri()).answer_limit(100).build().unwrap();
    let error = lock(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert!(error.outcome_is_unknown());
}
