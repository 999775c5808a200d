//! `Client::vehicle`.

use smartcar::{ErrorKind, VehicleId};
use wiremock::{
    Mock, ResponseTemplate,
    matchers::{header, method, path},
};

use crate::support::{
    VEHICLE_ID, answering, client, json, server, server_with_token, vehicle_path,
};

const WRAPPED: &str = include_str!("../fixtures/vehicle.json");
const BARE: &str = include_str!("../fixtures/vehicle_bare.json");

#[tokio::test]
async fn reads_the_attributes_with_the_token() {
    for body in [WRAPPED, BARE] {
        let server = server_with_token().await;
        Mock::given(method("GET"))
            .and(path(vehicle_path()))
            .and(header("authorization", "Bearer fixture-access-token"))
            .and(header("accept", "application/json"))
            .and(header(
                "user-agent",
                concat!("smartcar/", env!("CARGO_PKG_VERSION")),
            ))
            .respond_with(json(200, body))
            .expect(1)
            .mount(&server)
            .await;
        let vehicle = client(&server)
            .vehicle(&VehicleId::new(VEHICLE_ID))
            .await
            .unwrap();
        assert_eq!(vehicle.id.as_str(), VEHICLE_ID);
        assert_eq!(vehicle.attributes.model.as_deref(), Some("Model Y"));
        assert_eq!(vehicle.attributes.year, Some(2021));
    }
}

#[tokio::test]
async fn a_missing_vehicle_is_not_found() {
    let server = server_with_token().await;
    answering("GET", &vehicle_path(), ResponseTemplate::new(404))
        .expect(1)
        .mount(&server)
        .await;
    let error = client(&server)
        .vehicle(&VehicleId::new(VEHICLE_ID))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert_eq!(
        error.to_string(),
        "GET /v3/vehicles/{id}: not found (HTTP 404)"
    );
}

#[tokio::test]
async fn an_identifier_that_would_change_the_path_is_not_sent() {
    let server = server().await;
    for identifier in ["", ".", "..", "a\nb"] {
        let error = client(&server)
            .vehicle(&VehicleId::new(identifier))
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    }
}

#[tokio::test]
async fn an_identifier_is_one_segment_of_the_path() {
    let server = server_with_token().await;
    answering(
        "GET",
        "/v3/vehicles/..%2Fusers%2Fu%3Fa=b%23c",
        json(200, WRAPPED),
    )
    .expect(1)
    .mount(&server)
    .await;
    client(&server)
        .vehicle(&VehicleId::new("../users/u?a=b#c"))
        .await
        .unwrap();
}
