//! From the unit that a car states to the one that its reader has chosen, in one step.

use app::vehicle::{
    units::{DistanceUnit, PressureUnit, TemperatureUnit, Units, VolumeUnit},
    value::{Quantity, Unit},
};
use smartcar::signals;

/// A quantity in the reader's unit; one that cannot be converted stays as the car stated it.
pub(super) fn shown(quantity: &signals::Quantity, units: Units) -> Quantity {
    let target = target(&quantity.unit, units);
    let converted = quantity.to(target).unwrap_or_else(|| quantity.clone());
    Quantity {
        value: converted.value,
        unit: unit(&converted),
    }
}

fn target(stated: &signals::Unit, units: Units) -> signals::Unit {
    use signals::Unit as Stated;

    match stated {
        Stated::Kilometre | Stated::Mile => match units.distance {
            DistanceUnit::Kilometres => Stated::Kilometre,
            DistanceUnit::Miles => Stated::Mile,
        },
        Stated::KilometrePerHour | Stated::MilePerHour => match units.distance {
            DistanceUnit::Kilometres => Stated::KilometrePerHour,
            DistanceUnit::Miles => Stated::MilePerHour,
        },
        Stated::Celsius | Stated::Fahrenheit => match units.temperature {
            TemperatureUnit::Celsius => Stated::Celsius,
            TemperatureUnit::Fahrenheit => Stated::Fahrenheit,
        },
        Stated::Bar | Stated::Kilopascal | Stated::PoundPerSquareInch => match units.pressure {
            PressureUnit::Bar => Stated::Bar,
            PressureUnit::Kilopascals => Stated::Kilopascal,
            PressureUnit::PoundsPerSquareInch => Stated::PoundPerSquareInch,
        },
        Stated::Litre | Stated::Gallon => match units.volume {
            VolumeUnit::Litres => Stated::Litre,
            VolumeUnit::Gallons => Stated::Gallon,
        },
        Stated::WattHour => Stated::KilowattHour,
        Stated::Watt => Stated::Kilowatt,
        Stated::Hour | Stated::Second => Stated::Minute,
        other => other.clone(),
    }
}

fn unit(quantity: &signals::Quantity) -> Unit {
    use signals::Unit as Stated;

    match &quantity.unit {
        Stated::Percent => Unit::Percent,
        Stated::Kilometre => Unit::Kilometres,
        Stated::Mile => Unit::Miles,
        Stated::KilometrePerHour => Unit::KilometresPerHour,
        Stated::MilePerHour => Unit::MilesPerHour,
        Stated::KilowattHour => Unit::KilowattHours,
        Stated::Ampere => Unit::Amperes,
        Stated::Volt => Unit::Volts,
        Stated::Watt => Unit::Watts,
        Stated::Kilowatt => Unit::Kilowatts,
        Stated::Bar => Unit::Bar,
        Stated::Kilopascal => Unit::Kilopascals,
        Stated::PoundPerSquareInch => Unit::PoundsPerSquareInch,
        Stated::Celsius => Unit::Celsius,
        Stated::Fahrenheit => Unit::Fahrenheit,
        Stated::Litre => Unit::Litres,
        Stated::Gallon => Unit::Gallons,
        Stated::Minute => Unit::Minutes,
        Stated::Second => Unit::Seconds,
        Stated::Count => Unit::Count,
        Stated::Degree => Unit::Degrees,
        other => Unit::Stated(
            quantity
                .stated_unit
                .clone()
                .unwrap_or_else(|| other.symbol().to_owned()),
        ),
    }
}
