//! Numbers with units, and from one unit to another.

use serde_json::Value;

use super::Unit;

/// A number with its unit.
///
/// ```
/// use smartcar::signals::{Quantity, Unit};
///
/// let range = Quantity::new(100.0, Unit::Mile);
/// assert_eq!(range.to(Unit::Kilometre).map(|range| range.value), Some(160.9344));
/// assert_eq!(range.to(Unit::Litre), None);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number, which is finite.
    pub value: f64,
    /// What it counts.
    pub unit: Unit,
    /// The unit as the body states it, if it does. It may be another one than
    /// [`unit`](Self::unit): see [`TirePressure`](super::TirePressure).
    pub stated_unit: Option<String>,
}

/// What can be measured in more than one unit.
#[derive(Debug, PartialEq)]
enum Dimension {
    Length,
    Speed,
    Energy,
    Power,
    Pressure,
    Temperature,
    Volume,
    Duration,
}

/// A unit as `factor` and `offset` of the dimension's own: `own = (value + offset) * factor`.
struct Scale {
    dimension: Dimension,
    factor: f64,
    offset: f64,
}

impl Quantity {
    /// A number in a unit that no body states.
    pub fn new(value: f64, unit: Unit) -> Self {
        Self {
            value,
            unit,
            stated_unit: None,
        }
    }

    /// A number in the unit that `body` states, else in the `default` (reference 4.4).
    pub(super) fn stated(value: f64, body: &Value, default: Option<&Unit>) -> Self {
        let stated_unit = body.get("unit").and_then(Value::as_str).map(str::to_owned);
        let unit = match (&stated_unit, default) {
            (Some(text), _) => Unit::from(text.as_str()),
            (None, Some(unit)) => unit.clone(),
            (None, None) => Unit::Unknown(String::new()),
        };
        Self {
            value,
            unit,
            stated_unit,
        }
    }

    /// The same quantity in another unit, by exact factors; `None` if that measures something else
    /// or the number becomes too great.
    #[must_use]
    pub fn to(&self, unit: Unit) -> Option<Self> {
        let value = if self.unit == unit {
            self.value
        } else {
            let (from, into) = (scale(&self.unit)?, scale(&unit)?);
            if from.dimension != into.dimension {
                return None;
            }
            (self.value + from.offset) * from.factor / into.factor - into.offset
        };
        value.is_finite().then(|| Self {
            value,
            unit,
            stated_unit: self.stated_unit.clone(),
        })
    }
}

/// Factors of the international yard and pound agreement, and of the gallon of 231 cubic inches.
fn scale(unit: &Unit) -> Option<Scale> {
    let (dimension, factor, offset) = match unit {
        Unit::Kilometre => (Dimension::Length, 1.0, 0.0),
        Unit::Mile => (Dimension::Length, 1.609_344, 0.0),
        Unit::KilometrePerHour => (Dimension::Speed, 1.0, 0.0),
        Unit::MilePerHour => (Dimension::Speed, 1.609_344, 0.0),
        Unit::WattHour => (Dimension::Energy, 1.0, 0.0),
        Unit::KilowattHour => (Dimension::Energy, 1000.0, 0.0),
        Unit::Watt => (Dimension::Power, 1.0, 0.0),
        Unit::Kilowatt => (Dimension::Power, 1000.0, 0.0),
        Unit::Kilopascal => (Dimension::Pressure, 1.0, 0.0),
        Unit::Bar => (Dimension::Pressure, 100.0, 0.0),
        Unit::PoundPerSquareInch => {
            // A pound of force over a square inch, in newtons and metres.
            let pascal = 0.453_592_37 * 9.806_65 / (0.0254 * 0.0254);
            (Dimension::Pressure, pascal / 1000.0, 0.0)
        }
        Unit::Celsius => (Dimension::Temperature, 1.0, 0.0),
        Unit::Fahrenheit => (Dimension::Temperature, 5.0 / 9.0, -32.0),
        Unit::Litre => (Dimension::Volume, 1.0, 0.0),
        Unit::Gallon => (Dimension::Volume, 3.785_411_784, 0.0),
        Unit::Second => (Dimension::Duration, 1.0, 0.0),
        Unit::Minute => (Dimension::Duration, 60.0, 0.0),
        Unit::Hour => (Dimension::Duration, 3600.0, 0.0),
        Unit::Percent
        | Unit::Ampere
        | Unit::Volt
        | Unit::Count
        | Unit::Degree
        | Unit::Unknown(_) => return None,
    };
    Some(Scale {
        dimension,
        factor,
        offset,
    })
}

#[cfg(test)]
mod tests;
