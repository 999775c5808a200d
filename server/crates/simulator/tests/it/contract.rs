//! The simulator's JSON has the shape of the recorded JSON of the reference.

use std::collections::BTreeSet;

use axum::http::Method;
use serde_json::Value;
use smartcar_simulator::{DEVELOPMENT_CLIENT_ID, DEVELOPMENT_CLIENT_SECRET, Quirks};

use crate::support::Harness;

/// Every field's path with the kind of its value.
pub(crate) fn shape(value: &Value) -> BTreeSet<String> {
    fn walk(value: &Value, path: &str, shape: &mut BTreeSet<String>) {
        let kind = match value {
            Value::Null => "null",
            Value::Bool(_) => "bool",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(items) => {
                for item in items {
                    walk(item, &format!("{path}[]"), shape);
                }
                "array"
            }
            Value::Object(fields) => {
                for (name, field) in fields {
                    walk(field, &format!("{path}.{name}"), shape);
                }
                "object"
            }
        };
        shape.insert(format!("{path}: {kind}"));
    }
    let mut found = BTreeSet::new();
    walk(value, "", &mut found);
    found
}

pub(crate) fn assert_same_shape(answer: &Value, recorded: &str) {
    let recorded: Value = serde_json::from_str(recorded).unwrap();
    assert_eq!(shape(answer), shape(&recorded));
}

macro_rules! recorded {
    ($name:literal) => {
        include_str!(concat!("../../../smartcar/tests/fixtures/", $name))
    };
}

#[tokio::test]
async fn connections_are_as_recorded() {
    let harness = Harness::new();
    harness.one_car("ann@example.com").await;
    let granted = harness.grant("ann@example.com", Some("session-4f1d")).await;
    assert_same_shape(&harness.listing(&[]).await, recorded!("connections.json"));
    let path = format!(
        "/connections/{}",
        granted["connections"][0]["id"].as_str().unwrap()
    );
    let one = harness.api(Method::GET, &path).await.json();
    assert_same_shape(&one, recorded!("connection.json"));
}

#[tokio::test]
async fn vehicles_are_as_recorded() {
    for (bare_vehicle, recorded) in [
        (false, recorded!("vehicle.json")),
        (true, recorded!("vehicle_bare.json")),
    ] {
        let harness = Harness::with(|settings| {
            settings.quirks = Quirks {
                bare_vehicle,
                ..Quirks::default()
            };
        });
        let granted = harness.grant("ann@example.com", None).await;
        let path = format!(
            "/vehicles/{}",
            granted["connections"][0]["vehicleId"].as_str().unwrap()
        );
        assert_same_shape(&harness.api(Method::GET, &path).await.json(), recorded);
    }
}

#[tokio::test]
async fn errors_are_as_recorded() {
    let error = Harness::new()
        .api(Method::GET, "/connections?page%5Bsize%5D=0")
        .await
        .json();
    assert_same_shape(&error, recorded!("error_missing_parameter.json"));
}

#[tokio::test]
async fn tokens_are_as_recorded() {
    let harness = Harness::new();
    let mut fields = vec![
        ("grant_type", "client_credentials"),
        ("client_id", DEVELOPMENT_CLIENT_ID),
        ("client_secret", DEVELOPMENT_CLIENT_SECRET),
    ];
    let token = harness.form("/oauth2/token", &fields).await.json();
    assert_same_shape(&token, recorded!("token.json"));
    fields[2].1 = "guess";
    let refused = harness.form("/oauth2/token", &fields).await.json();
    assert_same_shape(&refused, recorded!("token_error_invalid_client.json"));
}

#[test]
fn a_misspelt_field_is_another_shape() {
    let answer = serde_json::json!({ "data": { "powerTrainType": "BEV" } });
    let recorded = serde_json::json!({ "data": { "powertrainType": "BEV" } });
    assert_ne!(shape(&answer), shape(&recorded));
}
