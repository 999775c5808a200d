//! What was asked before, and what became of it.

use leptos::prelude::*;
use time::OffsetDateTime;

use super::{
    model::CommandReport,
    outcome::{details, sentence},
};
use crate::vehicle::{
    car::CarView,
    model::VehicleId,
    wording::{
        age::ago,
        instant::{exact, machine_readable},
        number::count,
    },
};

/// A fold with all of it, the newest first; nothing where nothing was asked.
pub(in crate::vehicle) fn history(view: &CarView) -> AnyView {
    let reports = &view.commands.reports;
    if reports.is_empty() {
        return ().into_any();
    }
    let has_older = view.commands.has_older;
    let or_more = if has_older { " and more" } else { "" };
    let summary = format!("What was asked before ({}{or_more})", count(reports.len()));
    let some = has_older.then(|| {
        let words = format!(
            "The last {}. What is older is kept, and not shown.",
            count(reports.len())
        );
        view! { <p>{words}</p> }
    });
    let items: Vec<_> = reports
        .iter()
        .map(|report| item(report, &view.car.vehicle.id, view.now))
        .collect();

    view! {
        <details class="fold page-fold">
            <summary>{summary}</summary>
            {some}
            <ol class="asked">{items}</ol>
        </details>
    }
    .into_any()
}

fn item(report: &CommandReport, vehicle: &VehicleId, now: OffsetDateTime) -> AnyView {
    let asked_at = report.asked_at;
    view! {
        <li id=format!("asked-{}", report.id)>
            <p class="asked-what">
                <strong>{report.action.asked()}</strong>
                <span class="asked-when">
                    <time datetime=machine_readable(asked_at)>{exact(asked_at)}</time>
                    ", "
                    {ago(asked_at, now)}
                </span>
            </p>
            <p class="asked-outcome">{sentence(report, vehicle)}</p>
            {details(report)}
        </li>
    }
    .into_any()
}
