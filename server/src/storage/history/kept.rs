//! From what Smartcar says of a signal to the readings that are kept of it.

use smartcar::{
    SignalCode,
    signals::{Body, KnownSignal, Quantity, Signal, Tires, Unit},
};
use time::OffsetDateTime;

use super::{Measure, Retention};
use crate::storage::SignalReport;

/// A reading that is to be kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct KeptReading {
    pub(crate) measure: Measure,
    /// In whole milliseconds, as Smartcar tells it.
    pub(crate) at: OffsetDateTime,
    /// In the unit of the measure.
    pub(crate) value: f64,
}

/// The readings in these reports: of the good ones whatever is a number, in a unit that is known, that a
/// vehicle may well say, and neither older than readings are kept for nor of the future.
pub(crate) fn kept_readings(
    reports: &[SignalReport],
    retention: Retention,
    now: OffsetDateTime,
) -> Vec<KeptReading> {
    let from = retention.raw_from(now);
    let mut kept = Vec::new();
    for report in reports {
        if report.is_good && report.at >= from && report.at <= now {
            read(report, &mut kept);
        }
    }
    kept
}

fn read(report: &SignalReport, kept: &mut Vec<KeptReading>) {
    let Some(measured) = SignalCode::new(report.code.as_str())
        .known()
        .and_then(measured)
    else {
        return;
    };
    let Some(body) = serde_json::from_str(&report.json)
        .ok()
        .and_then(Signal::from_value)
        .and_then(|signal| signal.body)
    else {
        return;
    };
    let mut keep = |measure: Measure, value: f64| {
        let value = rounded(value);
        if measure.plausible().contains(&value) {
            kept.push(KeptReading {
                measure,
                at: in_milliseconds(report.at),
                value,
            });
        }
    };
    match (measured, body) {
        (Measured::Number(measure, unit), Body::Number(quantity)) => {
            if let Some(quantity) = quantity.to(unit) {
                keep(measure, quantity.value);
            }
        }
        (Measured::Number(measure, unit), Body::Range(range)) => {
            if let Some(quantity) = range.value.to(unit) {
                keep(measure, quantity.value);
            }
        }
        (Measured::Flag(measure), Body::Flag(is_so)) => keep(measure, f64::from(u8::from(is_so))),
        (Measured::Tyres, Body::Tires(tyres)) => {
            for (measure, pressure) in pressures(tyres) {
                keep(measure, pressure);
            }
        }
        _ => {}
    }
}

/// What is measured by a signal.
enum Measured {
    Number(Measure, Unit),
    Flag(Measure),
    Tyres,
}

fn measured(signal: KnownSignal) -> Option<Measured> {
    use Measured::Number;

    Some(match signal {
        KnownSignal::TractionBatteryStateOfCharge => Number(Measure::Battery, Unit::Percent),
        KnownSignal::TractionBatteryRange => Number(Measure::BatteryRange, Unit::Kilometre),
        KnownSignal::OdometerTraveledDistance => Number(Measure::Odometer, Unit::Kilometre),
        KnownSignal::InternalCombustionEngineFuelLevel => Number(Measure::FuelLevel, Unit::Percent),
        KnownSignal::InternalCombustionEngineAmountRemaining => {
            Number(Measure::FuelAmount, Unit::Litre)
        }
        KnownSignal::InternalCombustionEngineRange => Number(Measure::FuelRange, Unit::Kilometre),
        KnownSignal::ClimateExternalTemperature => {
            Number(Measure::OutsideTemperature, Unit::Celsius)
        }
        KnownSignal::ClimateInternalTemperature => {
            Number(Measure::InsideTemperature, Unit::Celsius)
        }
        KnownSignal::ChargeWattage => Number(Measure::ChargePower, Unit::Kilowatt),
        KnownSignal::ChargeEnergyAdded => Number(Measure::EnergyAdded, Unit::KilowattHour),
        KnownSignal::ChargeIsCharging => Measured::Flag(Measure::Charging),
        KnownSignal::WheelTires => Measured::Tyres,
        _ => return None,
    })
}

/// The pressure of each tyre that says where it is, in bar.
fn pressures(tyres: Tires) -> impl Iterator<Item = (Measure, f64)> {
    tyres.tires.into_iter().filter_map(|tyre| {
        let pressure = tyre.pressure.filter(|pressure| pressure.is_plausible)?;
        let Quantity { value, .. } = pressure.quantity.to(Unit::Bar)?;
        let measure = Measure::TyrePressure {
            row: line(tyre.row?)?,
            column: line(tyre.column?)?,
        };
        Some((measure, value))
    })
}

/// A row or a column that a car may have.
fn line(number: u64) -> Option<u8> {
    let number = u8::try_from(number).ok()?;
    (number < Measure::MOST_WHEELS_IN_A_LINE).then_some(number)
}

/// To a millionth: no car measures finer, and a database need not tell what a conversion left behind.
fn rounded(value: f64) -> f64 {
    const PARTS: f64 = 1_000_000.0;
    // Not a negative zero.
    (value * PARTS).round() / PARTS + 0.0
}

fn in_milliseconds(instant: OffsetDateTime) -> OffsetDateTime {
    instant.truncate_to_millisecond()
}
