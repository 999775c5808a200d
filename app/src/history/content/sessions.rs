//! When the car was charged.

use leptos::prelude::*;
use time::{Duration, OffsetDateTime};

use crate::{
    history::{
        model::Session,
        span::words::{clock, day},
    },
    vehicle::{
        value::{Quantity, Unit},
        wording::{instant::machine_readable, number::count, quantity},
    },
};

/// So many are shown at once; the others are behind a fold.
const SHOWN: usize = 8;

/// The sessions that touch the span, the newest first; nothing where there are none.
pub(super) fn sessions(sessions: &[Session], now: OffsetDateTime) -> AnyView {
    if sessions.is_empty() {
        return ().into_any();
    }
    let mut newest = sessions.iter().rev().map(|one| row(one, now));
    let first: Vec<AnyView> = newest.by_ref().take(SHOWN).collect();
    let rest: Vec<AnyView> = newest.collect();
    let rest = (!rest.is_empty()).then(|| {
        let words = format!("Charging sessions before: {}", count(rest.len()));
        view! {
            <details class="fold fold-small">
                <summary>{words}</summary>
                {table("Charging sessions before", rest)}
            </details>
        }
    });

    view! {
        <section class="chart" aria-labelledby="sessions">
            <div class="chart-head">
                <h2 id="sessions">"Charging sessions"</h2>
                {all(sessions)}
            </div>
            {table("Charging sessions", first)}
            {rest}
        </section>
    }
    .into_any()
}

fn table(name: &'static str, rows: Vec<AnyView>) -> AnyView {
    view! {
        <div class="times-frame" tabindex="0" role="region" aria-label=format!("{name}, table")>
            <table class="times history-table">
                <caption class="visually-hidden">{format!("{name}, the newest first, UTC")}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Began"</th>
                        <th scope="col">"Ended"</th>
                        <th scope="col">"Took"</th>
                        <th scope="col">"Energy"</th>
                        <th scope="col">"Battery"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// What was charged in all of them, where the car says it of any.
fn all(sessions: &[Session]) -> Option<AnyView> {
    let told: Vec<f64> = sessions
        .iter()
        .filter_map(|session| session.energy_added)
        .filter(|energy| energy.is_finite())
        .collect();
    if told.is_empty() {
        return None;
    }
    let words = if told.len() == sessions.len() {
        "in all "
    } else {
        "as far as the car says "
    };
    let sum = quantity::view(&energy(told.iter().sum()));
    Some(
        view! {
            <p class="chart-last">
                <span class="chart-when">{words}</span>
                <span class="chart-value">{sum}</span>
            </p>
        }
        .into_any(),
    )
}

fn row(session: &Session, now: OffsetDateTime) -> AnyView {
    let ended = match session.ended_at {
        Some(ended) => instant(ended),
        None => "Still charging".into_any(),
    };
    let took = session.ended_at.unwrap_or(now) - session.started_at;
    let energy = session
        .energy_added
        .map_or_else(not_told, |value| quantity::text(&energy(value)));

    view! {
        <tr>
            <th scope="row">{instant(session.started_at)}</th>
            <td>{ended}</td>
            <td>{duration(took)}</td>
            <td>{energy}</td>
            <td>{levels(session)}</td>
        </tr>
    }
    .into_any()
}

fn instant(instant: OffsetDateTime) -> AnyView {
    let words = format!("{}, {}", day(instant.date()), clock(instant));
    view! { <time datetime=machine_readable(instant)>{words}</time> }.into_any()
}

fn duration(took: Duration) -> String {
    quantity::text(&Quantity {
        value: took.max(Duration::ZERO).as_seconds_f64() / 60.,
        unit: Unit::Minutes,
    })
}

fn levels(session: &Session) -> String {
    match (session.start_percent, session.end_percent) {
        (Some(start), Some(end)) => {
            format!("{} to {}", quantity::percent(start), quantity::percent(end))
        }
        (Some(start), None) => format!("from {}", quantity::percent(start)),
        (None, Some(end)) => format!("to {}", quantity::percent(end)),
        (None, None) => not_told(),
    }
}

fn energy(value: f64) -> Quantity {
    Quantity {
        value,
        unit: Unit::KilowattHours,
    }
}

fn not_told() -> String {
    "Not told".to_owned()
}
