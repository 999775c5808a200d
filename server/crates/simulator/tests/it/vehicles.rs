//! `/v3/vehicles/{id}` (reference 4.1).

use axum::http::Method;
use serde_json::json;

use crate::support::Harness;

#[tokio::test]
async fn a_vehicle_is_there_while_it_is_connected() {
    let harness = Harness::new();
    harness.one_car("ann@example.com").await;
    let granted = harness.grant("ann@example.com", None).await;
    let connection = granted["connections"][0]["id"].as_str().unwrap();
    let vehicle = granted["connections"][0]["vehicleId"].as_str().unwrap();
    let path = format!("/vehicles/{vehicle}");
    let read = harness.api(Method::GET, &path).await.json();
    assert_eq!(
        read,
        json!({"data": {
            "id": vehicle,
            "type": "vehicle",
            "attributes": {
                "make": "TESLA", "model": "Model 3", "year": 2024,
                "powertrainType": "BEV", "mode": "simulated",
            },
            "links": { "self": format!("/vehicles/{vehicle}") },
        }})
    );
    harness
        .api(Method::DELETE, &format!("/connections/{connection}"))
        .await;
    let gone = (404, "RESOURCE_NOT_FOUND".to_owned(), "PATH".to_owned());
    assert_eq!(harness.api(Method::GET, &path).await.error(), gone);
}

#[tokio::test]
async fn an_ill_formed_id_is_refused() {
    let error = Harness::new()
        .api(Method::GET, "/vehicles/mine")
        .await
        .error();
    assert_eq!(
        error,
        (
            400,
            "VALIDATION".to_owned(),
            "INVALID_INPUT_FORMAT".to_owned()
        )
    );
}
