//! The table of vehicles, as a screen reader and an attacker see it.

use app::vehicle::model::{Vehicle, VehicleId};

use crate::{
    cars::{tesla, untold},
    support::{FakeGarage, open},
};

#[tokio::test]
async fn the_table_is_a_table() {
    let answer = open(FakeGarage::with(vec![tesla(), untold()]), "/vehicle").await;
    assert_eq!(answer.heading(), "Your cars");
    assert_eq!(
        answer.between("<caption>", "</caption>"),
        "2 cars connected"
    );
    let head = answer.between("<thead", "</thead>");
    assert_eq!(
        head.matches(r#"<th role="columnheader" scope="col">"#)
            .count(),
        7
    );
    for column in [
        "Make",
        "Model",
        "Year",
        "Powertrain",
        "Vehicle ID",
        "Mode",
        "Actions",
    ] {
        assert!(head.contains(column), "{column}");
    }
    let body = answer.between("<tbody", "</tbody>");
    assert_eq!(body.matches("<tr role=\"row\">").count(), 2);
    assert_eq!(
        body.matches(r#"<th role="rowheader" scope="row""#).count(),
        2
    );
    assert_eq!(body.matches("<td role=\"cell\"").count(), 12);
}

#[tokio::test]
async fn values_are_words_and_the_id_is_whole() {
    let answer = open(FakeGarage::with(vec![tesla()]), "/vehicle").await;
    assert_eq!(answer.between("<caption>", "</caption>"), "1 car connected");
    let body = answer.between("<tbody", "</tbody>");
    for words in [
        ">Tesla<",
        ">Model 3<",
        ">2021<",
        ">Battery electric<",
        ">36ab27d0-fd9d-4455-823a-ce30af709ffc<",
        ">Simulated<",
        "Tesla Model 3</button>",
    ] {
        assert!(body.contains(words), "{words} in {body}");
    }
    assert!(!body.contains("Not told"));
}

#[tokio::test]
async fn what_is_not_known_is_said() {
    let answer = open(FakeGarage::with(vec![untold()]), "/vehicle").await;
    let body = answer.between("<tbody", "</tbody>");
    assert_eq!(body.matches("Not told").count(), 5);
    assert!(body.contains("this car</button>"));
}

#[tokio::test]
async fn without_a_car_there_is_a_way_to_one() {
    let answer = open(FakeGarage::with(Vec::new()), "/vehicle").await;
    assert!(!answer.body.contains("<table"));
    assert!(answer.body.contains("No car is connected"));
    assert!(answer.has_link("/login", "Connect a car"));
    assert!(answer.body.contains(">Sign out</button>"));
}

#[tokio::test]
async fn hostile_values_stay_text() {
    let hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";
    let vehicle = Vehicle {
        id: VehicleId(hostile.to_owned()),
        given_name: None,
        make: Some(hostile.to_owned()),
        model: Some(hostile.to_owned()),
        year: None,
        powertrain_type: Some(hostile.to_owned()),
        mode: Some(hostile.to_owned()),
    };
    let answer = open(FakeGarage::with(vec![vehicle]), "/vehicle").await;
    assert!(!answer.body.contains("<script>alert"));
    assert!(!answer.body.contains("<img"));
    let form = answer.between(r#"<input type="hidden" name="vehicle" value=""#, ">");
    assert!(!form.contains("'&gt;\"") && form.ends_with('"'), "{form}");
    assert!(form.contains("&quot;"), "{form}");
}
