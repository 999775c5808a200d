//! Everything the car says, group by group.

use leptos::prelude::*;
use time::OffsetDateTime;

use super::{
    diagnostics,
    reading_row::{is_wide, label_text, row},
    trouble::details,
};
use crate::vehicle::{
    car::Car,
    catalogue::{self, Group, permission_of},
    reading::{Condition, Reading, Trouble},
    wording::{
        condition::explanation,
        plain::{capitalised, joined},
    },
};

/// The groups that have something to say, and nothing for the others. What the car cannot tell is told
/// elsewhere.
pub(super) fn groups(car: &Car, now: OffsetDateTime) -> impl Iterator<Item = AnyView> {
    Group::ALL
        .into_iter()
        .map(move |group| section(car, group, now).into_any())
}

/// The readings of a group, in its order.
pub(super) fn readings(car: &Car, group: Group) -> Vec<&Reading> {
    if group == Group::Other {
        return car
            .readings
            .iter()
            .filter(|reading| catalogue::signal(&reading.code).is_none())
            .collect();
    }
    group
        .signals()
        .iter()
        .filter_map(|signal| car.reading(signal.code))
        .collect()
}

fn section(car: &Car, group: Group, now: OffsetDateTime) -> Option<AnyView> {
    let (fine, others): (Vec<&Reading>, Vec<&Reading>) = readings(car, group)
        .into_iter()
        .partition(|reading| diagnostics::is_fine(reading));
    // Those that need the whole width come last, so that they tear no gap.
    let (wide, narrow): (Vec<&Reading>, Vec<&Reading>) =
        others.iter().copied().partition(|reading| is_wide(reading));
    let rows: Vec<AnyView> = narrow
        .iter()
        .chain(&wide)
        .filter_map(|reading| row(car, reading, now))
        .collect();
    let missing = missing(car, &others, now);
    let fine = diagnostics::fine_systems(&fine, now);
    if rows.is_empty() && fine.is_none() {
        let labels: Vec<String> = without_value(&others).map(label_text).collect();
        return (!labels.is_empty()).then(|| silent(group, missing));
    }
    let rows = (!rows.is_empty()).then(|| view! { <dl class="readings">{rows}</dl> });
    let (title, id) = (group.title(), group.anchor());

    Some(
        view! {
            <section class="group" aria-labelledby=id>
                <h2 id=id>{title}</h2>
                <div class="group-matter">{rows}{fine}{missing}</div>
            </section>
        }
        .into_any(),
    )
}

/// A group of which the car tells nothing at present: one line, and the reasons behind it.
fn silent(group: Group, missing: Vec<AnyView>) -> AnyView {
    let title = format!("{}: no value yet", group.title());
    view! {
        <details class="fold group-silent">
            <summary>{title}</summary>
            {missing}
        </details>
    }
    .into_any()
}

/// Readings without a value for which there is something to do or to wait for.
fn without_value<'car>(readings: &[&'car Reading]) -> impl Iterator<Item = &'car Reading> {
    readings
        .iter()
        .copied()
        .filter(|reading| reading.last_good.is_none())
        .filter(|reading| condition(reading) != Some(Condition::Cannot))
}

/// Why a value is missing: the condition, and the permission, where that is what is missing.
type Reason = (Option<Condition>, Option<&'static str>);

/// A line a reason: which values are missing for it, and what to do.
fn missing(car: &Car, readings: &[&Reading], now: OffsetDateTime) -> Vec<AnyView> {
    let mut reasons: Vec<(Reason, Vec<&Reading>)> = Vec::new();
    for reading in without_value(readings) {
        let condition = condition(reading);
        let permission = (condition == Some(Condition::NotAllowed))
            .then(|| permission_of(&reading.code))
            .flatten();
        let reason = (condition, permission);
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, same)) => same.push(reading),
            None => reasons.push((reason, vec![reading])),
        }
    }
    reasons
        .into_iter()
        .map(|((condition, permission), same)| {
            let labels: Vec<String> = same.iter().map(|reading| label_text(reading)).collect();
            let labels = capitalised(&joined(&labels));
            let troubles: Vec<&Trouble> = same
                .iter()
                .filter_map(|reading| reading.trouble.as_ref())
                .collect();
            let words = match condition {
                Some(condition) => explanation(condition).view(car, permission),
                None => "The car has not told it yet.".into_any(),
            };
            view! {
                <div class="missing">
                    <p>
                        <strong>{format!("{labels}. ")}</strong>
                        {words}
                    </p>
                    {details(&troubles, now)}
                </div>
            }
            .into_any()
        })
        .collect()
}

fn condition(reading: &Reading) -> Option<Condition> {
    reading.trouble.as_ref().map(|trouble| trouble.condition)
}
