//! The page of all cars: a card a car, and the table.

use app::vehicle::{
    model::VehicleId,
    reading::Condition,
    value::{Unit, Value},
};

use crate::{
    cars::{car, electric, quantity, reading, tesla, troubled, untold, without},
    support::{FakeGarage, open},
};

#[tokio::test]
async fn a_card_has_the_essentials_and_leads_to_the_car() {
    let petrol = car(
        "pe/trol",
        "Golf",
        "ICE",
        vec![
            reading(
                "internalcombustionengine-fuellevel",
                90,
                quantity(37., Unit::Percent),
            ),
            reading(
                "internalcombustionengine-range",
                90,
                quantity(284., Unit::Kilometres),
            ),
            reading("closure-islocked", 90, Value::Flag(false)),
            without("tractionbattery-stateofcharge", Condition::Cannot),
        ],
    );
    let answer = open(FakeGarage::of(vec![electric(), petrol]), "/vehicle").await;
    assert_eq!(answer.heading(), "Your cars");
    let (first, second) = answer.body.split_once("Tesla Golf").expect("two cards");
    for words in [
        r#"<a href="/vehicle/e1ec781c">Tesla Model Y</a>"#,
        "2023 · Battery electric · 48\u{202f}123\u{202f}km",
        ">62<span",
        ">312<span",
        "Locked · Not charging",
        "4 minutes ago</time>",
    ] {
        assert!(first.contains(words), "{words} in {first}");
    }
    let card = second.split_once("</li>").map_or("", |(card, _)| card);
    assert!(first.ends_with(r#"<a href="/vehicle/pe%2Ftrol">"#));
    for words in [
        ">37<span",
        ">284<span",
        "Unlocked (old)",
        "1 hour ago</time>",
    ] {
        assert!(card.contains(words), "{words} in {card}");
    }
    assert!(!card.contains("Battery"), "{card}");
}

#[tokio::test]
async fn a_silent_car_has_a_card_too() {
    let answer = open(FakeGarage::with(vec![untold()]), "/vehicle").await;
    let card = answer.between("<li class=\"card\">", "</li>");
    assert!(
        card.contains(r#"<a href="/vehicle/f00dbabe">A car</a>"#),
        "{card}"
    );
    assert!(card.contains("Nothing heard yet"), "{card}");
    assert!(card.contains("Lock and charging not told"), "{card}");
}

#[tokio::test]
async fn the_table_stays_below_the_cards() {
    let answer = open(FakeGarage::with(vec![tesla()]), "/vehicle").await;
    let (cards, table) = answer.body.split_once("All attributes").expect("a heading");
    assert!(cards.contains("class=\"garage\"") && cards.contains("Connect another car"));
    assert!(table.contains("<caption>1 car connected</caption>"));
}

#[tokio::test]
async fn fifty_cars_are_a_light_page() {
    let size = async |count: usize| {
        let cars = (0..count).map(|index| {
            let mut car = electric();
            car.vehicle.id = VehicleId(format!("{index:08}-fd9d-4455-823a-ce30af709ffc"));
            car
        });
        open(FakeGarage::of(cars.collect()), "/vehicle")
            .await
            .body
            .len()
    };
    let (one, fifty) = (size(1).await, size(50).await);
    // The card and the row of the table, before compression.
    assert!((fifty - one) / 49 < 3000, "{} a car", (fifty - one) / 49);
}

#[tokio::test]
async fn a_card_says_what_needs_a_hand() {
    let mut car = electric();
    car.readings[0] = troubled(car.readings[0].clone(), Condition::LogInLapsed);
    car.readings[1] = troubled(car.readings[1].clone(), Condition::NotNow);
    let answer = open(FakeGarage::of(vec![car]), "/vehicle").await;
    assert_eq!(
        answer.between("<p class=\"card-trouble\">", "</p>"),
        "Log-in lapsed"
    );
    let answer = open(FakeGarage::of(vec![electric()]), "/vehicle").await;
    assert!(!answer.body.contains("card-trouble"));
}
