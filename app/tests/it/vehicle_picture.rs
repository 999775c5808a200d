//! The drawing of the car, and its gauges.

use app::vehicle::value::Unit;

use crate::cars::{electric, openings, page, quantity, reading};

#[tokio::test]
async fn the_picture_shows_three_states_three_ways() {
    let mut car = electric();
    car.readings
        .retain(|reading| reading.code != "closure-doors");
    let doors = openings(&[
        (0, 0, Some(true)),
        (0, 1, None),
        (1, 0, Some(false)),
        (1, 1, Some(false)),
    ]);
    car.readings.push(reading("closure-doors", 4, doors));
    let answer = page(car).await;
    let picture = answer.between("<svg viewBox=\"-240", "</svg>");
    assert!(picture.contains(r#"aria-hidden="true""#));
    assert_eq!(picture.matches("class=\"swing\"").count(), 1);
    assert_eq!(picture.matches("part part-open").count(), 1);
    // The door, and the flap and the lids that are told.
    assert_eq!(picture.matches("part part-untold").count(), 1);
    assert_eq!(picture.matches("class=\"pressure\"").count(), 2);
    assert!(picture.contains("padlock-locked"));
    assert!(
        picture.contains(r#"stroke-dasharray="166.3 360""#),
        "{picture}"
    );
    let words = answer.between("id=\"drawn\"", "</section>");
    assert!(
        words.contains("Front left open, 2 closed, 1 not told"),
        "{words}"
    );
    assert!(words.contains("2.5\u{202f}bar, 2.5\u{202f}bar"), "{words}");
}

#[tokio::test]
async fn a_hybrid_has_both_gauges() {
    let mut car = electric();
    let fuel = quantity(37., Unit::Percent);
    car.readings
        .push(reading("internalcombustionengine-fuellevel", 4, fuel));
    let answer = page(car).await;
    let battery = answer.between("id=\"gauge-battery\"", "</section>");
    for words in [
        "62<span class=\"unit\">",
        r#"width="61.6%""#,
        r#"x1="80.0%""#,
        ">312<span",
    ] {
        assert!(battery.contains(words), "{words} in {battery}");
    }
    let fuel = answer.between("id=\"gauge-fuel\"", "</section>");
    assert!(fuel.contains("37<span class=\"unit\">"), "{fuel}");
    assert!(!fuel.contains("scale-limit"));
}
