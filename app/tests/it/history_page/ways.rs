//! The ways through the history, and those that lead nowhere.

use std::sync::Arc;

use app::{
    error::AppError,
    history::{model::Reach, span::SpanProblem},
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use time::Duration;

use super::{ADDRESS, battery, garage, page};
use crate::{
    cars::tesla,
    support::{FakeGarage, NOW, ask, open},
};

#[tokio::test]
async fn the_ways_are_plain_links() {
    let answer = page(vec![battery()], vec![]).await;
    for link in [
        format!("<a href=\"{ADDRESS}?period=day&amp;at=2026-11-23\""),
        format!("<a href=\"{ADDRESS}?period=week&amp;at=2026-11-23\" aria-current=\"true\">Week</a>"),
        format!("href=\"{ADDRESS}?period=week&amp;at=2026-11-16\" rel=\"prev\" aria-label=\"Earlier: 16 to 22 November 2026\""),
        format!("href=\"{ADDRESS}?period=month&amp;at=2026-11-01\" class=\"zoom-out\">Zoom out to November 2026</a>"),
        "<a href=\"/vehicle/36ab27d0-fd9d-4455-823a-ce30af709ffc\">Back to Tesla Model 3</a>".to_owned(),
        "<a href=\"/vehicle/36ab27d0-fd9d-4455-823a-ce30af709ffc/export.csv\" rel=\"external\" download".to_owned(),
        "/vehicle/36ab27d0-fd9d-4455-823a-ce30af709ffc/commands.json\" rel=\"external\" download".to_owned(),
    ] {
        let body = answer.body.replace("?period=day&at", "?period=day&amp;at");
        assert!(body.contains(&link), "{link} in {body}");
    }
    // The week that has now in it is the last.
    assert!(!answer.body.contains("rel=\"next\""));
    let form = answer.between("<form method=\"get\"", "</form>");
    assert!(form.contains(&format!("action=\"{ADDRESS}\"")));
    assert!(
        form.contains("name=\"from\" value=\"2026-11-23T00:00\""),
        "{form}"
    );
}

#[tokio::test]
async fn a_car_of_which_nothing_was_kept_says_why_and_what_to_do() {
    let answer = open(FakeGarage::with(vec![tesla()]), ADDRESS).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("Nothing kept yet"));
    assert!(answer.body.contains("Refresh"));
    assert!(!answer.body.contains("<figure"));
    assert!(!answer.body.contains("Nothing from this time"));
}

#[tokio::test]
async fn a_time_without_readings_leads_to_one_with_some() {
    for (first, last, words) in [
        (-300, -200, "4 to 10 May 2026"),
        (300, 400, "13 to 19 September 2027"),
        (-300, 0, "23 to 29 November 2026"),
    ] {
        let garage = FakeGarage {
            reach: Some(Reach {
                first: NOW + Duration::days(first),
                last: NOW + Duration::days(last),
            }),
            ..garage(vec![], vec![])
        };
        let answer = open(garage, ADDRESS).await;
        let lack = answer.between("Nothing from this time", "</section>");
        assert!(lack.contains(&format!(">{words}</a>")), "{words} in {lack}");
        assert!(!answer.body.contains("<figure"));
    }
}

#[tokio::test]
async fn a_span_that_cannot_be_looked_at_is_said_with_400() {
    let garage = FakeGarage {
        recorded: Err(SpanProblem::Reversed),
        ..garage(vec![], vec![])
    };
    let answer = open(garage, &format!("{ADDRESS}?from=b&until=a")).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let alert = answer.between("role=\"alert\"", "</div>");
    assert!(
        alert.contains("This span ends before it begins."),
        "{alert}"
    );
    assert!(
        answer
            .body
            .contains("<nav aria-label=\"Period\" class=\"periods\">")
    );
    assert!(!answer.body.contains("<figure"));
}

#[tokio::test]
async fn the_query_reaches_the_garage_as_it_stands_in_the_address() {
    for query in ["", "?period=day&at=2026-11-23", "?a=%0A%26&b=%3Cscript%3E"] {
        let garage = Arc::new(garage(vec![battery()], vec![]));
        let request = Request::get(format!("{ADDRESS}{query}"))
            .header(header::ACCEPT, "text/html")
            .body(Body::empty())
            .unwrap();
        ask(&garage, request).await;
        let queries = garage.queries.lock().unwrap();
        let asked: Vec<&str> = queries
            .iter()
            .map(|asked| asked.trim_start_matches('?'))
            .collect();
        assert_eq!(asked, [query.trim_start_matches('?')]);
    }
}

#[tokio::test]
async fn a_strange_car_is_not_found_and_a_visitor_is_led_home() {
    let answer = open(garage(vec![battery()], vec![]), "/vehicle/stranger/history").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(!answer.body.contains("<figure"));
    let answer = open(FakeGarage::signed_out(), ADDRESS).await;
    assert_eq!(answer.status, StatusCode::FOUND);
    assert_eq!(answer.header(header::LOCATION), "/");
    let failing = FakeGarage {
        failure: Some(AppError::Internal),
        ..garage(vec![], vec![])
    };
    let answer = open(failing, ADDRESS).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
}

#[tokio::test]
async fn the_car_leads_to_its_history() {
    let answer = crate::cars::page(crate::cars::electric()).await;
    let spoke = answer.between("car-spoke\">", "</p>");
    assert!(
        spoke.contains(
            "<a href=\"/vehicle/e1ec781c/history\" rel=\"external\">What it said before</a>"
        ),
        "{spoke}"
    );
}
