//! What the crate logs.

use std::{
    io,
    sync::{Arc, Mutex},
};

use serde_json::json as value;
use smartcar::{ConnectionFilter, Coordinates, ExternalId, UserId, VehicleId, commands::Command};
use tracing::Level;
use wiremock::ResponseTemplate;

use crate::support::{answering, client, json, server_with_token};

const PERSON: &str = "0c0ffee0-2222-4222-8222-000000000002";
const VEHICLE: &str = include_str!("../fixtures/vehicle.json");

/// What was logged so far. Clones are the same log.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn routes_and_outcomes_but_no_persons_and_no_tokens() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(Level::DEBUG)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);

    let server = server_with_token().await;
    let page = value!({"data": [{"id": "c-1", "attributes": {"user": PERSON}}]});
    answering("GET", "/v3/connections", json(200, &page.to_string()))
        .expect(1)
        .mount(&server)
        .await;
    answering("GET", "/v3/vehicles/v-secret", ResponseTemplate::new(503))
        .up_to_n_times(1)
        .with_priority(1)
        .expect(1)
        .mount(&server)
        .await;
    let vehicle = json(200, VEHICLE).insert_header("SC-Request-Id", "r-1");
    answering("GET", "/v3/vehicles/v-secret", vehicle)
        .expect(1)
        .mount(&server)
        .await;
    let user = format!("/v3/users/{PERSON}");
    answering("DELETE", &user, ResponseTemplate::new(404))
        .expect(1)
        .mount(&server)
        .await;

    let signals = value!({"data": [{"code": "a", "body": {"value": "Otto"}}, {"Otto": 1}]});
    let signals = json(200, &signals.to_string());
    answering("GET", "/v3/vehicles/v-secret/signals", signals)
        .expect(1)
        .mount(&server)
        .await;
    let at = "/v3/vehicles/v-secret/commands/navigation/set-destination";
    answering("POST", at, ResponseTemplate::new(504))
        .expect(1)
        .mount(&server)
        .await;

    let client = client(&server);
    let filter = ConnectionFilter::new()
        .user_id(UserId::new(PERSON))
        .external_id(ExternalId::new("session-secret"));
    assert_eq!(client.connections(&filter).await.unwrap(), []);
    client.vehicle(&VehicleId::new("v-secret")).await.unwrap();
    let (user, vehicle) = (UserId::new(PERSON), VehicleId::new("v-secret"));
    client.delete_user(&user).await.unwrap_err();
    client.signals(&user, &vehicle).await.unwrap();
    let destination = Coordinates::new(48.137, 11.575).unwrap();
    let command = Command::SetDestination(destination);
    client.execute(&user, &vehicle, &command).await.unwrap_err();

    let log = log.text();
    for fact in [
        r#"DEBUG smartcar::transport::exchange: asked Smartcar method=POST route="/oauth2/token" status=200 attempts=1"#,
        r#"method=GET route="/v3/connections" status=200 attempts=1"#,
        r#"method=GET route="/v3/vehicles/{id}" status=200 request_id="r-1" attempts=2"#,
        r#"method=DELETE route="/v3/users/{id}" status=404 error=NotFound attempts=1"#,
        r#"method=GET route="/v3/vehicles/{id}/signals" status=200 attempts=1"#,
        r#"method=POST route="/v3/vehicles/{id}/commands/navigation/set-destination" status=504 error=Upstream attempts=1"#,
        "WARN smartcar::connections::page: left out an item that is no connection index=0 \
         failure=attributes.user is not of the expected shape",
    ] {
        assert!(log.contains(fact), "{fact}\nis not in\n{log}");
    }
    let secrets = [
        PERSON,
        "session-secret",
        "v-secret",
        "fixture-access-token",
        "s&cret",
        "s%26cret",
        "48.137",
        "Otto",
    ];
    for secret in secrets {
        assert!(!log.contains(secret), "{secret} is in\n{log}");
    }
}
