//! What is kept over time, and what of it the page shows.

use app::history::model::Measure as Shown;
use smartcar::signals::Unit;

use crate::storage::Measure;

/// What a measure is to the page, and the unit in which it is kept; `None` for what makes up the
/// charging sessions.
pub(super) fn shown(measure: Measure) -> Option<(Shown, Unit)> {
    Some(match measure {
        Measure::Battery => (Shown::Battery, Unit::Percent),
        Measure::BatteryRange => (Shown::BatteryRange, Unit::Kilometre),
        Measure::Odometer => (Shown::Odometer, Unit::Kilometre),
        Measure::FuelLevel => (Shown::FuelLevel, Unit::Percent),
        Measure::FuelAmount => (Shown::FuelAmount, Unit::Litre),
        Measure::FuelRange => (Shown::FuelRange, Unit::Kilometre),
        Measure::OutsideTemperature => (Shown::OutsideTemperature, Unit::Celsius),
        Measure::InsideTemperature => (Shown::InsideTemperature, Unit::Celsius),
        Measure::TyrePressure { row, column } => (Shown::TyrePressure { row, column }, Unit::Bar),
        Measure::ChargePower => (Shown::ChargePower, Unit::Kilowatt),
        Measure::Charging | Measure::EnergyAdded => return None,
    })
}
