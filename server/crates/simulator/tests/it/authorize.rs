//! The Connect URL (reference 1.1).

use axum::http::StatusCode;
use smartcar_simulator::{DEVELOPMENT_APPLICATION_ID, DEVELOPMENT_CLIENT_ID};

use crate::support::{ABSENT, Harness};

async fn refused(changes: &[(&str, &str)], words: &str) {
    let reply = Harness::new().authorize(changes).await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST);
    assert!(!reply.headers.contains_key("location"));
    assert!(
        reply.text().contains(words),
        "{words} is not in {}",
        reply.text()
    );
}

#[tokio::test]
async fn the_client_id_of_the_token_endpoint_is_refused_in_the_observed_words() {
    let changes = [
        ("application_id", ABSENT),
        ("client_id", DEVELOPMENT_CLIENT_ID),
    ];
    refused(
        &changes,
        "400: Invalid parameter client_id: client_simulator_development",
    )
    .await;
}

#[tokio::test]
async fn the_old_parameter_name_is_accepted() {
    let changes = [
        ("application_id", ABSENT),
        ("client_id", DEVELOPMENT_APPLICATION_ID),
    ];
    let reply = Harness::new().authorize(&changes).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn wrong_values_end_on_a_page_and_never_in_a_redirect() {
    for (name, value) in [
        ("application_id", "7d9c8a62-0000-4000-8000-000000000000"),
        ("redirect_uri", "https://evil.example/exchange"),
        ("redirect_uri", "http://localhost:8000/exchange/"),
        ("response_type", "token"),
        ("mode", "LIVE"),
        ("make", "TRABANT"),
        ("single_select", "yes"),
        ("approval_prompt", "never"),
    ] {
        refused(
            &[(name, value)],
            &format!("400: Invalid parameter {name}: {value}"),
        )
        .await;
    }
}

#[tokio::test]
async fn what_is_missing_is_named() {
    refused(
        &[("application_id", ABSENT)],
        "400: Missing parameter application_id",
    )
    .await;
    refused(
        &[("response_type", ABSENT)],
        "400: Missing parameter response_type",
    )
    .await;
    let changes = [("response_type", "code"), ("redirect_uri", ABSENT)];
    refused(&changes, "400: Missing parameter redirect_uri").await;
}

#[tokio::test]
async fn a_doubled_parameter_is_refused() {
    refused(
        &[("state", "1"), ("state", "2")],
        "400: Repeated parameter state",
    )
    .await;
}

#[tokio::test]
async fn what_is_shown_is_escaped() {
    let changes = [("redirect_uri", "<script>alert(1)</script>")];
    refused(&changes, "&lt;script&gt;alert(1)&lt;/script&gt;").await;
}

#[tokio::test]
async fn every_documented_parameter_is_accepted() {
    let reply = Harness::new()
        .authorize(&[
            ("response_type", "code"),
            ("scope", "required:read_vin read_odometer"),
            ("mode", "test"),
            ("state", "s"),
            ("external_id", "e"),
            ("user", "u"),
            ("approval_prompt", "force"),
            ("make", "tesla"),
            ("single_select", "true"),
            ("single_select_vin", "0SCAUDI037A5ADB1C"),
            ("flags", "country:GB color:00819D"),
            ("app_origin", "https://app.example"),
            ("sdk_platform", "iOS"),
            ("sdk_version", "6"),
        ])
        .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_country_flag_fills_in_the_first_screen() {
    let harness = Harness::new();
    let flagged = harness
        .begin(&[("flags", "country:gb")])
        .await
        .see("country")
        .await
        .text();
    assert!(flagged.contains(r#"value="GB" selected"#));
    let plain = harness.begin(&[]).await.see("country").await.text();
    assert!(plain.contains(r#"value="US" selected"#));
}
