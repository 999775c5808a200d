//! The state of a car in one sentence, in the order in which a driver asks.

use time::OffsetDateTime;

use super::{
    car::Car,
    charging::Charging,
    lookup::lasts,
    openings::open_in_sentence,
    value::{Location, Unit, Value},
    wording::{
        plain::capitalised,
        quantity::{percent, text},
    },
};

/// The state of the car, drawn only from what is known: "Parked, locked, 62 % charged, not
/// charging." What is old is a sentence of its own: "Last known: locked."
pub(super) fn sentence(car: &Car, now: OffsetDateTime) -> String {
    let parts = parts(car, now);
    let words = |old: bool| -> Vec<&str> {
        parts
            .iter()
            .filter(|part| part.is_old == old)
            .map(|part| part.words.as_str())
            .collect()
    };
    let (fresh, old) = (words(false).join(", "), words(true).join(", "));
    match (fresh.as_str(), old.as_str()) {
        ("", "") => "The car has not told its state yet.".to_owned(),
        (fresh, "") => format!("{}.", capitalised(fresh)),
        ("", old) => format!("Last known: {old}."),
        (fresh, old) => format!("{}. Last known: {old}.", capitalised(fresh)),
    }
}

struct Part {
    words: String,
    is_old: bool,
}

fn parts(car: &Car, now: OffsetDateTime) -> Vec<Part> {
    let motion = motion(car, now);
    let lock = car.flag("closure-islocked").map(|is_locked| {
        let words = if is_locked { "locked" } else { "unlocked" };
        ("closure-islocked", words.to_owned())
    });
    let battery = car.percent("tractionbattery-stateofcharge").map(|level| {
        (
            "tractionbattery-stateofcharge",
            format!("{} charged", percent(level)),
        )
    });
    let charging =
        Charging::of(car).map(|charging| (Charging::told_by(car), charging_words(car, charging)));
    let fuel = car
        .percent("internalcombustionengine-fuellevel")
        .map(|level| {
            (
                "internalcombustionengine-fuellevel",
                format!("tank {} full", percent(level)),
            )
        });

    [motion, lock]
        .into_iter()
        .flatten()
        .chain(open(car))
        .chain([battery, charging, fuel].into_iter().flatten())
        .filter_map(|(code, words)| {
            let then = car.last_good(code)?.times.true_at();
            let is_old = lasts(code).is_old(then, now);
            Some(Part { words, is_old })
        })
        .collect()
}

fn motion(car: &Car, now: OffsetDateTime) -> Option<(&'static str, String)> {
    const SPEED: &str = "motion-currentspeed";
    const GEAR: &str = "transmission-gearstate";
    const PLACE: &str = "location-preciselocation";

    // The speed of an hour ago says nothing.
    let speed = car.quantity(SPEED).filter(|_| {
        car.last_good(SPEED)
            .is_some_and(|good| !lasts(SPEED).is_old(good.times.true_at(), now))
    });
    if let Some(speed) = speed.filter(|speed| speed.value > 0.) {
        return Some((SPEED, format!("driving at {}", text(speed))));
    }
    if car
        .text(GEAR)
        .is_some_and(|gear| gear.eq_ignore_ascii_case("PARK"))
    {
        return Some((GEAR, "parked".to_owned()));
    }
    if let Some(Value::Location(Location {
        is_last_parked: Some(true),
        ..
    })) = car.value(PLACE)
    {
        return Some((PLACE, "parked".to_owned()));
    }
    speed.map(|_| (SPEED, "standing still".to_owned()))
}

fn open(car: &Car) -> Vec<(&'static str, String)> {
    let places = [
        ("closure-doors", "door", "doors"),
        ("closure-windows", "window", "windows"),
    ];
    let covers = [
        ("closure-reartrunk", "trunk open"),
        ("closure-tailgate", "tailgate open"),
        ("closure-fronttrunk", "front trunk open"),
        ("closure-enginecover", "bonnet open"),
        ("closure-sunroof", "sunroof open"),
    ];
    let places = places.into_iter().filter_map(|(code, one, several)| {
        let Value::Openings(openings) = car.value(code)? else {
            return None;
        };
        Some((code, open_in_sentence(openings, one, several)?))
    });
    let covers = covers
        .into_iter()
        .filter(|(code, _)| car.lid(code).is_some_and(|lid| lid.is_open == Some(true)))
        .map(|(code, words)| (code, words.to_owned()));
    places.chain(covers).collect()
}

fn charging_words(car: &Car, charging: Charging) -> String {
    let left = car
        .quantity("charge-timetocomplete")
        .filter(|left| charging == Charging::Now && left.unit == Unit::Minutes && left.value > 0.);
    left.map_or_else(
        || charging.words().to_owned(),
        |left| format!("charging, done in {}", text(left)),
    )
}

#[cfg(test)]
mod tests;
