//! The inspector's pages and forms.

use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::support::Harness;

const PAGES: [(&str, &str); 8] = [
    ("/", "Connections"),
    ("/inspector/vehicles", "Vehicles"),
    ("/inspector/webhooks", "Webhooks"),
    ("/inspector/requests", "Requests"),
    ("/inspector/faults", "Faults"),
    ("/inspector/quirks", "Quirks"),
    ("/inspector/clock", "Clock"),
    ("/inspector/application", "Application"),
];

#[tokio::test]
async fn every_page_has_one_heading_and_marks_itself_in_the_navigation() {
    let harness = Harness::new();
    for (path, heading) in PAGES {
        let page = harness.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let page = page.text();
        assert_eq!(page.matches("<h1>").count(), 1);
        assert!(page.contains(&format!("<h1>{heading}</h1>")));
        assert!(
            page.contains(&format!(r#"<a href="{path}" aria-current="page">"#)),
            "{path}"
        );
        assert!(!page.contains("<script") && !page.contains("style="));
    }
}

#[tokio::test]
async fn a_connection_is_shown_and_can_be_ended() {
    let harness = Harness::new();
    harness.one_car("ann@example.com").await;
    let granted = harness.grant("ann@example.com", Some("ann-1")).await;
    let page = harness.get("/").await.text();
    for words in [
        "Tesla Model 3",
        "ann@example.com",
        "ann-1",
        "simulated",
        "Disconnect",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(
        harness
            .get("/inspector/vehicles")
            .await
            .text()
            .contains("0SCTESL")
    );
    let id = granted["connections"][0]["id"].as_str().unwrap();
    let path = format!("/inspector/connections/{id}/disconnect");
    assert_eq!(harness.form(&path, &[]).await.location(), "/");
    assert!(
        harness
            .get("/")
            .await
            .text()
            .contains("No car is connected yet.")
    );
    assert_eq!(
        harness.form(&path, &[]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn the_log_is_shown_and_cleared() {
    let harness = Harness::new();
    harness
        .api(Method::GET, "/connections?page%5Bsize%5D=7")
        .await;
    let page = harness.get("/inspector/requests").await.text();
    assert!(page.contains("GET /v3/connections") && page.contains("page%5Bsize%5D=7"));
    assert!(page.contains("connections.list"));
    harness.form("/inspector/requests/clear", &[]).await;
    assert!(
        harness
            .get("/inspector/requests")
            .await
            .text()
            .contains("Nothing has been asked yet.")
    );
}

#[tokio::test]
async fn a_fault_is_added_released_and_removed_by_form() {
    let harness = Harness::new();
    let fields = [
        ("kind", "throttled"),
        ("route", "connections.list"),
        ("account", ""),
        ("times", "1"),
    ];
    assert_eq!(
        harness.form("/inspector/faults", &fields).await.location(),
        "/inspector/faults"
    );
    assert_eq!(
        harness.api(Method::GET, "/connections").await.error().0,
        429
    );
    assert_eq!(
        harness.api(Method::GET, "/connections").await.status,
        StatusCode::OK
    );
    harness.form("/inspector/faults", &[("kind", "hold")]).await;
    let page = harness.get("/inspector/faults").await.text();
    assert!(
        page.contains("Answer 429 RATE_LIMIT SMARTCAR_API") && page.contains("Release</button>")
    );
    harness.form("/inspector/faults/2/release", &[]).await;
    assert!(
        !harness
            .get("/inspector/faults")
            .await
            .text()
            .contains("Release</button>")
    );
    harness.form("/inspector/faults/1/remove", &[]).await;
    let left = harness.get("/_simulator/faults").await.json();
    assert_eq!(left["faults"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_form_that_makes_no_sense_is_refused_with_words() {
    let harness = Harness::new();
    for (path, fields, words) in [
        (
            "/inspector/faults",
            [("kind", "flood"), ("times", "1")],
            "Choose what goes wrong.",
        ),
        (
            "/inspector/faults",
            [("kind", "drop"), ("times", "0")],
            "The times must be a number.",
        ),
        (
            "/inspector/clock",
            [("seconds", "soon"), ("x", "")],
            "The seconds must be a number.",
        ),
        (
            "/inspector/quirks",
            [("unknownUserStatus", "500"), ("x", "")],
            "403, 404 or null",
        ),
    ] {
        let reply = harness.form(path, &fields).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(reply.text().contains(words), "{words}");
    }
}

#[tokio::test]
async fn quirks_and_the_clock_are_set_by_form() {
    let harness = Harness::new();
    let fields = [
        ("stringYear", "on"),
        ("externalIdDelayReads", "3"),
        ("unknownUserStatus", "404"),
    ];
    harness.form("/inspector/quirks", &fields).await;
    let general = harness.get("/_simulator/quirks").await.json()["general"].clone();
    assert_eq!(general["stringYear"], true);
    assert_eq!(general["bareVehicle"], false);
    assert_eq!(general["externalIdDelayReads"], 3);
    assert_eq!(general["unknownUserStatus"], 404);
    let page = harness.get("/inspector/quirks").await.text();
    assert!(page.contains(r#"name="stringYear" value="on" checked"#));
    harness
        .form("/inspector/clock", &[("seconds", "900")])
        .await;
    assert!(
        harness
            .get("/inspector/clock")
            .await
            .text()
            .contains("2026-11-23 12:15:00")
    );
}

#[tokio::test]
async fn the_application_page_says_how_to_use_it_and_resets() {
    let harness = Harness::new();
    harness.grant("ann@example.com", None).await;
    let page = harness.get("/inspector/application").await.text();
    assert!(
        page.contains("export SMARTCAR_CLIENT_ID='client_simulator_development'")
            || page.contains("export SMARTCAR_CLIENT_ID=&#39;client_simulator_development&#39;")
    );
    harness.form("/inspector/reset", &[]).await;
    assert_eq!(harness.listing(&[]).await["meta"]["totalCount"], json!(0));
}
