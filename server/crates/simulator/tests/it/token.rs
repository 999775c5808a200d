//! The token endpoint (reference 2).

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::json;
use smartcar_simulator::{
    DEVELOPMENT_APPLICATION_ID, DEVELOPMENT_CLIENT_ID as ID, DEVELOPMENT_CLIENT_SECRET as SECRET,
};

use crate::support::{Harness, Reply};

const GRANT: (&str, &str) = ("grant_type", "client_credentials");

/// `client_simulator_development:simulator-development-secret`
const BASIC: &str =
    "Basic Y2xpZW50X3NpbXVsYXRvcl9kZXZlbG9wbWVudDpzaW11bGF0b3ItZGV2ZWxvcG1lbnQtc2VjcmV0";

async fn form(fields: &[(&str, &str)]) -> Reply {
    Harness::new().form("/oauth2/token", fields).await
}

async fn send(content_type: &str, authorization: Option<&str>, body: &str) -> Reply {
    let mut request = Request::post("/oauth2/token").header(header::CONTENT_TYPE, content_type);
    if let Some(authorization) = authorization {
        request = request.header(header::AUTHORIZATION, authorization);
    }
    let request = request.body(Body::from(body.to_owned())).unwrap();
    Harness::new().send(request).await
}

fn is_error(reply: &Reply, status: u16, error: &str) {
    assert_eq!(reply.status.as_u16(), status, "{}", reply.text());
    assert_eq!(reply.json()["error"], error);
}

async fn reads_connections(harness: &Harness, token: &str) -> StatusCode {
    let request = Request::get("/v3/connections")
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .body(Body::empty())
        .unwrap();
    harness.send(request).await.status
}

#[tokio::test]
async fn a_form_json_and_basic_credentials_get_a_token() {
    let by_form = form(&[GRANT, ("client_id", ID), ("client_secret", SECRET)]).await;
    let body =
        json!({"grant_type": "client_credentials", "client_id": ID, "client_secret": SECRET});
    let by_json = send("application/json; charset=utf-8", None, &body.to_string()).await;
    let form_type = "application/x-www-form-urlencoded";
    let by_basic = send(form_type, Some(BASIC), "grant_type=client_credentials").await;
    for reply in [by_form, by_json, by_basic] {
        assert_eq!(reply.status, StatusCode::OK);
        assert_eq!(reply.headers[header::CACHE_CONTROL], "no-store");
        assert!(reply.headers.contains_key("sc-request-id"));
        assert_eq!(reply.json()["token_type"], "Bearer");
        assert_eq!(reply.json()["expires_in"], 3600);
    }
}

#[tokio::test]
async fn a_malformed_request_is_invalid() {
    let id = ("client_id", ID);
    let secret = ("client_secret", SECRET);
    for fields in [
        &[id, secret][..],
        &[GRANT, id],
        &[GRANT, secret],
        &[GRANT, GRANT, id, secret],
    ] {
        is_error(&form(fields).await, 400, "invalid_request");
    }
    is_error(&send("text/plain", None, "").await, 400, "invalid_request");
    is_error(
        &send("application/json", None, "[").await,
        400,
        "invalid_request",
    );
    let form_type = "application/x-www-form-urlencoded";
    let body = format!("grant_type=client_credentials&client_id={ID}");
    let two_ways = send(form_type, Some(BASIC), &body);
    is_error(&two_ways.await, 400, "invalid_request");
    is_error(
        &send(form_type, Some("Basic !"), "").await,
        400,
        "invalid_request",
    );
}

#[tokio::test]
async fn another_grant_is_unsupported() {
    let fields = [
        ("grant_type", "authorization_code"),
        ("client_id", ID),
        ("client_secret", SECRET),
    ];
    is_error(&form(&fields).await, 400, "unsupported_grant_type");
}

#[tokio::test]
async fn wrong_credentials_are_an_invalid_client() {
    for (id, secret) in [
        (ID, "guess"),
        (DEVELOPMENT_APPLICATION_ID, SECRET),
        ("client_other", SECRET),
    ] {
        let fields = [GRANT, ("client_id", id), ("client_secret", secret)];
        is_error(&form(&fields).await, 401, "invalid_client");
    }
}

#[tokio::test]
async fn three_secrets_are_valid_at_once() {
    let secrets = ["one", "two", "three"];
    let harness = Harness::with(|settings| {
        settings.client_secrets = secrets.map(str::to_owned).to_vec();
    });
    for secret in secrets {
        let fields = [GRANT, ("client_id", ID), ("client_secret", secret)];
        assert_eq!(
            harness.form("/oauth2/token", &fields).await.status,
            StatusCode::OK
        );
    }
    let fields = [GRANT, ("client_id", ID), ("client_secret", SECRET)];
    is_error(
        &harness.form("/oauth2/token", &fields).await,
        401,
        "invalid_client",
    );
}

#[tokio::test]
async fn tokens_live_side_by_side_until_each_expires() {
    let harness = Harness::with(|settings| settings.token_lifetime = Duration::from_mins(1));
    let first = harness.token().await;
    harness.clock.advance(Duration::from_secs(30));
    let second = harness.token().await;
    assert_ne!(first, second);
    assert_eq!(reads_connections(&harness, &first).await, StatusCode::OK);
    harness.clock.advance(Duration::from_secs(30));
    assert_eq!(
        reads_connections(&harness, &first).await,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(reads_connections(&harness, &second).await, StatusCode::OK);
}

#[tokio::test]
async fn an_unknown_token_and_none_are_unauthorized() {
    let harness = Harness::new();
    assert_eq!(
        reads_connections(&harness, "made-up").await,
        StatusCode::UNAUTHORIZED
    );
    let none = harness.get("/v3/connections").await;
    assert_eq!(
        none.error(),
        (401, "AUTHENTICATION".to_owned(), "UNAUTHORIZED".to_owned())
    );
}
