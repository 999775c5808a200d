//! Things with a place on the car: doors, windows, covers, tyres.

use leptos::prelude::*;

use crate::vehicle::{
    openings::places,
    value::{Opening, Tyre},
    wording::{
        place::{place, row_count},
        plain::capitalised,
        quantity,
    },
};

/// A line each; one line for all where all are alike.
pub(super) fn openings(openings: &[Opening]) -> AnyView {
    let Some(first) = openings.first() else {
        return "Not told".into_any();
    };
    let states: Vec<String> = openings
        .iter()
        .map(|one| cover(one.is_open, one.is_locked))
        .collect();
    if openings.len() > 1 && states.iter().all(|state| *state == states[0]) {
        let state = cover(first.is_open, first.is_locked);
        return format!("All {}: {}", openings.len(), lower(&state)).into_any();
    }
    let items: Vec<_> = places(openings)
        .into_iter()
        .zip(states)
        .map(|(place, state)| view! { <li>{format!("{}: {}", capitalised(&place), lower(&state))}</li> })
        .collect();
    view! { <ul class="value-list">{items}</ul> }.into_any()
}

/// "Closed, locked".
pub(super) fn cover(is_open: Option<bool>, is_locked: Option<bool>) -> String {
    let open = match is_open {
        Some(true) => "Open",
        Some(false) => "Closed",
        None => "Not told whether open",
    };
    match is_locked {
        Some(true) => format!("{open}, locked"),
        Some(false) => format!("{open}, not locked"),
        None => open.to_owned(),
    }
}

/// A line a tyre.
pub(super) fn tyres(tyres: &[Tyre]) -> AnyView {
    if tyres.is_empty() {
        return "Not told".into_any();
    }
    let rows = row_count(tyres.iter().map(|tyre| tyre.row));
    let items: Vec<_> = tyres
        .iter()
        .map(|tyre| {
            let place = place(tyre.row, tyre.column, rows).unwrap_or_else(|| "a tyre".to_owned());
            let pressure = tyre
                .pressure
                .as_ref()
                .map_or_else(|| "not told".into_any(), quantity::view);
            let doubt = tyre
                .is_implausible
                .then(|| view! { " "<strong class="alert-word">"doubtful"</strong> });
            view! { <li>{format!("{}: ", capitalised(&place))}{pressure}{doubt}</li> }
        })
        .collect();
    view! { <ul class="value-list">{items}</ul> }.into_any()
}

fn lower(state: &str) -> String {
    let mut letters = state.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}
