//! What this car can never tell: out of the way, and not hidden.

use leptos::prelude::*;

use super::reading_row::label_text;
use crate::vehicle::{
    car::Car,
    catalogue::Group,
    reading::{Condition, Reading},
};

/// A fold with the names of all that this car cannot tell.
pub(super) fn untold(car: &Car) -> AnyView {
    let cannot: Vec<&Reading> = car
        .readings
        .iter()
        .filter(|reading| {
            reading.last_good.is_none()
                && reading
                    .trouble
                    .as_ref()
                    .is_some_and(|trouble| trouble.condition == Condition::Cannot)
        })
        .collect();
    if cannot.is_empty() {
        return ().into_any();
    }
    let summary = format!("What this car cannot tell ({})", cannot.len());
    let items: Vec<_> = Group::ALL
        .into_iter()
        .filter_map(|group| {
            let labels: Vec<String> = cannot
                .iter()
                .filter(|reading| belongs(reading, group))
                .map(|reading| label_text(reading))
                .collect();
            (!labels.is_empty()).then(|| {
                view! {
                    <div>
                        <dt>{group.title()}</dt>
                        <dd>{labels.join(", ")}</dd>
                    </div>
                }
            })
        })
        .collect();

    view! {
        <details class="fold page-fold">
            <summary>{summary}</summary>
            <p>"Its maker does not pass these on. There is nothing to do, and they cost nothing."</p>
            <dl class="untold-list">{items}</dl>
        </details>
    }
    .into_any()
}

fn belongs(reading: &Reading, group: Group) -> bool {
    let is_in = |group: Group| {
        group
            .signals()
            .iter()
            .any(|signal| signal.code == reading.code)
    };
    if group == Group::Other {
        !Group::ALL.into_iter().any(is_in)
    } else {
        is_in(group)
    }
}
