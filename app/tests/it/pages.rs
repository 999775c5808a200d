//! Each page: its status, its heading, and what no page may have.

use app::{connect::model::ConnectProblem, error::AppError, routes, site::model::Source};
use axum::http::{StatusCode, header};
use leptos_axum::generate_route_list;

use crate::{
    cars::tesla,
    support::{Answer, FakeGarage, open},
};

#[tokio::test]
async fn the_home_page_offers_to_connect_a_car() {
    let answer = open(FakeGarage::signed_out(), "/").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.heading(), "Your car, as it really is.");
    assert!(answer.has_link("/login", "Connect your car"));
    assert!(!answer.body.contains("See your cars"));
    assert!(!answer.between("<nav", "</nav>").contains("Your cars"));
    assert!(!answer.body.contains("<aside"));
}

#[tokio::test]
async fn the_home_page_of_an_owner_leads_to_the_cars_first() {
    let answer = open(FakeGarage::with(vec![tesla()]), "/").await;
    let (first, second) = answer.body.split_once("See your cars").unwrap();
    assert!(!first.contains("Connect another car"));
    assert!(second.contains("Connect another car"));
    assert!(!answer.body.contains("Connect your car</a>"));
    assert!(answer.between("<nav", "</nav>").contains("Your cars"));
}

#[tokio::test]
async fn permissions_are_named_and_unknown_ones_shown_by_their_code() {
    let garage = FakeGarage {
        permissions: ["read_odometer", "read_<mind>"].map(str::to_owned).to_vec(),
        ..FakeGarage::signed_out()
    };
    let answer = open(garage, "/").await;
    assert!(answer.body.contains("Distance driven"));
    assert!(answer.body.contains("read_&lt;mind&gt;"));
    assert!(!answer.body.contains("read_<mind>"));
}

#[tokio::test]
async fn without_permissions_of_our_own_the_page_says_who_lists_them() {
    let answer = open(FakeGarage::signed_out(), "/").await;
    assert!(
        answer
            .body
            .contains("Smartcar’s own screen will list every permission")
    );
}

#[tokio::test]
async fn a_car_that_is_not_real_is_said_on_every_page() {
    for address in [
        "/",
        "/vehicle",
        "/settings",
        "/connect/no_vehicles",
        "/nowhere",
    ] {
        let garage = FakeGarage {
            source: Source::Simulator {
                origin: "http://localhost:8010".to_owned(),
            },
            ..FakeGarage::with(vec![tesla()])
        };
        let answer = open(garage, address).await;
        let banner = answer.between("<aside", "</aside>");
        assert!(
            banner.contains("This is a simulated Smartcar. No real car is touched."),
            "{address}"
        );
        assert!(
            banner.contains(r#"href="http://localhost:8010""#),
            "{address}"
        );
    }
    let simulated = FakeGarage {
        source: Source::Simulated,
        ..FakeGarage::signed_out()
    };
    let answer = open(simulated, "/").await;
    assert!(
        answer
            .between("<aside", "</aside>")
            .contains("simulated cars")
    );
}

#[tokio::test]
async fn an_inspector_that_is_no_web_address_is_not_linked() {
    let garage = FakeGarage {
        source: Source::Simulator {
            origin: "javascript:alert(1)".to_owned(),
        },
        ..FakeGarage::signed_out()
    };
    let answer = open(garage, "/").await;
    assert!(!answer.between("<aside", "</aside>").contains("href"));
}

#[tokio::test]
async fn the_vehicles_of_a_visitor_without_a_session_lead_home() {
    let answer = open(FakeGarage::signed_out(), "/vehicle").await;
    assert_eq!(answer.status, StatusCode::FOUND);
    assert_eq!(answer.header(header::LOCATION), "/");
}

#[tokio::test]
async fn a_store_that_fails_is_an_error_page() {
    let garage = FakeGarage {
        failure: Some(AppError::Internal),
        ..FakeGarage::with(vec![tesla()])
    };
    let answer = open(garage, "/vehicle").await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(answer.heading(), "Something went wrong here");
    assert!(!answer.body.contains("Model 3"));
}

#[tokio::test]
async fn no_address_leads_nowhere_without_saying_so() {
    for address in [
        "/nowhere",
        "/connect/nowhere",
        "/connect/ACCESS_DENIED",
        "/vehicle/x/y",
    ] {
        let answer = open(FakeGarage::signed_out(), address).await;
        assert_eq!(answer.heading(), "There is no page here", "{address}");
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn each_problem_has_its_page_and_status() {
    for problem in ConnectProblem::ALL {
        let answer = open(FakeGarage::signed_out(), &routes::connect_problem(problem)).await;
        assert_eq!(answer.status.as_u16(), problem.status(), "{problem:?}");
        assert!(!answer.heading().is_empty(), "{problem:?}");
        assert!(answer.body.contains("What to do"), "{problem:?}");
    }
}

#[tokio::test]
async fn addresses_that_make_no_sense_to_the_server_say_so() {
    for address in [
        "/login?what=is&this",
        "/reauthenticate?vehicle=..",
        "/exchange?state=a&state=b",
    ] {
        let answer = open(FakeGarage::signed_out(), address).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{address}");
        assert_eq!(answer.heading(), "This address makes no sense", "{address}");
        assert!(!answer.body.contains("state=a"), "{address}");
    }
}

#[tokio::test]
async fn a_notice_is_one_of_ours() {
    let answer = open(FakeGarage::signed_out(), "/?notice=erased").await;
    assert!(
        answer
            .between(r#"role="status""#, "</div>")
            .contains("Everything is erased.")
    );
    let answer = open(FakeGarage::signed_out(), "/?notice=You%20won").await;
    assert!(!answer.body.contains("You won"));
    assert!(!answer.between(r#"role="status""#, "</div>").contains('.'));
}

#[tokio::test]
async fn every_page_has_a_title_one_heading_and_a_policy() {
    for address in [
        "/",
        "/vehicle",
        "/settings",
        "/connect/access_denied",
        "/nowhere",
    ] {
        let answer = open(FakeGarage::with(vec![tesla()]), address).await;
        assert_eq!(answer.body.matches("<h1").count(), 1, "{address}");
        let title = format!("{} · Carport", answer.heading());
        assert_eq!(answer.between("<title>", "</title>"), title, "{address}");
        assert!(answer.body.contains("<html lang=\"en\">"), "{address}");
        assert!(!answer.body.contains(" style="), "{address}");
        assert!(!answer.body.contains("<style"), "{address}");
        assert_policy(&answer, address);
    }
}

/// Every script of the page carries the nonce of the policy in the header.
fn assert_policy(answer: &Answer, address: &str) {
    let policy = answer.header(header::CONTENT_SECURITY_POLICY);
    let (_, rest) = policy.split_once("'nonce-").expect("a nonce");
    let (nonce, _) = rest.split_once('\'').expect("a nonce");
    let scripts = answer.body.matches("<script").count();
    let nonced = answer.body.matches(&format!("nonce=\"{nonce}\"")).count();
    assert!(scripts > 0, "{address}");
    assert_eq!(scripts, nonced, "{address}");
}

#[tokio::test]
async fn the_router_has_the_pages_of_the_list() {
    let paths: Vec<_> = generate_route_list(app::app::App)
        .iter()
        .map(|listing| listing.path().to_owned())
        .collect();
    assert_eq!(
        paths,
        [
            routes::HOME,
            routes::VEHICLES,
            "/vehicle/{id}",
            "/vehicle/{id}/history",
            routes::NOTICES,
            routes::SETTINGS,
            routes::CONNECT_PROBLEM,
        ]
    );
}
