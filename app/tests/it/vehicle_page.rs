//! The page of one car: what it says first, and what can be done there.

use app::error::AppError;
use axum::http::{StatusCode, header};
use time::Duration;

use crate::{
    cars::{car, electric, page, tesla},
    support::{FakeGarage, NOW, open},
};

#[tokio::test]
async fn the_page_says_first_how_the_car_is() {
    let answer = page(electric()).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.heading(), "Tesla Model Y");
    assert_eq!(
        answer.between("<p class=\"lead car-state\">", "</p>"),
        "Parked, locked, 62\u{202f}% charged, not charging."
    );
    assert!(answer.body.contains("2023 · Battery electric · Simulated"));
    assert!(
        answer
            .between("car-spoke\">", "</p>")
            .contains("4 minutes ago")
    );
    assert_eq!(answer.body.matches("<h1").count(), 1);
    assert!(!answer.body.contains(" style="));
    assert!(!answer.body.contains("What needs a hand"));
    assert!(!answer.body.contains("\"old-mark\""));
}

#[tokio::test]
async fn a_strange_car_is_not_found_and_a_visitor_is_led_home() {
    let answer = open(FakeGarage::of(vec![electric()]), "/vehicle/stranger").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(!answer.body.contains("Model Y"));
    let answer = open(FakeGarage::signed_out(), "/vehicle/e1ec781c").await;
    assert_eq!(answer.status, StatusCode::FOUND);
    assert_eq!(answer.header(header::LOCATION), "/");
    let garage = FakeGarage {
        failure: Some(AppError::Internal),
        ..FakeGarage::of(vec![electric()])
    };
    let answer = open(garage, "/vehicle/e1ec781c").await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
}

#[tokio::test]
async fn a_car_of_which_nothing_was_read_says_so() {
    let mut car = car("f00dbabe", "Model 3", "BEV", Vec::new());
    car.refreshed_at = None;
    let answer = page(car).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.body.contains("Nothing read yet"));
    assert!(answer.body.contains("may need some minutes"));
    assert_eq!(answer.body.matches(">Refresh</button>").count(), 1);
    assert!(!answer.body.contains("car-view"));
    assert!(!answer.body.contains("Exact times"));

    let answer = open(
        FakeGarage::with(vec![tesla()]),
        "/vehicle/36ab27d0-fd9d-4455-823a-ce30af709ffc",
    )
    .await;
    assert!(answer.body.contains("Nothing read yet"));
}

#[tokio::test]
async fn refreshing_says_what_it_costs_and_waits_for_its_time() {
    let answer = page(electric()).await;
    let form = answer.between("<form id=\"refresh\"", "</form>");
    assert!(form.contains(r#"action="/api/vehicle/refresh""#), "{form}");
    assert!(
        form.contains(r#"name="vehicle" value="e1ec781c""#),
        "{form}"
    );
    assert!(form.contains("Costs 1 of the 412 requests left"), "{form}");
    assert!(!form.contains(" disabled"), "{form}");

    let mut car = electric();
    car.allowance.possible_at = Some(NOW + Duration::minutes(9));
    let answer = page(car).await;
    let form = answer.between("<form id=\"refresh\"", "</form>");
    assert!(form.contains(" disabled"), "{form}");
    assert!(
        form.contains(r#"aria-describedby="refresh-cost""#),
        "{form}"
    );
    assert!(form.contains("Possible again in 9 minutes"), "{form}");

    let mut car = electric();
    car.allowance.possible_at = Some(NOW - Duration::SECOND);
    let answer = page(car).await;
    assert!(
        !answer
            .between("<form id=\"refresh\"", "</form>")
            .contains(" disabled")
    );
}

#[tokio::test]
async fn permissions_are_in_words_and_the_car_can_be_left() {
    let mut car = electric();
    car.permissions = vec!["read_odometer".to_owned(), "read_<mind>".to_owned()];
    let answer = page(car).await;
    let fold = answer.between("What you have allowed (2)", "</details>");
    assert!(fold.contains("Distance driven"), "{fold}");
    assert!(fold.contains("read_&lt;mind&gt;"), "{fold}");
    let missing = fold.split("Not allowed").nth(1).unwrap();
    assert!(missing.contains("Allow “Lock and unlock”"), "{missing}");
    assert!(!missing.contains("Distance driven"), "{missing}");
    assert!(answer.body.contains("Disconnect Tesla Model Y</button>"));
    assert!(
        answer
            .body
            .contains(r#"<a href="/vehicle" class="button">All your cars</a>"#)
    );
}
