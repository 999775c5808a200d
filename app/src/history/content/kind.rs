//! Which measures share a chart, and what each is called in it.

use crate::{
    history::{
        chart::Ends,
        model::{Measure, Series},
    },
    vehicle::{
        value::Unit,
        wording::{
            place::{place, row_count},
            plain::capitalised,
        },
    },
};

/// A chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Battery,
    BatteryRange,
    Distance,
    FuelLevel,
    FuelAmount,
    FuelRange,
    Temperature,
    Tyres,
    Power,
}

impl Kind {
    /// Every chart, in the order of the page.
    pub(super) const ALL: [Self; 9] = [
        Self::Battery,
        Self::BatteryRange,
        Self::Distance,
        Self::FuelLevel,
        Self::FuelAmount,
        Self::FuelRange,
        Self::Temperature,
        Self::Tyres,
        Self::Power,
    ];

    /// The chart in which a measure is shown.
    pub(super) const fn of(measure: Measure) -> Self {
        match measure {
            Measure::Battery => Self::Battery,
            Measure::BatteryRange => Self::BatteryRange,
            Measure::Odometer => Self::Distance,
            Measure::FuelLevel => Self::FuelLevel,
            Measure::FuelAmount => Self::FuelAmount,
            Measure::FuelRange => Self::FuelRange,
            Measure::OutsideTemperature | Measure::InsideTemperature => Self::Temperature,
            Measure::TyrePressure { .. } => Self::Tyres,
            Measure::ChargePower => Self::Power,
        }
    }

    /// Its anchor in the page.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Battery => "battery",
            Self::BatteryRange => "range",
            Self::Distance => "distance",
            Self::FuelLevel => "fuel",
            Self::FuelAmount => "fuel-amount",
            Self::FuelRange => "fuel-range",
            Self::Temperature => "temperature",
            Self::Tyres => "tyres",
            Self::Power => "power",
        }
    }

    /// Its heading.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Battery => "Battery",
            Self::BatteryRange => "Electric range",
            Self::Distance => "Distance driven",
            Self::FuelLevel => "Fuel",
            Self::FuelAmount => "Fuel in the tank",
            Self::FuelRange => "Range on fuel",
            Self::Temperature => "Temperature",
            Self::Tyres => "Tyre pressure",
            Self::Power => "Charging power",
        }
    }

    /// Where its scale begins and ends.
    pub(super) fn ends(self, unit: &Unit) -> Ends {
        match (self, unit) {
            (Self::Battery | Self::FuelLevel, _) => Ends::Percent,
            (Self::Tyres, Unit::Bar) => Ends::Around { step: 0.1 },
            (Self::Tyres, Unit::Kilopascals) => Ends::Around { step: 10. },
            (Self::Tyres | Self::Temperature, _) => Ends::Around { step: 1. },
            _ => Ends::FromZero,
        }
    }
}

/// What a line is called, where there is more than one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// In words.
    pub(super) long: String,
    /// Where there is little room.
    pub(super) short: String,
}

/// What the lines of a chart are called, in their order; one alone needs no name.
pub(super) fn names(series: &[&Series]) -> Vec<Option<Name>> {
    if series.len() < 2 {
        return vec![None; series.len()];
    }
    let rows = row_count(series.iter().map(|one| match one.measure {
        Measure::TyrePressure { row, .. } => Some(row),
        _ => None,
    }));
    series
        .iter()
        .map(|one| Some(name(one.measure, rows)))
        .collect()
}

fn name(measure: Measure, rows: usize) -> Name {
    let same = |word: &str| Name {
        long: word.to_owned(),
        short: word.to_owned(),
    };
    match measure {
        Measure::TyrePressure { row, column } => {
            let long = place(Some(row), Some(column), rows).unwrap_or_default();
            let short: String = long
                .split(' ')
                .filter_map(|word| word.chars().next())
                .collect();
            Name {
                long: capitalised(&long),
                short: short.to_uppercase(),
            }
        }
        Measure::OutsideTemperature => same("Outside"),
        Measure::InsideTemperature => same("Inside"),
        // What has a chart of its own is called as that.
        other => same(Kind::of(other).title()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(measure: Measure) -> Series {
        Series {
            measure,
            unit: Unit::Bar,
            points: Vec::new(),
        }
    }

    #[test]
    fn tyres_are_called_by_their_place() {
        let tyres: Vec<Series> = [(0, 0), (0, 1), (1, 0), (1, 1)]
            .into_iter()
            .map(|(row, column)| series(Measure::TyrePressure { row, column }))
            .collect();
        let names = names(&tyres.iter().collect::<Vec<_>>());
        let (long, short): (Vec<_>, Vec<_>) = names
            .into_iter()
            .flatten()
            .map(|name| (name.long, name.short))
            .unzip();
        assert_eq!(
            long,
            ["Front left", "Front right", "Rear left", "Rear right"]
        );
        assert_eq!(short, ["FL", "FR", "RL", "RR"]);
    }

    #[test]
    fn one_line_alone_has_no_name() {
        assert_eq!(names(&[&series(Measure::FuelRange)]), [None]);
        assert_eq!(names(&[]), []);
    }
}
