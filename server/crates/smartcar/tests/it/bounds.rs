//! Where the client stops reading, waiting and following.

use std::time::Duration;

use smartcar::{Client, Error, ErrorKind, VehicleId};
use wiremock::ResponseTemplate;

use crate::support::{
    TOKEN, VEHICLE_ID, answering, builder, json, raw_server, server, server_with_token,
    vehicle_path,
};

async fn read(client: &Client) -> Result<(), Error> {
    client.vehicle(&VehicleId::new(VEHICLE_ID)).await?;
    Ok(())
}

/// A vehicle in exactly so many bytes.
fn vehicle_of(bytes: usize) -> String {
    let body = r#"{"id":"v-1"}"#;
    format!("{body}{}", " ".repeat(bytes - body.len()))
}

#[tokio::test]
async fn an_answer_of_the_limit_is_read_and_one_byte_more_is_not() {
    for (bytes, kind) in [(1000, None), (1001, Some(ErrorKind::TooLarge))] {
        let server = server_with_token().await;
        answering("GET", &vehicle_path(), json(200, &vehicle_of(bytes)))
            .expect(1)
            .mount(&server)
            .await;
        let client = builder(&server.uri()).answer_limit(1000).build().unwrap();
        assert_eq!(read(&client).await.err().map(|error| error.kind()), kind);
    }
}

#[tokio::test]
async fn an_error_with_too_large_a_body_is_still_that_error() {
    let server = server_with_token().await;
    answering("GET", &vehicle_path(), json(404, &vehicle_of(1001)))
        .expect(1)
        .mount(&server)
        .await;
    let client = builder(&server.uri()).answer_limit(1000).build().unwrap();
    assert_eq!(read(&client).await.unwrap_err().kind(), ErrorKind::NotFound);
}

/// A client whose token comes from a server of its own, and its vehicles as raw bytes.
async fn client_of_raw(answer: String) -> (Client, wiremock::MockServer) {
    let auth = server().await;
    answering("POST", "/oauth2/token", json(200, TOKEN))
        .expect(1)
        .mount(&auth)
        .await;
    let origins = smartcar::Origins {
        auth: auth.uri().parse().unwrap(),
        vehicle: raw_server(answer.into_bytes()).await.parse().unwrap(),
        ..smartcar::Origins::default()
    };
    let client = builder(&auth.uri())
        .origins(origins)
        .answer_limit(1000)
        .build()
        .unwrap();
    (client, auth)
}

#[tokio::test]
async fn an_answer_that_does_not_announce_its_size_is_cut_off_too() {
    let chunk = format!("100\r\n{}\r\n", " ".repeat(256));
    let (client, _auth) = client_of_raw(format!(
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{}",
        chunk.repeat(100)
    ))
    .await;
    let error = read(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_a_broken_connection() {
    let (client, _auth) =
        client_of_raw("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":\"v-1\"}".to_owned())
            .await;
    let error = read(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
}

#[tokio::test]
async fn an_attempt_has_its_time() {
    let server = server_with_token().await;
    let late = json(200, &vehicle_of(20)).set_delay(Duration::from_mins(10));
    answering("GET", &vehicle_path(), late)
        .expect(1)
        .mount(&server)
        .await;
    let client = builder(&server.uri())
        .timeout(Duration::from_secs(2))
        .retries(0)
        .build()
        .unwrap();
    assert_eq!(read(&client).await.unwrap_err().kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = server().await;
        let server = server_with_token().await;
        let response = ResponseTemplate::new(status).insert_header("location", elsewhere.uri());
        answering("GET", &vehicle_path(), response)
            .expect(1)
            .mount(&server)
            .await;
        let client = builder(&server.uri()).build().unwrap();
        assert_eq!(read(&client).await.unwrap_err().kind(), ErrorKind::Redirect);
    }
}

#[tokio::test]
async fn a_setting_that_cannot_work_is_refused() {
    for refused in [
        Client::builder("", "secret"),
        Client::builder("client", ""),
        Client::builder("client", "secret")
            .retry_bounds(Duration::from_secs(2), Duration::from_secs(1)),
    ] {
        let error = refused.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    }
    let unspeakable = Client::builder("client", "secret").user_agent("a\nb");
    assert_eq!(unspeakable.build().unwrap_err().kind(), ErrorKind::Other);
}
