//! Secrets are fed into every way to fail, and looked for in what comes out.

use std::{error::Error as _, fmt::Write as _, time::Duration};

use serde_json::json as value;
use smartcar::{
    Client, ConnectionFilter, ConnectionId, Error, ExternalId, Origins, UserId, VehicleId,
    commands::Command,
};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::any};

use crate::support::{nobody, raw_server};

/// In every identifier, credential, header and body.
const SECRET: &str = "0SCAUDI037A5ADB1C";

/// All that can be seen of an error.
fn everything(error: &Error) -> String {
    let mut text = format!("{error} {error:#} {error:?} {error:#?}");
    let mut source = error.source();
    while let Some(cause) = source {
        write!(text, " {cause} {cause:?} {cause:#?}").unwrap();
        source = cause.source();
    }
    text
}

fn client(auth: &str, vehicle: &str) -> Client {
    let origins = Origins {
        auth: auth.parse().unwrap(),
        vehicle: vehicle.parse().unwrap(),
        ..Origins::default()
    };
    Client::builder(format!("client_{SECRET}"), format!("secret-{SECRET}"))
        .origins(origins)
        .retries(1)
        .retry_bounds(Duration::ZERO, Duration::ZERO)
        .answer_limit(4000)
        .timeout(Duration::from_secs(20))
        .command_timeout(Duration::from_secs(20))
        .build()
        .unwrap()
}

/// Every call of the client. Each must fail, and show nothing.
async fn all_calls_fail_in_silence(client: &Client, what: &str) {
    let (user, vehicle) = (UserId::new(SECRET), VehicleId::new(SECRET));
    let filter = ConnectionFilter::new()
        .user_id(user.clone())
        .vehicle_id(vehicle.clone())
        .external_id(ExternalId::new(SECRET));
    let failures = [
        client.vehicle(&vehicle).await.err(),
        client.connection(&ConnectionId::new(SECRET)).await.err(),
        client.connections(&filter).await.err(),
        client.signals(&user, &vehicle).await.err(),
        client.signal(&user, &vehicle, &SECRET.into()).await.err(),
        client.execute(&user, &vehicle, &Command::Lock).await.err(),
    ];
    for failure in failures {
        let shown = everything(&failure.unwrap_or_else(|| panic!("{what} is no failure")));
        assert!(!shown.contains(SECRET), "{what}: {shown}");
    }
    let deletions = [
        client.delete_user(&user).await.err(),
        client
            .delete_connection(&ConnectionId::new(SECRET))
            .await
            .err(),
    ];
    for failure in deletions.iter().flatten() {
        let shown = everything(failure);
        assert!(!shown.contains(SECRET), "{what}: {shown}");
    }
    assert!(!format!("{client:?}").contains(SECRET));
}

fn error_body() -> String {
    let subject = value!({
        "status": SECRET, "type": SECRET, "code": SECRET, "title": SECRET, "detail": SECRET,
        "description": SECRET, "error_description": SECRET, "suggestedUserMessage": SECRET,
        "resolution": {"type": SECRET, "url": format!("https://connect.example/?vin={SECRET}")},
    });
    value!({"errors": [subject], "error": SECRET, "error_description": SECRET}).to_string()
}

/// Answers that are failures to every call that reads.
fn answers() -> Vec<(&'static str, ResponseTemplate)> {
    let json = |status: u16, body: &str| {
        ResponseTemplate::new(status)
            .set_body_raw(body, "application/json")
            .insert_header("sc-request-id", format!("{SECRET} {SECRET}"))
            .insert_header("retry-after", SECRET)
    };
    let mut answers = vec![
        ("a page", json(200, &format!("<html>{SECRET}</html>"))),
        ("a text", json(200, &format!("\"{SECRET}\""))),
        (
            "trailing words",
            json(200, &format!("{{\"id\":\"v\",\"data\":[]}} {SECRET}")),
        ),
        (
            "wrong types",
            json(
                200,
                &value!({"id": {SECRET: SECRET}, "data": {SECRET: SECRET}}).to_string(),
            ),
        ),
        (
            "a wrong owner",
            json(
                200,
                &value!({"data": {"id": "c", "attributes": SECRET}}).to_string(),
            ),
        ),
        ("too large", json(200, &SECRET.repeat(1000))),
        (
            "a redirect",
            json(302, "").insert_header("location", format!("https://a.example/{SECRET}")),
        ),
    ];
    for status in [400, 401, 403, 404, 409, 429, 430, 500, 501, 502, 599] {
        answers.push(("an error", json(status, &error_body())));
    }
    answers
}

async fn answering_all(response: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(response)
        .expect(1..)
        .mount(&server)
        .await;
    server
}

fn token() -> ResponseTemplate {
    ResponseTemplate::new(200)
        .set_body_json(value!({"access_token": format!("token-{SECRET}"), "expires_in": 3600}))
}

#[tokio::test]
async fn no_answer_of_the_api_gets_into_an_error() {
    for (what, answer) in answers() {
        let auth = answering_all(token()).await;
        let vehicle = answering_all(answer).await;
        all_calls_fail_in_silence(&client(&auth.uri(), &vehicle.uri()), what).await;
    }
}

#[tokio::test]
async fn no_answer_of_the_token_endpoint_gets_into_an_error() {
    let unusable = value!({"access_token": format!("a\n{SECRET}")}).to_string();
    let unusable = ResponseTemplate::new(200).set_body_string(unusable);
    for (what, answer) in answers()
        .into_iter()
        .chain([("an unusable token", unusable)])
    {
        let auth = answering_all(answer).await;
        all_calls_fail_in_silence(&client(&auth.uri(), &auth.uri()), what).await;
    }
}

#[tokio::test]
async fn no_failure_of_the_network_shows_the_address() {
    let auth = answering_all(token()).await;
    let broken = format!("HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\n{SECRET}");
    let senseless = format!("{SECRET} {SECRET}\r\n\r\n");
    for (what, origin) in [
        ("nobody there", nobody().await),
        ("broken off", raw_server(broken.into_bytes()).await),
        ("no HTTP", raw_server(senseless.into_bytes()).await),
        ("hung up", raw_server(Vec::new()).await),
    ] {
        all_calls_fail_in_silence(&client(&auth.uri(), &origin), what).await;
        all_calls_fail_in_silence(&client(&origin, &origin), what).await;
    }
}

#[tokio::test]
async fn no_late_answer_shows_the_address() {
    let auth = answering_all(token()).await;
    let late = answering_all(token().set_delay(Duration::from_mins(10))).await;
    let origins = Origins {
        auth: auth.uri().parse().unwrap(),
        vehicle: late.uri().parse().unwrap(),
        ..Origins::default()
    };
    let client = Client::builder("client", SECRET)
        .origins(origins)
        .timeout(Duration::from_millis(300))
        .command_timeout(Duration::from_millis(300))
        .retries(0)
        .build()
        .unwrap();
    all_calls_fail_in_silence(&client, "too late").await;
}

#[test]
fn no_refused_argument_is_repeated() {
    let awkward = format!("https://user:{SECRET}@a.example/{SECRET}?{SECRET}");
    let error = awkward.parse::<smartcar::Origin>().unwrap_err();
    assert!(!everything(&error).contains(SECRET));
    let builder = Client::builder(SECRET, SECRET).user_agent(format!("{SECRET}\n"));
    assert!(!everything(&builder.build().unwrap_err()).contains(SECRET));
}
