//! What an error tells.

use smartcar::{Error, ErrorKind, ResolutionKind, VehicleId};
use wiremock::ResponseTemplate;

use crate::support::{VEHICLE_ID, answering, client, json, server_with_token, vehicle_path};

const MISSING_PARAMETER: &str = include_str!("../fixtures/error_missing_parameter.json");

async fn error_of(response: ResponseTemplate) -> Error {
    let server = server_with_token().await;
    answering("GET", &vehicle_path(), response)
        .expect(1)
        .mount(&server)
        .await;
    let outcome = client(&server).vehicle(&VehicleId::new(VEHICLE_ID)).await;
    outcome.unwrap_err()
}

#[tokio::test]
async fn the_recorded_error() {
    let error = error_of(json(400, MISSING_PARAMETER)).await;
    assert_eq!(error.kind(), ErrorKind::Validation);
    assert_eq!(error.status().unwrap(), 400);
    assert_eq!(error.error_type(), Some("VALIDATION"));
    assert_eq!(error.code(), Some("MISSING_PARAMETER"));
    assert_eq!(
        error.request_id(),
        Some("0c0ffee0-4444-4444-8444-000000000004")
    );
    assert_eq!(error.retry_after(), None);
    assert_eq!(
        error.resolution().unwrap().kind(),
        Some(&ResolutionKind::Other("UNKNOWN_RESOLUTION_TYPE".to_owned()))
    );
    assert_eq!(
        error.to_string(),
        "GET /v3/vehicles/{id}: the request was found malformed (HTTP 400, VALIDATION, \
         MISSING_PARAMETER, request 0c0ffee0-4444-4444-8444-000000000004)"
    );
}

#[tokio::test]
async fn the_request_id_of_the_header_goes_before_that_of_the_body() {
    let response = json(400, MISSING_PARAMETER).insert_header("SC-Request-Id", "from-the-header");
    assert_eq!(
        error_of(response).await.request_id(),
        Some("from-the-header")
    );
}

#[tokio::test]
async fn a_page_for_humans_falls_back_on_the_status() {
    let page = ResponseTemplate::new(404).set_body_raw("<html>Gone</html>", "text/html");
    let error = error_of(page).await;
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert_eq!((error.error_type(), error.code()), (None, None));
}

#[tokio::test]
async fn a_success_that_is_a_page_for_humans_cannot_be_read() {
    let page = ResponseTemplate::new(200).set_body_raw("<html>Welcome</html>", "text/html");
    let error = error_of(page.insert_header("SC-Request-Id", "r-1")).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(
        error.to_string(),
        "GET /v3/vehicles/{id}: the answer could not be read: the body is not JSON, at line 1 \
         (HTTP 200, request r-1)"
    );
}

#[tokio::test]
async fn an_error_in_the_body_of_a_success_is_that_error() {
    let body = r#"{"errors":[{"status":409,"type":"VEHICLE_STATE","code":"ASLEEP"}]}"#;
    let error = error_of(json(200, body)).await;
    assert_eq!(error.kind(), ErrorKind::VehicleState);
    assert_eq!(error.status().unwrap(), 409);
    assert_eq!(error.code(), Some("ASLEEP"));
}
