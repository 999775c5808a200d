//! Lists of things with facts: past charges, timers, services, trouble codes, capacities.

use leptos::prelude::*;
use time::OffsetDateTime;

use crate::vehicle::{
    value::{Entry, Fact},
    wording::{age, instant::exact, plain::counted, quantity},
};

/// The list; a long one behind a fold.
pub(super) fn view(entries: &[Entry], now: OffsetDateTime) -> AnyView {
    let items: Vec<_> = entries.iter().map(|entry| item(entry, now)).collect();
    match entries.len() {
        0 => "None".into_any(),
        1 | 2 => view! { <ol class="entries">{items}</ol> }.into_any(),
        count => {
            let summary = counted(count, "entry", "entries");
            view! {
                <details class="fold">
                    <summary>{summary}</summary>
                    <ol class="entries">{items}</ol>
                </details>
            }
            .into_any()
        }
    }
}

fn item(entry: &Entry, now: OffsetDateTime) -> AnyView {
    let facts = (!entry.facts.is_empty()).then(|| {
        let facts: Vec<_> = entry.facts.iter().map(|known| fact(known, now)).collect();
        view! { <dl>{facts}</dl> }
    });
    view! {
        <li>
            <span class="entry-title">{entry.title.clone()}</span>
            {facts}
        </li>
    }
    .into_any()
}

fn fact(fact: &Fact, now: OffsetDateTime) -> AnyView {
    let (label, value) = match fact {
        Fact::Text(label, text) => (*label, text.clone().into_any()),
        Fact::Quantity(label, quantity) => (*label, quantity::view(quantity)),
        Fact::Instant(label, instant) => {
            let words = format!("{}, ", exact(*instant));
            (
                *label,
                view! { {words}{age::view(*instant, now)} }.into_any(),
            )
        }
    };
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}
