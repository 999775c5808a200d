//! What the picture shows, in words for everybody.

use leptos::prelude::*;
use time::OffsetDateTime;

use crate::vehicle::{
    car::Car,
    charging::Charging,
    openings::summary,
    overview::reading_row::age_of,
    value::Value,
    wording::{plain::capitalised, quantity},
};

/// What the picture shows, with the key to its lines.
pub(in crate::vehicle::overview) fn legend(car: &Car, now: OffsetDateTime) -> AnyView {
    let lines: Vec<AnyView> = [
        flag(car, now, "Lock", "closure-islocked", ["Locked", "Unlocked"]),
        openings(car, now, "Doors", "closure-doors"),
        openings(car, now, "Windows", "closure-windows"),
        cover(car, now, "Trunk", "closure-reartrunk"),
        cover(car, now, "Tailgate", "closure-tailgate"),
        cover(car, now, "Front trunk", "closure-fronttrunk"),
        cover(car, now, "Bonnet", "closure-enginecover"),
        cover(car, now, "Sunroof", "closure-sunroof"),
        flag(
            car,
            now,
            "Charge port",
            "charge-ischargingportflapopen",
            ["Open", "Closed"],
        ),
        charging(car, now),
        tyres(car, now),
    ]
    .into_iter()
    .flatten()
    .collect();
    if lines.is_empty() {
        return view! {
            <p class="picture-untold">
                "This car has not told what is open or locked: the drawing is dashed throughout."
            </p>
        }
        .into_any();
    }

    view! {
        <section class="drawn" aria-labelledby="drawn">
            <h2 id="drawn">"What the drawing shows"</h2>
            <dl>{lines}</dl>
            <ul class="key" aria-label="Key to the drawing">
                <li class="key-closed">"Closed"</li>
                <li class="key-open">"Open"</li>
                <li class="key-untold">"Not told"</li>
            </ul>
        </section>
    }
    .into_any()
}

fn line(
    car: &Car,
    now: OffsetDateTime,
    label: &'static str,
    code: &str,
    words: String,
) -> Option<AnyView> {
    let good = car.last_good(code)?;
    Some(
        view! {
            <div>
                <dt>{label}</dt>
                <dd>
                    {words}" "<span class="reading-age">{age_of(code, good, now)}</span>
                </dd>
            </div>
        }
        .into_any(),
    )
}

fn flag(
    car: &Car,
    now: OffsetDateTime,
    label: &'static str,
    code: &str,
    [yes, no]: [&str; 2],
) -> Option<AnyView> {
    let words = if car.flag(code)? { yes } else { no };
    line(car, now, label, code, words.to_owned())
}

fn openings(car: &Car, now: OffsetDateTime, label: &'static str, code: &str) -> Option<AnyView> {
    let Value::Openings(openings) = car.value(code)? else {
        return None;
    };
    line(car, now, label, code, summary(openings))
}

fn cover(car: &Car, now: OffsetDateTime, label: &'static str, code: &str) -> Option<AnyView> {
    let words = match car.lid(code)?.is_open {
        Some(true) => "Open",
        Some(false) => "Closed",
        None => "Not told",
    };
    line(car, now, label, code, words.to_owned())
}

fn charging(car: &Car, now: OffsetDateTime) -> Option<AnyView> {
    let charging = Charging::of(car)?;
    line(
        car,
        now,
        "Charging",
        Charging::told_by(car),
        capitalised(charging.words()),
    )
}

fn tyres(car: &Car, now: OffsetDateTime) -> Option<AnyView> {
    let Value::Tyres(tyres) = car.value("wheel-tires")? else {
        return None;
    };
    let pressures: Vec<String> = tyres
        .iter()
        .map(|tyre| match &tyre.pressure {
            Some(pressure) if tyre.is_implausible => {
                format!("{} (doubtful)", quantity::text(pressure))
            }
            Some(pressure) => quantity::text(pressure),
            None => "not told".to_owned(),
        })
        .collect();
    line(car, now, "Tyres", "wheel-tires", pressures.join(", "))
}
