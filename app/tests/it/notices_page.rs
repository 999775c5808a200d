//! The page of the notices, and where else they are told of.

use app::{
    vehicle::{
        model::{Vehicle, VehicleId},
        units::PressureUnit,
    },
    watch::{
        model::{CarNotice, Finding, NoticesView, Refused, RuleSetting, TypedRules},
        rule::WatchRule,
    },
};
use axum::http::StatusCode;
use time::Duration;

use crate::{
    cars::{tesla, untold},
    support::{Answer, FakeGarage, NOW, open},
};

const NOTICES: &str = "/notices";

fn notice(id: &str, rule: WatchRule) -> CarNotice {
    CarNotice {
        id: id.to_owned(),
        vehicle: tesla(),
        rule,
        threshold: rule.suggested(),
        finding: None,
        since: NOW - Duration::minutes(14),
        noticed_at: NOW - Duration::minutes(4),
        ended_at: None,
        put_away_at: None,
    }
}

fn with(open: Vec<CarNotice>, past: Vec<CarNotice>) -> FakeGarage {
    let mut garage = FakeGarage::with(vec![tesla()]);
    garage.notices = NoticesView {
        open,
        past,
        ..garage.notices
    };
    garage
}

/// Where these stand, in this order.
#[track_caller]
fn assert_in_order(answer: &Answer, texts: &[&str]) {
    let places: Vec<usize> = texts
        .iter()
        .map(|text| {
            let place = answer.body.find(text);
            place.unwrap_or_else(|| panic!("{text:?} is missing in {}", answer.body))
        })
        .collect();
    assert!(places.is_sorted(), "{texts:?} {places:?}");
}

#[tokio::test]
async fn without_a_session_the_page_leads_home() {
    let answer = open(FakeGarage::signed_out(), NOTICES).await;
    assert_eq!(answer.status, StatusCode::FOUND);
    assert_eq!(answer.header("location"), "/");
    let home = open(FakeGarage::signed_out(), "/").await;
    assert!(!home.body.contains("href=\"/notices\""));
}

#[tokio::test]
async fn what_is_open_comes_first_then_what_was_then_the_rules() {
    let tyre = CarNotice {
        finding: Some(Finding::Tyre {
            row: Some(1),
            column: Some(0),
            rows: 2,
            pascals: 182_000,
            low: 1,
        }),
        ..notice("b", WatchRule::TyreLow)
    };
    let over = CarNotice {
        ended_at: Some(NOW - Duration::minutes(2)),
        ..notice("c", WatchRule::Unlocked)
    };
    let away = CarNotice {
        put_away_at: Some(NOW),
        ..notice("d", WatchRule::Silent)
    };
    let garage = with(
        vec![notice("a", WatchRule::Unlocked), tyre],
        vec![over, away],
    );
    let answer = open(garage, NOTICES).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.heading(), "Notices");
    assert_in_order(
        &answer,
        &[
            "2 notices open.",
            "Unlocked since 11:46 UTC, for 14 minutes.",
            "name=\"notice\" value=\"a\"",
            "Rear left tyre at 1.82\u{202f}bar, below 2.0\u{202f}bar, as the car said at 11:46 UTC.",
            "name=\"notice\" value=\"b\"",
            ">Before</h2>",
            "Unlocked from 11:46 UTC to 11:58 UTC, for 12 minutes.",
            "Nothing heard since 11:46 UTC, for 14 minutes.",
            "Put away, and still so. ",
            ">Notifications in this browser</h2>",
            ">What Carport watches for</h2>",
        ],
    );
    // What is over, or put away, cannot be put away.
    assert_eq!(answer.body.matches("name=\"notice\"").count(), 2);
    let link = answer.between("<a href=\"/notices\"", "</a>");
    assert!(link.contains("aria-current=\"page\""), "{link}");
    assert!(
        link.contains(">2<span class=\"visually-hidden\"> open</span>"),
        "{link}"
    );
}

#[tokio::test]
async fn the_car_and_the_head_of_every_page_tell_of_what_is_open() {
    let id = tesla().id.0;
    for address in ["/", "/vehicle", "/settings", &format!("/vehicle/{id}")] {
        let garage = with(vec![notice("a", WatchRule::Unlocked)], Vec::new());
        let answer = open(garage, address).await;
        let link = answer.between("<a href=\"/notices\"", "</a>");
        assert!(link.contains(">1<span"), "{address}: {link}");
        let is_car = address.contains(&id);
        let told = answer.between("id=\"attention\"", "</section>");
        assert_eq!(told.contains("Unlocked since 11:46 UTC"), is_car, "{told}");
        let answer = open(with(Vec::new(), Vec::new()), address).await;
        assert!(!answer.body.contains("nav-count"), "{address}");
    }
}

#[tokio::test]
async fn every_rule_can_be_set_and_shows_what_holds() {
    let answer = open(FakeGarage::with(vec![tesla(), untold()]), NOTICES).await;
    assert!(answer.body.contains("Carport watches for nothing yet."));
    assert_eq!(answer.body.matches(">Watch for all four").count(), 2);
    assert_eq!(answer.body.matches("type=\"checkbox\"").count(), 8);
    assert!(!answer.body.contains(" checked"));
    // No two elements share an id, and every label has its field.
    for id in [
        "rules-0-unlocked",
        "rules-1-unlocked",
        "rules-1-silent-number",
    ] {
        assert_eq!(
            answer.body.matches(&format!(" id=\"{id}\"")).count(),
            1,
            "{id}"
        );
        assert_eq!(
            answer.body.matches(&format!("for=\"{id}\"")).count(),
            1,
            "{id}"
        );
    }

    let mut garage = FakeGarage::with(vec![tesla()]);
    garage.notices.pressure = PressureUnit::PoundsPerSquareInch;
    garage.rules = Some(WatchRule::ALL.map(|rule| RuleSetting {
        is_on: true,
        ..RuleSetting::unset(rule)
    }));
    let answer = open(garage, NOTICES).await;
    assert_eq!(answer.body.matches(" checked").count(), 4);
    assert!(!answer.body.contains(">Watch for all four"));
    let tyre = answer.between("id=\"rules-0-tyre-low-number\"", ">");
    for attribute in [
        "value=\"29.0\"",
        "min=\"14.6\"",
        "max=\"87.0\"",
        "step=\"0.1\"",
    ] {
        assert!(tyre.contains(attribute), "{tyre}");
    }
}

#[tokio::test]
async fn what_was_typed_wrong_stands_there_with_the_reason() {
    let hostile = "\"><script>alert(1)</script>";
    let mut garage = FakeGarage::with(vec![tesla(), untold()]);
    garage.refused_rules = Some(Refused::Rules {
        vehicle: tesla().id,
        typed: TypedRules {
            rules: [
                (true, "1000".to_owned()),
                (false, "80".to_owned()),
                (true, hostile.to_owned()),
                (false, "24".to_owned()),
            ],
            pressure: PressureUnit::Kilopascals,
        },
        mistakes: vec![WatchRule::Unlocked, WatchRule::TyreLow],
    });
    let answer = open(garage, NOTICES).await;
    assert!(!answer.body.contains("<script>alert"));
    assert_eq!(answer.body.matches("aria-invalid=\"true\"").count(), 2);
    assert_eq!(answer.body.matches("autofocus").count(), 1);
    assert_eq!(answer.body.matches(" checked").count(), 2);
    assert!(answer.body.contains("Type a number from 1 to 720 minutes."));
    assert!(answer.body.contains("Type a number from 100 to 600 kPa."));
    let field = answer.between("id=\"rules-0-unlocked-number\"", ">");
    assert!(field.contains("value=\"1000\""), "{field}");
    assert!(
        field.contains("aria-describedby=\"rules-0-unlocked-problem rules-0-unlocked-hint\""),
        "{field}"
    );
    let other = answer.between("id=\"rules-1-unlocked-number\"", ">");
    assert!(other.contains("value=\"10\""), "{other}");
}

#[tokio::test]
async fn without_a_car_there_is_nothing_to_watch_for() {
    let answer = open(FakeGarage::of(Vec::new()), NOTICES).await;
    assert_eq!(answer.heading(), "Notices");
    assert!(answer.body.contains("No car is connected"));
    assert!(!answer.body.contains("What Carport watches for"));
}

#[tokio::test]
async fn a_hostile_name_stays_a_name() {
    let hostile = "</a><script>alert(1)</script>";
    let car = Vehicle {
        id: VehicleId("../\"x".to_owned()),
        given_name: Some(hostile.to_owned()),
        ..tesla()
    };
    let mut garage = FakeGarage::with(vec![car.clone()]);
    garage.notices.open = vec![CarNotice {
        vehicle: car,
        id: "\"><b>".to_owned(),
        ..notice("a", WatchRule::Unlocked)
    }];
    let answer = open(garage, NOTICES).await;
    assert!(!answer.body.contains("<script>alert"), "{}", answer.body);
    assert!(!answer.body.contains("\"><b>"), "{}", answer.body);
    assert!(answer.body.contains("href=\"/vehicle/%2E%2E%2F%22x\""));
}
