//! Who may talk to the simulator.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use url::Url;

use crate::support::Harness;

async fn post(path: &str, headers: &[(&str, &str)]) -> StatusCode {
    let harness = Harness::new();
    let mut request = Request::post(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    harness
        .send(request.body(Body::empty()).unwrap())
        .await
        .status
}

async fn get_from(harness: &Harness, host: &str) -> StatusCode {
    let request = Request::get("/")
        .header(header::HOST, host)
        .body(Body::empty())
        .unwrap();
    harness.send(request).await.status
}

#[tokio::test]
async fn every_page_carries_its_policy() {
    let harness = Harness::new();
    let session = harness.begin(&[]).await;
    let first_screen = format!("{}/country", session.base);
    for path in [
        "/",
        "/inspector/faults",
        &first_screen,
        "/nowhere",
        "/oauth/authorize",
    ] {
        let reply = harness.get(path).await;
        let policy = reply.headers[header::CONTENT_SECURITY_POLICY]
            .to_str()
            .unwrap();
        for part in [
            "default-src 'none'",
            "style-src 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{path}: {part}");
        }
        assert!(!policy.contains("unsafe"));
        assert_eq!(reply.headers[header::REFERRER_POLICY], "same-origin");
        assert_eq!(reply.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(reply.text().contains("/_simulator/style.css"));
    }
    let styles = harness.get("/_simulator/style.css").await;
    assert_eq!(
        styles.headers[header::CONTENT_TYPE],
        "text/css; charset=utf-8"
    );
    assert!(styles.text().contains(":focus-visible"));
}

#[tokio::test]
async fn another_sites_page_changes_nothing() {
    for path in ["/_simulator/reset", "/inspector/reset"] {
        for headers in [
            &[("sec-fetch-site", "cross-site")][..],
            &[("sec-fetch-site", "same-site")],
            &[("origin", "https://evil.example")],
            &[("origin", "http://localhost:8000")],
            &[("origin", "null")],
        ] {
            assert_eq!(
                post(path, headers).await,
                StatusCode::FORBIDDEN,
                "{path} {headers:?}"
            );
        }
        for headers in [
            &[][..],
            &[
                ("sec-fetch-site", "same-origin"),
                ("origin", "http://localhost:8010"),
            ],
            &[("origin", "http://localhost:8010")],
        ] {
            assert!(
                post(path, headers).await.as_u16() < 400,
                "{path} {headers:?}"
            );
        }
    }
}

#[tokio::test]
async fn only_loopback_names_and_the_public_origin_are_answered() {
    let harness = Harness::with(|settings| {
        settings.public_origin = Some(Url::parse("http://smartcar.test:8010").unwrap());
    });
    for host in [
        "localhost",
        "localhost:1",
        "127.0.0.1:8010",
        "[::1]:8010",
        "app.localhost",
        "smartcar.test",
    ] {
        assert_eq!(get_from(&harness, host).await, StatusCode::OK, "{host}");
    }
    for host in [
        "evil.example",
        "localhost.evil.example",
        "192.168.0.1",
        "evil.example@localhost:8010/",
    ] {
        assert_eq!(
            get_from(&harness, host).await,
            StatusCode::MISDIRECTED_REQUEST,
            "{host}"
        );
    }
}

#[tokio::test]
async fn a_path_that_leads_nowhere_is_a_page() {
    let reply = Harness::new().get("/nowhere").await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert!(reply.text().contains("<h1>There is nothing here</h1>"));
}
