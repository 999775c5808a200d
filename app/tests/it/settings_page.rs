//! The page of the settings, and what its choices do to every page.

use app::{
    error::AppError,
    settings::{
        given_name::NameProblem,
        model::{Preferences, Reader, Refused, Theme},
    },
    vehicle::{
        model::{Vehicle, VehicleId},
        units::{PressureUnit, Units},
    },
};
use axum::http::StatusCode;

use crate::{
    cars::{electric, page, tesla, untold},
    support::{Answer, FakeGarage, open},
};

const SETTINGS: &str = "/settings";

fn choosing(preferences: Preferences) -> FakeGarage {
    FakeGarage {
        reader: Reader {
            preferences,
            suggested: Units::BRITISH,
        },
        ..FakeGarage::signed_out()
    }
}

fn named(name: &str) -> Vehicle {
    Vehicle {
        given_name: Some(name.to_owned()),
        ..tesla()
    }
}

/// The value of the one radio button of a group that is pressed.
#[track_caller]
fn chosen<'a>(answer: &'a Answer, group: &str) -> &'a str {
    let start = format!("<input type=\"radio\" name=\"{group}\" value=\"");
    let mut pressed = answer
        .body
        .split(&start)
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
        .filter(|(tag, _)| tag.contains(" checked"))
        .filter_map(|(tag, _)| tag.split_once('"'));
    let (value, _) = pressed.next().expect("one is pressed");
    assert!(pressed.next().is_none(), "{group}: two are pressed");
    value
}

#[tokio::test]
async fn a_visitor_without_a_session_chooses_units_and_theme_and_names_nothing() {
    let answer = open(choosing(Preferences::default()), SETTINGS).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.heading(), "Settings");
    assert_eq!(chosen(&answer, "theme"), "system");
    assert_eq!(chosen(&answer, "units"), "suggested");
    assert!(answer.body.contains("at present miles, °C, psi, litres"));
    assert!(!answer.body.contains("The names of your cars"));
    let link = answer.between("<nav", "</nav>");
    assert!(link.contains(r#"aria-current="page""#), "{link}");
}

#[tokio::test]
async fn what_was_chosen_is_pressed() {
    let mixed = Units {
        pressure: PressureUnit::Kilopascals,
        ..Units::IMPERIAL
    };
    for (units, choice, pressure) in [
        (Some(Units::METRIC), "metric", "bar"),
        (Some(Units::IMPERIAL), "us", "psi"),
        (Some(Units::BRITISH), "uk", "psi"),
        (Some(mixed), "own", "kpa"),
        (None, "suggested", "psi"),
    ] {
        let preferences = Preferences {
            theme: Theme::Light,
            units,
        };
        let answer = open(choosing(preferences), SETTINGS).await;
        assert_eq!(chosen(&answer, "theme"), "light");
        assert_eq!(chosen(&answer, "units"), choice);
        assert_eq!(chosen(&answer, "pressure"), pressure, "{choice}");
    }
}

#[tokio::test]
async fn the_theme_is_in_the_document_of_every_page() {
    for (theme, html, scheme, colors) in [
        (Theme::System, r#"<html lang="en">"#, "light dark", 2),
        (
            Theme::Light,
            r#"<html lang="en" data-theme="light">"#,
            "light",
            1,
        ),
        (
            Theme::Dark,
            r#"<html lang="en" data-theme="dark">"#,
            "dark",
            1,
        ),
    ] {
        for address in ["/", "/settings", "/connect/no_vehicles", "/nowhere"] {
            let preferences = Preferences { theme, units: None };
            let answer = open(choosing(preferences), address).await;
            assert!(answer.body.contains(html), "{address} {theme:?}");
            let meta = format!(r#"<meta name="color-scheme" content="{scheme}">"#);
            assert!(answer.body.contains(&meta), "{address} {theme:?}");
            let found = answer.body.matches(r#"name="theme-color""#).count();
            assert_eq!(found, colors, "{address} {theme:?}");
        }
    }
}

#[tokio::test]
async fn each_car_has_a_field_with_its_name() {
    let garage = FakeGarage::with(vec![named("Blue & \"bird\""), untold()]);
    let answer = open(garage, SETTINGS).await;
    let forms = answer.between("The names of your cars", "</section>");
    for markup in [
        r#"<label for="name-0">Tesla Model 3, 2021</label>"#,
        r#"value="Blue &amp; &quot;bird&quot;""#,
        r#"placeholder="Tesla Model 3""#,
        r#"<label for="name-1">A car that Smartcar has not described</label>"#,
        r#"value="f00dbabe""#,
        r#"maxlength="60""#,
    ] {
        assert!(forms.contains(markup), "{markup} in {forms}");
    }
    assert!(!forms.contains("aria-invalid"), "{forms}");
}

#[tokio::test]
async fn cars_that_are_alike_are_told_apart() {
    let twin = Vehicle {
        id: VehicleId("twin".to_owned()),
        ..tesla()
    };
    let answer = open(FakeGarage::with(vec![tesla(), twin]), SETTINGS).await;
    for label in ["2021, ID ending in 709ffc", "2021, ID ending in twin"] {
        assert!(answer.body.contains(label), "{label}");
    }
}

#[tokio::test]
async fn a_refused_name_stays_in_its_field_with_the_reason() {
    let typed = "\"><script>alert(1)</script>\u{202e}";
    let garage = FakeGarage {
        refused: Some(Refused::Name {
            vehicle: untold().id,
            typed: typed.to_owned(),
            problem: NameProblem::Hidden,
        }),
        ..FakeGarage::with(vec![named("Bluebird"), untold()])
    };
    let answer = open(garage, SETTINGS).await;
    let forms = answer.between("The names of your cars", "</section>");
    let (first, second) = forms.split_once("name-1").expect("two forms");
    assert!(first.contains("Bluebird") && !first.contains("aria-invalid"));
    assert!(second.contains("&lt;script") && second.contains("aria-invalid=\"true\""));
    assert!(second.contains(r#"aria-describedby="name-1-problem""#));
    assert!(second.contains("This name holds a hidden character"));
    assert!(!answer.body.contains("<script>alert"));
}

#[tokio::test]
async fn what_could_not_be_done_is_said_at_the_top() {
    let garage = FakeGarage {
        refused: Some(Refused::Failed(AppError::VehicleNotFound)),
        ..FakeGarage::with(vec![tesla()])
    };
    let answer = open(garage, SETTINGS).await;
    let alert = answer.between(r#"role="alert""#, "</div>");
    assert!(alert.contains("This car is not among yours."), "{alert}");
}

#[tokio::test]
async fn a_store_that_fails_is_an_error_page() {
    let garage = FakeGarage {
        failure: Some(AppError::Internal),
        ..FakeGarage::with(vec![tesla()])
    };
    let answer = open(garage, SETTINGS).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(answer.heading(), "Something went wrong here");
}

#[tokio::test]
async fn a_name_stands_wherever_the_car_is_named_beside_what_smartcar_calls_it() {
    let answer = open(FakeGarage::with(vec![named("Bluebird")]), "/vehicle").await;
    let card = answer.between("<li class=\"card\">", "</li>");
    assert!(card.contains(">Bluebird</a>"), "{card}");
    assert!(card.contains("Tesla Model 3 · 2021"), "{card}");
    assert!(answer.body.contains("Disconnect Bluebird"));
    let row = answer.between("<tbody", "</tbody>");
    assert!(row.contains("Tesla") && row.contains("Model 3"), "{row}");

    let mut car = electric();
    car.vehicle.given_name = Some("Bluebird".to_owned());
    let answer = page(car).await;
    assert_eq!(answer.heading(), "Bluebird");
    assert_eq!(answer.between("<title>", "</title>"), "Bluebird · Carport");
    let facts = answer.between("<p class=\"car-facts\">", "</p>");
    assert!(facts.starts_with("Tesla Model Y · 2023"), "{facts}");
    assert!(answer.body.contains("Disconnect Bluebird"));
}

#[tokio::test]
async fn a_hostile_name_stays_text() {
    let hostile = "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;";
    let mut car = electric();
    car.vehicle.given_name = Some(hostile.to_owned());
    let address = format!("/vehicle/{}", car.vehicle.id.0);
    for address in ["/vehicle", SETTINGS, &address] {
        let answer = open(FakeGarage::of(vec![car.clone()]), address).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body.contains("alert(1)"), "{address}");
        assert!(!answer.body.contains("<script>alert"), "{address}");
        assert!(!answer.body.contains("<img"), "{address}");
        assert_eq!(answer.body.matches("</title>").count(), 1, "{address}");
        let (_, rest) = answer.body.split_once("</title>").expect("a title");
        assert!(!rest.starts_with("</script>"), "{address}");
    }
}
