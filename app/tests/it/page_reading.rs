//! The pages as the script reads them: whole at first, then what has changed, and whatever else may
//! stand in the query.

use std::sync::Arc;

use app::rendered::PageContent;
use axum::{
    body::Body,
    http::{Request, StatusCode},
};

use crate::{
    cars::{tesla, untold},
    support::{Answer, FakeGarage, ask},
};

async fn read(garage: &Arc<FakeGarage>, query: &str) -> Answer {
    let request = Request::get(format!("/api/page?{query}"));
    ask(garage, request.body(Body::empty()).unwrap()).await
}

fn garage() -> Arc<FakeGarage> {
    Arc::new(FakeGarage::with(vec![tesla(), untold()]))
}

fn content(answer: &Answer) -> PageContent {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

#[tokio::test]
async fn every_page_is_read_whole_at_first_and_then_not_again() {
    let vehicle = tesla().id.0;
    for page in [
        "/vehicle",
        &format!("/vehicle/{vehicle}"),
        &format!("/vehicle/{vehicle}/history%3Fperiod%3Dday"),
        "/notices",
        "/settings",
    ] {
        let garage = garage();
        let whole = content(&read(&garage, &format!("page={page}")).await);
        assert!(!whole.parts.is_empty(), "{page}");
        assert!(whole.parts.iter().all(Option::is_some), "{page}");
        assert_eq!(whole.parts.len(), whole.marks.len(), "{page}");

        let known = whole.marks.join(",");
        let again = content(&read(&garage, &format!("page={page}&known={known}")).await);
        assert!(again.parts.iter().all(Option::is_none), "{page}");
        assert_eq!(again.marks, whole.marks, "{page}");
    }
}

#[tokio::test]
async fn marks_that_are_none_are_those_of_nobody() {
    let garage = garage();
    let whole = content(&read(&garage, "page=/vehicle").await);
    for known in [
        "",
        "%00",
        "%F0%9F%9A%97",
        ",,,,",
        "ffffffffffffffff",
        &"f,".repeat(10_000),
    ] {
        let page = content(&read(&garage, &format!("page=/vehicle&known={known}")).await);
        assert_eq!(page, whole, "{known:.40}");
    }
}

#[tokio::test]
async fn an_address_that_no_page_has_is_told_so() {
    for (query, status) in [
        ("page=", StatusCode::NOT_FOUND),
        ("page=/", StatusCode::NOT_FOUND),
        ("page=/vehicles", StatusCode::NOT_FOUND),
        ("page=%00", StatusCode::NOT_FOUND),
        ("page=http://localhost/vehicle", StatusCode::NOT_FOUND),
        ("page=/vehicle/nobody-has-this", StatusCode::NOT_FOUND),
        (
            "page=/vehicle/nobody-has-this/history",
            StatusCode::NOT_FOUND,
        ),
        ("page=/vehicle/../settings", StatusCode::NOT_FOUND),
        ("page=/vehicle/%00", StatusCode::NOT_FOUND),
        ("", StatusCode::BAD_REQUEST),
        ("known=ff", StatusCode::BAD_REQUEST),
        ("page=/vehicle&page=/settings", StatusCode::BAD_REQUEST),
        ("page[]=/vehicle", StatusCode::BAD_REQUEST),
        ("page=/vehicle&known=a&known=b", StatusCode::BAD_REQUEST),
        ("page=%FF", StatusCode::NOT_FOUND),
    ] {
        let answer = read(&garage(), query).await;
        assert_eq!(answer.status, status, "{query}: {}", answer.body);
        assert!(!answer.body.contains("parts"), "{query}");
    }
}

#[tokio::test]
async fn who_is_signed_out_reads_the_settings_alone() {
    let nobody = Arc::new(FakeGarage::signed_out());
    for page in [
        "/vehicle",
        "/vehicle/f00d",
        "/vehicle/f00d/history",
        "/notices",
    ] {
        let answer = read(&nobody, &format!("page={page}")).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{page}");
    }
    content(&read(&nobody, "page=/settings").await);
}
