//! What is kept over time.

use std::{fmt, ops::RangeInclusive};

/// What is kept over time, in one unit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// State of charge, percent (`tractionbattery-stateofcharge`).
    Battery,
    /// Electric range, km (`tractionbattery-range`).
    BatteryRange,
    /// km (`odometer-traveleddistance`).
    Odometer,
    /// Percent (`internalcombustionengine-fuellevel`).
    FuelLevel,
    /// Litres (`internalcombustionengine-amountremaining`).
    FuelAmount,
    /// km (`internalcombustionengine-range`).
    FuelRange,
    /// °C (`climate-externaltemperature`).
    OutsideTemperature,
    /// °C (`climate-internaltemperature`).
    InsideTemperature,
    /// bar (`wheel-tires`), one measure a wheel.
    TyrePressure {
        /// From the front, from 0.
        row: u8,
        /// From the left, from 0.
        column: u8,
    },
    /// 0 or 1 (`charge-ischarging`).
    Charging,
    /// kW (`charge-wattage`).
    ChargePower,
    /// kWh (`charge-energyadded`).
    EnergyAdded,
}

/// How the pressure of a tyre is named in the database: with its row and its column behind it.
const TYRE_PRESSURE: &str = "tyre-pressure";

impl Measure {
    /// More rows or columns than any car has: nobody shall fill the database with wheels.
    pub const MOST_WHEELS_IN_A_LINE: u8 = 8;

    const PLAIN: [Self; 11] = [
        Self::Battery,
        Self::BatteryRange,
        Self::Odometer,
        Self::FuelLevel,
        Self::FuelAmount,
        Self::FuelRange,
        Self::OutsideTemperature,
        Self::InsideTemperature,
        Self::Charging,
        Self::ChargePower,
        Self::EnergyAdded,
    ];

    /// The symbol of its unit; none where it says yes or no.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Battery | Self::FuelLevel => "%",
            Self::BatteryRange | Self::Odometer | Self::FuelRange => "km",
            Self::FuelAmount => "l",
            Self::OutsideTemperature | Self::InsideTemperature => "°C",
            Self::TyrePressure { .. } => "bar",
            Self::Charging => "",
            Self::ChargePower => "kW",
            Self::EnergyAdded => "kWh",
        }
    }

    /// What a vehicle may well say. Anything else is a mistake of its own, and would make every chart
    /// and every sum a mistake too.
    pub(super) const fn plausible(self) -> RangeInclusive<f64> {
        match self {
            Self::Battery | Self::FuelLevel => 0.0..=100.0,
            Self::BatteryRange | Self::FuelRange | Self::EnergyAdded => 0.0..=10_000.0,
            Self::Odometer => 0.0..=10_000_000.0,
            Self::FuelAmount => 0.0..=2_000.0,
            Self::OutsideTemperature | Self::InsideTemperature => -100.0..=150.0,
            Self::TyrePressure { .. } => 0.0..=20.0,
            Self::Charging => 0.0..=1.0,
            Self::ChargePower => -5_000.0..=5_000.0,
        }
    }

    /// The measure of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        if let Some(place) = name.strip_prefix(TYRE_PRESSURE) {
            let (row, column) = place.strip_prefix('-')?.split_once('-')?;
            return Some(Self::TyrePressure {
                row: row.parse().ok()?,
                column: column.parse().ok()?,
            });
        }
        Self::PLAIN
            .into_iter()
            .find(|measure| measure.to_string() == name)
    }
}

/// As it is named in the database and in exports.
impl fmt::Display for Measure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Battery => "battery",
            Self::BatteryRange => "battery-range",
            Self::Odometer => "odometer",
            Self::FuelLevel => "fuel-level",
            Self::FuelAmount => "fuel-amount",
            Self::FuelRange => "fuel-range",
            Self::OutsideTemperature => "outside-temperature",
            Self::InsideTemperature => "inside-temperature",
            Self::Charging => "charging",
            Self::ChargePower => "charge-power",
            Self::EnergyAdded => "energy-added",
            Self::TyrePressure { row, column } => {
                return write!(formatter, "{TYRE_PRESSURE}-{row}-{column}");
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_is_known_by_its_name() {
        let tyre = |row, column| Measure::TyrePressure { row, column };
        for measure in Measure::PLAIN
            .into_iter()
            .chain([tyre(0, 0), tyre(1, 0), tyre(7, 255)])
        {
            assert_eq!(Measure::named(&measure.to_string()), Some(measure));
        }
        for name in [
            "",
            "tyre-pressure",
            "tyre-pressure-1",
            "tyre-pressure-256-0",
            "speed",
        ] {
            assert_eq!(Measure::named(name), None, "{name}");
        }
    }
}
