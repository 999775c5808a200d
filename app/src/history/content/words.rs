//! What a chart shows, in words.

use super::gathered::{Gathered, Member, Moment};
use crate::{
    history::{model::Point, piece::Piece},
    vehicle::{
        value::{Quantity, Unit},
        wording::{
            plain::{counted, joined},
            quantity::{bare_number, text},
        },
    },
};

/// A value with its unit.
pub(super) fn with_unit(value: f64, unit: &Unit) -> String {
    text(&quantity(value, unit))
}

/// A value where the unit stands elsewhere.
pub(super) fn bare(value: f64, unit: &Unit) -> String {
    bare_number(&quantity(value, unit))
}

pub(super) fn quantity(value: f64, unit: &Unit) -> Quantity {
    Quantity {
        value,
        unit: unit.clone(),
    }
}

/// What a chart with lines shows, for whoever does not see it.
pub(super) fn description(gathered: &Gathered) -> String {
    let sentences: Vec<String> = gathered
        .members
        .iter()
        .filter_map(|member| course(member, &gathered.unit))
        .collect();
    sentences.join(" ")
}

/// "Front left: from 2.4 bar to 2.3 bar, at the lowest 2.2 bar, at the highest 2.5 bar."
fn course(member: &Member, unit: &Unit) -> Option<String> {
    let (first, last) = (member.points.first()?, member.points.last()?);
    let lowest = extreme(member, |point| point.low, f64::min);
    let highest = extreme(member, |point| point.high, f64::max);
    let who = member
        .name
        .as_ref()
        .map_or_else(String::new, |name| format!("{}: ", name.long));
    let from = if who.is_empty() { "From" } else { "from" };
    let gaps = match member.line.gaps {
        0 => String::new(),
        gaps => format!(
            ", with {} in which the car said nothing",
            counted(gaps, "gap", "gaps")
        ),
    };
    Some(format!(
        "{who}{from} {} to {}, at the lowest {}, at the highest {}{gaps}.",
        with_unit(first.mean, unit),
        with_unit(last.last, unit),
        with_unit(lowest, unit),
        with_unit(highest, unit),
    ))
}

fn extreme(member: &Member, value: fn(&Point) -> f64, further: fn(f64, f64) -> f64) -> f64 {
    member
        .points
        .iter()
        .map(value)
        .reduce(further)
        .unwrap_or_default()
}

/// What all lines say at one moment: "27 November, 14:05: 62 %, from 58 to 64".
pub(super) fn reading(gathered: &Gathered, moment: &Moment, piece: Piece) -> String {
    let said: Vec<String> = gathered
        .members
        .iter()
        .zip(&moment.said)
        .filter_map(|(member, said)| {
            let (_, point) = said.as_ref()?;
            let name = member
                .name
                .as_ref()
                .map_or_else(String::new, |name| format!("{} ", name.long.to_lowercase()));
            Some(name + &value(point, &gathered.unit, member.name.is_none()))
        })
        .collect();
    format!("{}: {}", piece.name(moment.at), joined(&said))
}

/// The mean, and where there is room for it from where to where.
fn value(point: &Point, unit: &Unit, has_room: bool) -> String {
    let (mean, low, high) = (
        with_unit(point.mean, unit),
        bare(point.low, unit),
        bare(point.high, unit),
    );
    if low == high || !has_room {
        mean
    } else {
        format!("{mean}, from {low} to {high}")
    }
}
