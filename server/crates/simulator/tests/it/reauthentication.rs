//! Log-ins that the car's maker does not know any more (reference 1.5).

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Harness, Parked, encoded};

async fn demand(harness: &Harness, account: &str) {
    let order = json!({ "account": account, "needed": true });
    let reply = harness.order("reauthentication", order).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
}

/// The re-authentication URL of a command's refusal, without its origin.
async fn way_back(car: &Parked<'_>) -> String {
    let refused = car.command("security/lock").await;
    assert_eq!(
        refused.error(),
        (
            400,
            "CONNECTED_SERVICES_ACCOUNT".into(),
            "AUTHENTICATION_FAILED".into()
        )
    );
    let resolution = refused.json()["errors"][0]["resolution"].clone();
    assert_eq!(resolution["type"], "REAUTHENTICATE");
    let url = resolution["url"].as_str().unwrap();
    url.strip_prefix("http://localhost:8010")
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn signals_and_commands_fail_until_the_owner_has_logged_in_again() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    demand(&harness, "ann@example.com").await;
    let url = way_back(&car).await;
    assert!(url.starts_with("/oauth/reauthenticate?response_type=vehicle_id&client_id="));
    let list = car.signals().await;
    let lock = car.signal("closure-islocked").await;
    let error = &lock["attributes"]["status"]["error"];
    assert_eq!(error["code"], "AUTHENTICATION_FAILED");
    assert_eq!(error["resolution"]["type"], "REAUTHENTICATE");
    assert!(error["resolution"]["url"].as_str().unwrap().ends_with(&url));
    let entries = list["data"].as_array().unwrap();
    assert!(
        entries
            .iter()
            .all(|entry| entry["attributes"]["status"]["value"] == "ERROR")
    );

    let more = [
        ("redirect_uri", "http://localhost:8000/exchange"),
        ("state", "s-1"),
        ("external_id", "ann-2"),
    ];
    let begun = harness.get(&format!("{url}&{}", encoded(&more))).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    let login = begun.location().to_owned();
    let page = harness.get(&login).await.text();
    assert!(page.contains("<h1>Log in to Tesla</h1>") && page.contains("log in again"));
    let wrong = [("email", "bob@example.com"), ("password", "any")];
    let refused = harness.form(&login, &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused
            .text()
            .contains("This car stands in another account.")
    );

    let right = [("email", "ann@example.com"), ("password", "any")];
    let returned = harness.form(&login, &right).await.returned();
    assert_eq!(returned.names(), ["vehicle_id", "state", "external_id"]);
    assert_eq!(
        returned.get("vehicle_id").as_deref(),
        Some(car.vehicle.as_str())
    );
    assert_eq!(car.value("closure-islocked").await, true);
    let listed = harness
        .listing(&[("filter[user.externalId]", "ann-2")])
        .await;
    assert_eq!(listed["meta"]["totalCount"], 1);
}

#[tokio::test]
async fn reading_can_fail_altogether() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    let quirks = json!({ "quirks": { "failedLoginFailsReads": true } });
    harness.order("quirks", quirks).await;
    demand(&harness, "ann@example.com").await;
    for path in ["signals", "signals/closure-islocked"] {
        let refused = car.ask(Method::GET, path).await;
        assert_eq!(refused.error().2, "AUTHENTICATION_FAILED");
    }
}

#[tokio::test]
async fn a_code_is_asked_for_and_no_decision() {
    let harness = Harness::new();
    let granted = harness.grant("mfa@example.com", None).await;
    let vehicle = granted["connections"][0]["vehicleId"].as_str().unwrap();
    let parameters = [
        (
            "application_id",
            smartcar_simulator::DEVELOPMENT_APPLICATION_ID,
        ),
        ("response_type", "none"),
        ("redirect_uri", "http://localhost:8000/exchange"),
        ("vehicle_id", vehicle),
    ];
    let begun = harness
        .get(&format!("/oauth/reauthenticate?{}", encoded(&parameters)))
        .await;
    let login = begun.location().to_owned();
    let fields = [("email", "mfa@example.com"), ("password", "any")];
    let code = harness.form(&login, &fields).await.location().to_owned();
    assert!(code.ends_with("/code"));
    let returned = harness.form(&code, &[("code", "123456")]).await.returned();
    assert_eq!(returned.names(), ["vehicle_id"]);
}

#[tokio::test]
async fn a_link_that_cannot_be_followed_is_a_page() {
    let harness = Harness::new();
    let id = smartcar_simulator::DEVELOPMENT_APPLICATION_ID;
    let nobody = "6b8a2f0e-0000-4000-8000-000000000000";
    for (parameters, words) in [
        (vec![("client_id", id)], "Missing parameter response_type"),
        (
            vec![("client_id", id), ("response_type", "vehicle_id")],
            "Missing parameter redirect_uri",
        ),
        (
            vec![
                ("client_id", id),
                ("response_type", "none"),
                ("vehicle_id", nobody),
            ],
            "Invalid parameter vehicle_id",
        ),
        (
            vec![("client_id", id), ("response_type", "code")],
            "Invalid parameter response_type",
        ),
    ] {
        let path = format!("/oauth/reauthenticate?{}", encoded(&parameters));
        let page = harness.get(&path).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST);
        assert!(page.text().contains(words), "{words}");
    }
    let order = json!({ "account": "nobody@example.com", "needed": true });
    let reply = harness.order("reauthentication", order).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert_ne!(reply.json()["error"], Value::Null);
}

#[tokio::test]
async fn a_full_walk_through_connect_mends_it_too() {
    let harness = Harness::new();
    let car = harness.tesla().await;
    demand(&harness, "ann@example.com").await;
    let walk = harness.logged_in("ann@example.com", &[]).await;
    walk.allow(&["read_security", "control_security"])
        .await
        .returned();
    assert_eq!(car.command("security/lock").await.status, StatusCode::OK);
}
