//! The series from which the charging sessions of a vehicle are counted.

use std::collections::HashMap;

use time::OffsetDateTime;

use crate::storage::Measure;

/// The series of one vehicle of the measures of [`COUNTED_FROM`](super::COUNTED_FROM), by their ids in
/// the database.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct ChargingSeries<Id> {
    pub(crate) charging: Id,
    pub(crate) battery: Option<Id>,
    pub(crate) energy: Option<Id>,
    /// From when on there are readings of whether the vehicle is charging.
    pub(crate) raw_from: OffsetDateTime,
    /// From when on there are readings of all of them.
    pub(crate) complete_from: OffsetDateTime,
}

impl<Id: Copy> ChargingSeries<Id> {
    /// From the measure and the id of each, and from when on it has its readings. `None`: it was never
    /// said whether the vehicle is charging.
    pub(crate) fn of(rows: Vec<(String, Id, OffsetDateTime)>) -> Option<Self> {
        let series: HashMap<_, _> = rows
            .into_iter()
            .map(|(measure, id, raw_from)| (Measure::named(&measure), (id, raw_from)))
            .collect();
        let of = |measure| series.get(&Some(measure)).copied();
        let (charging, raw_from) = of(Measure::Charging)?;
        let complete_from = series
            .values()
            .fold(raw_from, |last, (_, raw_from)| last.max(*raw_from));
        Some(Self {
            charging,
            battery: of(Measure::Battery).map(|(id, _)| id),
            energy: of(Measure::EnergyAdded).map(|(id, _)| id),
            raw_from,
            complete_from,
        })
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn without_what_says_that_it_charges_there_is_nothing_to_count() {
        let (early, late) = (
            datetime!(2026-11-01 0:00 UTC),
            datetime!(2026-11-02 0:00 UTC),
        );
        let row = |measure: Measure, id, from| (measure.to_string(), id, from);
        let battery = row(Measure::Battery, 2, late);
        assert_eq!(ChargingSeries::of(vec![battery.clone()]), None);
        let charging = row(Measure::Charging, 1, early);
        let expected = ChargingSeries {
            charging: 1,
            battery: Some(2),
            energy: None,
            raw_from: early,
            complete_from: late,
        };
        assert_eq!(ChargingSeries::of(vec![battery, charging]), Some(expected));
    }
}
