//! The application token, from asking for it to replacing it.

use futures::future::join_all;
use smartcar::{Client, Error, ErrorKind, Origins, Vehicle, VehicleId};
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{body_string, header, method, path, path_regex},
};

use crate::support::{
    TOKEN, VEHICLE_ID, answering, builder, client, json, server, server_with_token, vehicle_path,
};

const VEHICLE: &str = include_str!("../fixtures/vehicle.json");
const INVALID_CLIENT: &str = include_str!("../fixtures/token_error_invalid_client.json");

async fn read(client: &Client) -> Result<Vehicle, Error> {
    client.vehicle(&VehicleId::new(VEHICLE_ID)).await
}

/// Gives the tokens `first` and then `second`, each once.
async fn mount_two_tokens(server: &MockServer) {
    for (priority, name) in [(1, "first"), (2, "second")] {
        let body =
            format!(r#"{{"access_token":"{name}","token_type":"Bearer","expires_in":3600}}"#);
        answering("POST", "/oauth2/token", json(200, &body))
            .up_to_n_times(1)
            .with_priority(priority)
            .expect(1)
            .mount(server)
            .await;
    }
}

/// Answers every vehicle, if the request carries this token.
fn vehicles_for(token: &str, response: ResponseTemplate) -> Mock {
    Mock::given(method("GET"))
        .and(path_regex("^/v3/vehicles/"))
        .and(header("authorization", format!("Bearer {token}").as_str()))
        .respond_with(response)
}

#[tokio::test]
async fn is_asked_for_at_its_own_origin_with_a_form() {
    let auth = server().await;
    let vehicle = server().await;
    Mock::given(method("POST"))
        .and(path("/oauth2/token"))
        .and(header("content-type", "application/x-www-form-urlencoded"))
        .and(body_string(
            "grant_type=client_credentials&client_id=client_fixture&client_secret=s%26cret%3D%2B+%25",
        ))
        .respond_with(json(200, TOKEN))
        .expect(1)
        .mount(&auth)
        .await;
    vehicles_for("fixture-access-token", json(200, VEHICLE))
        .expect(1)
        .mount(&vehicle)
        .await;
    let origins = Origins {
        auth: auth.uri().parse().unwrap(),
        vehicle: vehicle.uri().parse().unwrap(),
        ..Origins::default()
    };
    let client = builder(&auth.uri()).origins(origins).build().unwrap();
    read(&client).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn is_shared_by_vehicles_that_are_read_in_parallel() {
    let server = server_with_token().await;
    vehicles_for("fixture-access-token", json(200, VEHICLE))
        .expect(40)
        .mount(&server)
        .await;
    let client = client(&server);
    let reading = (0..40).map(|number| {
        let client = client.clone();
        tokio::spawn(async move { client.vehicle(&VehicleId::new(format!("v-{number}"))).await })
    });
    for outcome in join_all(reading).await {
        outcome.unwrap().unwrap();
    }
}

#[tokio::test]
async fn is_replaced_once_when_the_api_refuses_it() {
    let server = server().await;
    mount_two_tokens(&server).await;
    vehicles_for("first", ResponseTemplate::new(401))
        .expect(1)
        .mount(&server)
        .await;
    vehicles_for("second", json(200, VEHICLE))
        .expect(2)
        .mount(&server)
        .await;
    let client = client(&server);
    read(&client).await.unwrap();
    read(&client).await.unwrap();
}

#[tokio::test]
async fn is_replaced_once_when_many_are_refused_together() {
    let server = server().await;
    mount_two_tokens(&server).await;
    vehicles_for("first", ResponseTemplate::new(401))
        .expect(10)
        .mount(&server)
        .await;
    vehicles_for("second", json(200, VEHICLE))
        .expect(10)
        .mount(&server)
        .await;
    let client = client(&server);
    for outcome in join_all((0..10).map(|_| read(&client))).await {
        outcome.unwrap();
    }
}

#[tokio::test]
async fn is_given_up_when_its_successor_is_refused_too() {
    let server = server().await;
    mount_two_tokens(&server).await;
    for token in ["first", "second"] {
        vehicles_for(token, ResponseTemplate::new(401))
            .expect(1)
            .mount(&server)
            .await;
    }
    let error = read(&client(&server)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authentication);
}

#[tokio::test]
async fn is_replaced_for_a_delete_too_since_a_401_carried_nothing_out() {
    let server = server().await;
    mount_two_tokens(&server).await;
    for (token, status) in [("first", 401), ("second", 204)] {
        Mock::given(method("DELETE"))
            .and(header("authorization", format!("Bearer {token}").as_str()))
            .respond_with(ResponseTemplate::new(status))
            .expect(1)
            .mount(&server)
            .await;
    }
    client(&server).delete_user(&"u".into()).await.unwrap();
}

#[tokio::test]
async fn refused_credentials_are_the_operators_to_mend() {
    let server = server().await;
    answering("POST", "/oauth2/token", json(401, INVALID_CLIENT))
        .expect(1)
        .mount(&server)
        .await;
    let error = read(&client(&server)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert_eq!(error.code(), Some("invalid_client"));
    assert_eq!(
        error.to_string(),
        "POST /oauth2/token: the client id or the client secret was refused \
         (HTTP 401, invalid_client)"
    );
}

#[tokio::test]
async fn a_failed_fetch_is_tried_anew_by_the_next_to_ask() {
    let server = server().await;
    answering("POST", "/oauth2/token", json(401, INVALID_CLIENT))
        .up_to_n_times(1)
        .with_priority(1)
        .expect(1)
        .mount(&server)
        .await;
    answering("POST", "/oauth2/token", json(200, TOKEN))
        .expect(1)
        .mount(&server)
        .await;
    vehicles_for("fixture-access-token", json(200, VEHICLE))
        .expect(1)
        .mount(&server)
        .await;
    let client = client(&server);
    assert!(read(&client).await.is_err());
    read(&client).await.unwrap();
}

#[tokio::test]
async fn a_fetch_that_fails_in_passing_is_repeated() {
    let server = server().await;
    answering("POST", "/oauth2/token", ResponseTemplate::new(503))
        .up_to_n_times(2)
        .with_priority(1)
        .expect(2)
        .mount(&server)
        .await;
    answering("POST", "/oauth2/token", json(200, TOKEN))
        .expect(1)
        .mount(&server)
        .await;
    answering("GET", &vehicle_path(), json(200, VEHICLE))
        .expect(1)
        .mount(&server)
        .await;
    read(&client(&server)).await.unwrap();
}

#[tokio::test]
async fn what_cannot_stand_in_a_header_is_no_token() {
    for body in [
        r#"{"access_token":""}"#,
        r#"{"access_token":"a\nb"}"#,
        r#"{"access_token":7}"#,
        r#"{"token_type":"Bearer"}"#,
    ] {
        let server = server().await;
        answering("POST", "/oauth2/token", json(200, body))
            .expect(1)
            .mount(&server)
            .await;
        let error = read(&client(&server)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}");
    }
}
