//! `/v3/users/{id}` (reference 3).

use axum::http::{Method, StatusCode};

use crate::support::Harness;

#[tokio::test]
async fn removing_a_user_ends_every_connection_of_that_user_alone() {
    let harness = Harness::new();
    let ann = harness.grant("3-vehicles@smartcar.com", None).await;
    harness.one_car("bob@example.com").await;
    let bob = harness.grant("bob@example.com", None).await;
    let path = format!("/users/{}", ann["userId"].as_str().unwrap());
    assert_eq!(
        harness.api(Method::DELETE, &path).await.status,
        StatusCode::NO_CONTENT
    );
    let left = harness.listing(&[]).await;
    assert_eq!(left["meta"]["totalCount"], 1);
    assert_eq!(left["data"][0]["id"], bob["connections"][0]["id"]);
    assert_eq!(harness.api(Method::DELETE, &path).await.error().0, 404);
    let again = harness.grant("3-vehicles@smartcar.com", None).await;
    assert_ne!(again["userId"], ann["userId"]);
}

#[tokio::test]
async fn the_same_log_in_is_the_same_user_and_another_brand_is_another() {
    let harness = Harness::new();
    let user = async |make: &str, mode: &str| {
        let order = serde_json::json!({ "email": "ann@example.com", "make": make, "mode": mode });
        harness.order("grants", order).await.json()["userId"].clone()
    };
    let tesla = user("TESLA", "simulated").await;
    assert_eq!(user("TESLA", "live").await, tesla);
    assert_ne!(user("KIA", "simulated").await, tesla);
}
