//! Units of measurement, in all the spellings of reference 4.4.

use std::fmt;

/// A unit of measurement (reference 4.4). Smartcar writes the same one in many ways.
///
/// ```
/// use smartcar::signals::Unit;
///
/// assert_eq!(Unit::from("kilowatt_hours"), Unit::KilowattHour);
/// assert_eq!(Unit::from("furlong"), Unit::Unknown("furlong".to_owned()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "units say what they are")]
pub enum Unit {
    Percent,
    Kilometre,
    Mile,
    KilometrePerHour,
    MilePerHour,
    KilowattHour,
    WattHour,
    Ampere,
    Volt,
    Watt,
    Kilowatt,
    Bar,
    Kilopascal,
    PoundPerSquareInch,
    Celsius,
    Fahrenheit,
    Litre,
    /// The gallon of the United States.
    Gallon,
    Minute,
    Second,
    Hour,
    Count,
    Degree,
    /// A unit this version of the crate does not know, as it was received.
    Unknown(String),
}

/// Each unit with its symbol and its spellings, in lower case and without spaces, `_` and `-`.
const SPELLINGS: &[(Unit, &str, &[&str])] = &[
    (Unit::Percent, "%", &["%", "percent", "percentage"]),
    (Unit::Kilometre, "km", &["km", "kilometer", "kilometre"]),
    (Unit::Mile, "mi", &["mi", "mile"]),
    (
        Unit::KilometrePerHour,
        "km/h",
        &[
            "km/h",
            "kmh",
            "kph",
            "kilometersperhour",
            "kilometresperhour",
            "kilometerperhour",
        ],
    ),
    (
        Unit::MilePerHour,
        "mph",
        &["mph", "mi/h", "milesperhour", "mileperhour"],
    ),
    (Unit::KilowattHour, "kWh", &["kwh", "kwhr", "kilowatthour"]),
    (Unit::WattHour, "Wh", &["wh", "whr", "watthour"]),
    (Unit::Ampere, "A", &["a", "amp", "ampere"]),
    (Unit::Volt, "V", &["v", "volt"]),
    (Unit::Watt, "W", &["w", "watt"]),
    (Unit::Kilowatt, "kW", &["kw", "kilowatt"]),
    (Unit::Bar, "bar", &["bar"]),
    (Unit::Kilopascal, "kPa", &["kpa", "kilopascal"]),
    (
        Unit::PoundPerSquareInch,
        "psi",
        &["psi", "poundspersquareinch", "poundpersquareinch"],
    ),
    (
        Unit::Celsius,
        "°C",
        &["c", "°c", "celsius", "degreescelsius", "degreecelsius"],
    ),
    (
        Unit::Fahrenheit,
        "°F",
        &[
            "f",
            "°f",
            "fahrenheit",
            "degreesfahrenheit",
            "degreefahrenheit",
        ],
    ),
    (Unit::Litre, "l", &["l", "liter", "litre"]),
    (Unit::Gallon, "gal", &["gal", "gallon"]),
    (Unit::Minute, "min", &["min", "minute"]),
    (Unit::Second, "s", &["s", "sec", "second"]),
    (Unit::Hour, "h", &["h", "hr", "hour"]),
    (Unit::Count, "", &["count"]),
    (Unit::Degree, "°", &["°", "deg", "degree"]),
];

impl Unit {
    /// What is put after a number: `km/h`. Nothing for a count; an unknown unit as it was received.
    pub fn symbol(&self) -> &str {
        match self {
            Self::Unknown(text) => text,
            known => SPELLINGS
                .iter()
                .find_map(|(unit, symbol, _)| (unit == known).then_some(*symbol))
                .unwrap_or_default(),
        }
    }
}

impl From<&str> for Unit {
    fn from(text: &str) -> Self {
        let mut plain = text.to_lowercase();
        plain.retain(|letter| !letter.is_whitespace() && !matches!(letter, '_' | '-'));
        let singular = plain.strip_suffix('s').unwrap_or(&plain);
        SPELLINGS
            .iter()
            .find(|(_, _, spellings)| {
                spellings.contains(&plain.as_str()) || spellings.contains(&singular)
            })
            .map_or_else(
                || Self::Unknown(text.to_owned()),
                |(unit, _, _)| unit.clone(),
            )
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.symbol())
    }
}

#[cfg(test)]
mod tests {
    use super::{SPELLINGS, Unit};

    #[test]
    fn every_spelling_of_the_reference_in_any_case() {
        for (unit, spellings) in [
            (Unit::Percent, &["percent", "percentage"][..]),
            (Unit::Kilometre, &["km", "kilometers"]),
            (Unit::Mile, &["miles"]),
            (Unit::KilometrePerHour, &["km/h"]),
            (Unit::MilePerHour, &["miles_per_hour"]),
            (
                Unit::KilowattHour,
                &["kWh", "kWhr", "kilowatt_hours", "kilowatt-hours"],
            ),
            (Unit::Ampere, &["ampere", "amps"]),
            (Unit::Volt, &["volts"]),
            (Unit::Watt, &["watt", "watts"]),
            (Unit::Kilowatt, &["kilowatts"]),
            (Unit::Bar, &["bar"]),
            (Unit::PoundPerSquareInch, &["psi"]),
            (Unit::Celsius, &["celsius", "degrees-celsius"]),
            (Unit::Litre, &["liters"]),
            (Unit::Gallon, &["gallons"]),
            (Unit::Minute, &["minute", "minutes", "min"]),
            (Unit::Second, &["seconds"]),
            (Unit::Hour, &["hours"]),
            (Unit::Count, &["count"]),
            (Unit::Degree, &["degrees"]),
        ] {
            for spelling in spellings {
                assert_eq!(Unit::from(*spelling), unit, "{spelling}");
                assert_eq!(
                    Unit::from(spelling.to_uppercase().as_str()),
                    unit,
                    "{spelling}"
                );
            }
        }
    }

    #[test]
    fn no_spelling_is_that_of_two_units() {
        for (unit, symbol, spellings) in SPELLINGS {
            for spelling in *spellings {
                assert_eq!(Unit::from(*spelling), *unit, "{spelling}");
                assert_eq!(
                    Unit::from(format!("{spelling}s").as_str()),
                    *unit,
                    "{spelling}s"
                );
            }
            assert_eq!(unit.symbol(), *symbol);
        }
    }

    #[test]
    fn an_unknown_unit_is_kept() {
        for text in ["furlong", "", "km/l", "Ünits"] {
            let unit = Unit::from(text);
            assert_eq!(unit, Unit::Unknown(text.to_owned()));
            assert_eq!(unit.symbol(), text);
        }
    }
}
