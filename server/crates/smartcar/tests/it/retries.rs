//! What is sent again, and what is not. How long it waits is tested beside the code, on a clock
//! that stands still.

use std::time::Duration;

use smartcar::{ConnectionId, ErrorKind, UserId, VehicleId};
use wiremock::ResponseTemplate;

use crate::support::{
    VEHICLE_ID, answering, builder, client, json, nobody, server_with_token, vehicle_path,
};

const VEHICLE: &str = include_str!("../fixtures/vehicle.json");

fn vehicle_id() -> VehicleId {
    VehicleId::new(VEHICLE_ID)
}

#[tokio::test]
async fn a_get_is_sent_again_after_a_passing_failure() {
    for status in [408, 429, 500, 502, 503, 504] {
        let server = server_with_token().await;
        answering("GET", &vehicle_path(), ResponseTemplate::new(status))
            .up_to_n_times(2)
            .with_priority(1)
            .expect(2)
            .mount(&server)
            .await;
        answering("GET", &vehicle_path(), json(200, VEHICLE))
            .expect(1)
            .mount(&server)
            .await;
        client(&server).vehicle(&vehicle_id()).await.unwrap();
    }
}

#[tokio::test]
async fn a_get_is_sent_three_times_at_most() {
    let server = server_with_token().await;
    answering("GET", &vehicle_path(), ResponseTemplate::new(503))
        .expect(3)
        .mount(&server)
        .await;
    let error = client(&server).vehicle(&vehicle_id()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Server);
}

#[tokio::test]
async fn without_retries_it_is_sent_once() {
    let server = server_with_token().await;
    answering("GET", &vehicle_path(), ResponseTemplate::new(503))
        .expect(1)
        .mount(&server)
        .await;
    let client = builder(&server.uri()).retries(0).build().unwrap();
    assert!(client.vehicle(&vehicle_id()).await.is_err());
}

#[tokio::test]
async fn what_will_not_pass_is_sent_once() {
    for status in [400, 403, 404, 409, 430, 501] {
        let server = server_with_token().await;
        answering("GET", &vehicle_path(), ResponseTemplate::new(status))
            .expect(1)
            .mount(&server)
            .await;
        assert!(client(&server).vehicle(&vehicle_id()).await.is_err());
    }
}

#[tokio::test]
async fn a_delete_is_sent_once() {
    for status in [429, 500, 503] {
        let server = server_with_token().await;
        for at in ["/v3/users/u", "/v3/connections/c"] {
            answering("DELETE", at, ResponseTemplate::new(status))
                .expect(1)
                .mount(&server)
                .await;
        }
        let client = client(&server);
        let user = client.delete_user(&UserId::new("u")).await;
        let connection = client.delete_connection(&ConnectionId::new("c")).await;
        assert_eq!(user.unwrap_err().status().unwrap(), status);
        assert_eq!(connection.unwrap_err().status().unwrap(), status);
    }
}

#[tokio::test]
async fn a_long_retry_after_is_handed_to_the_caller() {
    let server = server_with_token().await;
    let response = ResponseTemplate::new(429).insert_header("retry-after", "120");
    answering("GET", &vehicle_path(), response)
        .expect(1)
        .mount(&server)
        .await;
    let error = client(&server).vehicle(&vehicle_id()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RateLimit);
    assert_eq!(error.retry_after(), Some(Duration::from_mins(2)));
}

#[tokio::test]
async fn how_long_is_too_long_can_be_set() {
    let server = server_with_token().await;
    let response = ResponseTemplate::new(503).insert_header("retry-after", "1");
    answering("GET", &vehicle_path(), response)
        .expect(1)
        .mount(&server)
        .await;
    let client = builder(&server.uri())
        .longest_retry_after(Duration::ZERO)
        .build()
        .unwrap();
    let error = client.vehicle(&vehicle_id()).await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(1)));
}

#[tokio::test]
async fn nobody_there_is_a_failed_connection() {
    let client = builder(&nobody().await).build().unwrap();
    let error = client.vehicle(&vehicle_id()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_eq!(error.status(), None);
}
