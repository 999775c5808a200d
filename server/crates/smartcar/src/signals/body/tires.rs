//! The tyres, and pressures that are not what they say.

use serde::Deserialize;
use serde_json::Value;

use super::{
    closures::Grid,
    misfit::{Part, list, whole},
};
use crate::{
    decode::optional,
    signals::{Quantity, Unit},
};

/// More bar than any tyre is made for. What is said to be more bar is kilopascals.
const MOST_BAR: f64 = 20.0;

/// In kilopascals: no tyre of a car or a van is filled higher.
const MOST_KILOPASCAL: f64 = 650.0;

/// In kilopascals. Less than this is a flat tyre, which is believed where the unit is certain.
const LEAST_KILOPASCAL_BY_CORRECTION: f64 = 100.0;

/// The tyres: `wheel-tires` (reference 4.5).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tires {
    /// The tyres.
    pub tires: Vec<Tire>,
    /// How many axles there are.
    pub row_count: Option<u64>,
    /// How many tyres there are on an axle.
    pub column_count: Option<u64>,
}

/// A tyre, and where it is: rows from the front, columns from the left, both from 0.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tire {
    /// The row.
    pub row: Option<u64>,
    /// The column.
    pub column: Option<u64>,
    /// Its pressure.
    pub pressure: Option<TirePressure>,
}

/// The pressure of a tyre, and whether it can be believed (reference 4.4).
///
/// A Jaguar was seen to state bar and send `258`, which is kilopascals, and `699.9`, which is the
/// pressure of no car's tyre in any unit. So:
///
/// 1. More than 20 bar are kilopascals: the unit is corrected, and
///    [`stated_unit`](Quantity::stated_unit) keeps what the body said.
/// 2. A pressure below zero or above 650 kPa is implausible, and so is one of a corrected unit below
///    100 kPa, since it may as well have been psi. It is kept all the same, and
///    [`is_plausible`](Self::is_plausible) tells.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TirePressure {
    /// The pressure, in the corrected unit.
    pub quantity: Quantity,
    /// Whether a tyre can have this pressure. True if the unit is unknown.
    pub is_plausible: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TireRecord {
    #[serde(default, deserialize_with = "optional::count")]
    row: Option<u64>,
    #[serde(default, deserialize_with = "optional::count")]
    column: Option<u64>,
    #[serde(default, deserialize_with = "optional::number")]
    tire_pressure: Option<f64>,
}

impl Tires {
    pub(super) fn decode(body: &Value, unit: Option<&Unit>) -> Part<Self> {
        let grid: Grid = whole(body)?;
        let records: Option<Vec<TireRecord>> = list(body, &["values"])?;
        Ok(records.map(|records| Self {
            tires: records
                .into_iter()
                .map(|record| Tire {
                    row: record.row,
                    column: record.column,
                    pressure: record
                        .tire_pressure
                        .map(|value| TirePressure::judged(Quantity::stated(value, body, unit))),
                })
                .collect(),
            row_count: grid.row_count,
            column_count: grid.column_count,
        }))
    }
}

impl TirePressure {
    fn judged(stated: Quantity) -> Self {
        let is_corrected = stated.unit == Unit::Bar && stated.value > MOST_BAR;
        let quantity = if is_corrected {
            Quantity {
                unit: Unit::Kilopascal,
                ..stated
            }
        } else {
            stated
        };
        let least = if is_corrected {
            LEAST_KILOPASCAL_BY_CORRECTION
        } else {
            0.0
        };
        let is_plausible = quantity
            .to(Unit::Kilopascal)
            .is_none_or(|pressure| (least..=MOST_KILOPASCAL).contains(&pressure.value));
        Self {
            quantity,
            is_plausible,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Quantity, TirePressure, Unit};

    fn judged(value: f64, unit: &str) -> (Unit, bool) {
        let pressure = TirePressure::judged(Quantity {
            stated_unit: Some(unit.to_owned()),
            ..Quantity::new(value, unit.into())
        });
        assert_eq!(pressure.quantity.stated_unit.as_deref(), Some(unit));
        (pressure.quantity.unit, pressure.is_plausible)
    }

    #[test]
    fn kilopascals_that_are_called_bar_are_kilopascals() {
        assert_eq!(judged(258.0, "bar"), (Unit::Kilopascal, true));
        assert_eq!(judged(20.1, "bar"), (Unit::Kilopascal, false));
        assert_eq!(judged(36.0, "bar"), (Unit::Kilopascal, false));
    }

    #[test]
    fn what_no_tyre_has_is_kept_and_marked() {
        assert_eq!(judged(699.9, "bar"), (Unit::Kilopascal, false));
        assert_eq!(judged(699.9, "kPa"), (Unit::Kilopascal, false));
        assert_eq!(judged(258.0, "psi"), (Unit::PoundPerSquareInch, false));
        assert_eq!(judged(20.0, "bar"), (Unit::Bar, false));
        assert_eq!(judged(-0.1, "bar"), (Unit::Bar, false));
    }

    #[test]
    fn what_a_tyre_may_have_is_left_alone_and_a_flat_one_is_believed() {
        for (value, unit) in [
            (2.58, Unit::Bar),
            (0.0, Unit::Bar),
            (258.0, Unit::Kilopascal),
            (36.0, Unit::PoundPerSquareInch),
            (36.0, Unit::Kilopascal),
        ] {
            assert_eq!(judged(value, unit.symbol()), (unit, true));
        }
        assert_eq!(judged(7.0, "furlong"), (Unit::from("furlong"), true));
    }

    proptest! {
        #[test]
        fn the_number_is_never_changed(value in any::<f64>().prop_filter("finite", |x| x.is_finite())) {
            let pressure = TirePressure::judged(Quantity::new(value, Unit::Bar));
            prop_assert_eq!(pressure.quantity.value.to_bits(), value.to_bits());
        }
    }
}
