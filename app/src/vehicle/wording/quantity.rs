//! Quantities: the number, and the unit small beside it.

use leptos::prelude::*;

use super::number::{
    Decimals::{self, Exactly, UpTo},
    NARROW_SPACE, number,
};
use crate::vehicle::value::{Quantity, Unit};

/// Numbers, each with its unit: one for most, two for hours and minutes.
fn pieces(quantity: &Quantity) -> Vec<(String, String)> {
    let Quantity { value, unit } = quantity;
    match unit {
        Unit::Minutes if is_a_time(*value) => hours_and_minutes(*value),
        Unit::Seconds if is_a_time(*value) && *value >= 60. => hours_and_minutes(*value / 60.),
        Unit::Watts if value.abs() >= 1000. => {
            vec![(number(*value / 1000., UpTo(1)), symbol(&Unit::Kilowatts))]
        }
        _ => vec![(number(*value, decimals(*value, unit)), symbol(unit))],
    }
}

/// Up to a hundred years; beyond it is a number like any other.
fn is_a_time(value: f64) -> bool {
    (0. ..60. * 24. * 36_525.).contains(&value)
}

fn hours_and_minutes(minutes: f64) -> Vec<(String, String)> {
    let minutes = minutes.round();
    let hours = (minutes / 60.).floor();
    let rest = minutes - hours * 60.;
    let piece = |value: f64, unit: &str| (number(value, UpTo(0)), unit.to_owned());
    match (hours > 0., rest > 0.) {
        (true, true) => vec![piece(hours, "h"), piece(rest, "min")],
        (true, false) => vec![piece(hours, "h")],
        (false, _) => vec![piece(rest, "min")],
    }
}

fn decimals(value: f64, unit: &Unit) -> Decimals {
    match unit {
        Unit::Kilometres | Unit::Miles if value.abs() < 10. => UpTo(1),
        Unit::Percent
        | Unit::Kilometres
        | Unit::Miles
        | Unit::KilometresPerHour
        | Unit::MilesPerHour
        | Unit::Watts
        | Unit::Kilopascals
        | Unit::Minutes
        | Unit::Seconds
        | Unit::Count
        | Unit::Degrees => UpTo(0),
        Unit::Bar => Exactly(1),
        Unit::KilowattHours
        | Unit::Amperes
        | Unit::Volts
        | Unit::Kilowatts
        | Unit::PoundsPerSquareInch
        | Unit::Celsius
        | Unit::Fahrenheit
        | Unit::Litres
        | Unit::Gallons => UpTo(1),
        Unit::Stated(_) => UpTo(2),
    }
}

/// The unit as it is written beside the number.
pub(crate) fn symbol(unit: &Unit) -> String {
    let symbol = match unit {
        Unit::Percent => "%",
        Unit::Kilometres => "km",
        Unit::Miles => "mi",
        Unit::KilometresPerHour => "km/h",
        Unit::MilesPerHour => "mph",
        Unit::KilowattHours => "kWh",
        Unit::Amperes => "A",
        Unit::Volts => "V",
        Unit::Kilowatts => "kW",
        Unit::Watts => "W",
        Unit::Bar => "bar",
        Unit::Kilopascals => "kPa",
        Unit::PoundsPerSquareInch => "psi",
        Unit::Celsius => "°C",
        Unit::Fahrenheit => "°F",
        Unit::Litres => "L",
        Unit::Gallons => "gal",
        Unit::Minutes => "min",
        Unit::Seconds => "s",
        Unit::Count => "",
        Unit::Degrees => "°",
        Unit::Stated(unit) => unit,
    };
    symbol.to_owned()
}

/// What stands between a number and this unit.
fn space(unit: &str) -> String {
    if matches!(unit, "" | "°") {
        String::new()
    } else {
        NARROW_SPACE.to_string()
    }
}

/// In plain text, for a sentence.
pub(crate) fn text(quantity: &Quantity) -> String {
    let pieces: Vec<_> = pieces(quantity)
        .into_iter()
        .map(|(number, unit)| format!("{number}{}{unit}", space(&unit)))
        .collect();
    pieces.join(&NARROW_SPACE.to_string())
}

/// The number alone, where the unit stands elsewhere.
pub(crate) fn bare_number(quantity: &Quantity) -> String {
    number(quantity.value, decimals(quantity.value, &quantity.unit))
}

/// With the unit small beside the number.
pub(crate) fn view(quantity: &Quantity) -> AnyView {
    pieces(quantity)
        .into_iter()
        .enumerate()
        .map(|(index, (number, unit))| {
            let gap = if index == 0 { "" } else { " " };
            let number = format!("{gap}{number}");
            let unit = (!unit.is_empty()).then(|| {
                let unit = format!("{}{unit}", space(&unit));
                view! { <span class="unit">{unit}</span> }
            });
            view! { {number}{unit} }
        })
        .collect::<Vec<_>>()
        .into_any()
}

/// So many percent, in plain text.
pub(crate) fn percent(value: f64) -> String {
    text(&Quantity {
        value,
        unit: Unit::Percent,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: f64, unit: Unit) -> String {
        text(&Quantity { value, unit }).replace(NARROW_SPACE, " ")
    }

    #[test]
    fn each_unit_has_its_decimals() {
        for (value, unit, words) in [
            (61.6, Unit::Percent, "62 %"),
            (312.4, Unit::Kilometres, "312 km"),
            (4.16, Unit::Miles, "4.2 mi"),
            (48_123.9, Unit::Kilometres, "48 124 km"),
            (2., Unit::Bar, "2.0 bar"),
            (36.25, Unit::PoundsPerSquareInch, "36.2 psi"),
            (-7.5, Unit::Celsius, "−7.5 °C"),
            (11., Unit::Kilowatts, "11 kW"),
            (11_040., Unit::Watts, "11 kW"),
            (999.4, Unit::Watts, "999 W"),
            (3., Unit::Count, "3"),
            (315., Unit::Degrees, "315°"),
            (1.234, Unit::Stated("furlong".to_owned()), "1.23 furlong"),
            (7., Unit::Stated(String::new()), "7"),
        ] {
            assert_eq!(shown(value, unit), words);
        }
    }

    #[test]
    fn minutes_are_hours_and_minutes() {
        for (minutes, words) in [
            (0., "0 min"),
            (45., "45 min"),
            (59.6, "1 h"),
            (60., "1 h"),
            (80., "1 h 20 min"),
            (1500., "25 h"),
            (-5., "−5 min"),
            (f64::NAN, "– min"),
            (1e300, "1.00e300 min"),
        ] {
            assert_eq!(shown(minutes, Unit::Minutes), words, "{minutes}");
        }
        assert_eq!(shown(30., Unit::Seconds), "30 s");
        assert_eq!(shown(5400., Unit::Seconds), "1 h 30 min");
    }

    #[test]
    fn the_unit_stands_apart_and_is_escaped() {
        let quantity = Quantity {
            value: 5.,
            unit: Unit::Stated("<b>".to_owned()),
        };
        let html = view(&quantity).to_html();
        assert!(
            html.contains("<span class=\"unit\">\u{202f}&lt;b&gt;</span>"),
            "{html}"
        );
    }
}
