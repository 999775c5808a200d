//! Which time is looked at, and the ways to another. All of them are plain links.

use leptos::prelude::*;
use time::OffsetDateTime;

use crate::{
    history::span::{Period, Span, address::field},
    routes,
    settings::choice::Choice,
    vehicle::model::VehicleId,
};

/// The period, and the ways to another.
pub(super) fn periods(id: &VehicleId, span: &Span, now: OffsetDateTime) -> AnyView {
    view! {
        <nav class="periods" aria-label="Period">
            {switch(id, span, now)}
            <div class="period-place">
                {step(id, Some(&span.before()), "prev", "Earlier", "←")}
                <h2 id="period">{span.words()}</h2>
                {step(id, span.after(now).as_ref(), "next", "Later", "→")}
            </div>
            <p class="period-aside">"All times are UTC." {wider(id, span, now)}</p>
            {own(id, span, now)}
        </nav>
    }
    .into_any()
}

/// The address of this span.
pub(super) fn address(id: &VehicleId, span: &Span) -> String {
    routes::vehicle_history(id) + &span.query()
}

fn switch(id: &VehicleId, span: &Span, now: OffsetDateTime) -> AnyView {
    let ways: Vec<_> = Period::ALL
        .iter()
        .map(|period| {
            let href = address(id, &span.as_period(*period, now));
            let current = (span.period == Some(*period)).then_some("true");
            view! {
                <li>
                    <a href=href aria-current=current>
                        {period.label()}
                    </a>
                </li>
            }
        })
        .collect();
    view! { <ul class="period-switch">{ways}</ul> }.into_any()
}

/// To the next one of its kind; a dead end keeps its place.
fn step(
    id: &VehicleId,
    span: Option<&Span>,
    rel: &'static str,
    words: &'static str,
    arrow: &'static str,
) -> AnyView {
    let Some(span) = span else {
        return view! { <span class="period-step" aria-hidden="true">{arrow}</span> }.into_any();
    };
    let label = format!("{words}: {}", span.words());
    view! {
        <a class="period-step" href=address(id, span) rel=rel aria-label=label title=words>
            {arrow}
        </a>
    }
    .into_any()
}

/// Out again; the script presses it at a double click.
fn wider(id: &VehicleId, span: &Span, now: OffsetDateTime) -> Option<AnyView> {
    let wider = span.wider(now)?;
    let words = format!("Zoom out to {}", wider.words());
    Some(view! { " "<a class="zoom-out" href=address(id, &wider)>{words}</a> }.into_any())
}

/// From one minute to another: what a pointer does by dragging over a chart.
fn own(id: &VehicleId, span: &Span, now: OffsetDateTime) -> AnyView {
    let until = span.until.min(now);
    view! {
        <details class="fold fold-small">
            <summary>"A span of your own"</summary>
            <form class="own-span" method="get" action=routes::vehicle_history(id) autocomplete="off">
                <p>
                    <label for="own-from">"From (UTC)"</label>
                    <input
                        type="datetime-local"
                        id="own-from"
                        name="from"
                        value=field(span.from)
                        required
                    />
                </p>
                <p>
                    <label for="own-until">"Until (UTC)"</label>
                    <input
                        type="datetime-local"
                        id="own-until"
                        name="until"
                        value=field(until)
                        required
                    />
                </p>
                <button type="submit" class="button">
                    "Show"
                </button>
            </form>
        </details>
    }
    .into_any()
}
