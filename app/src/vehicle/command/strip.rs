//! The command that is under way, or has just been settled.

use leptos::prelude::*;
use time::{Duration, OffsetDateTime};

use super::{
    model::{CommandReport, Progress},
    outcome::{details, sentence},
    steps::steps,
};
use crate::{
    routes,
    vehicle::{car::CarView, wording::age},
};

/// How long what became of a command stays at the top of the page.
const NEWS: Duration = Duration::minutes(10);
/// How long an answer may take: after so long at the latest it is settled that none came.
const LONGEST_ANSWER: Duration = Duration::minutes(5);

/// The newest command while it is news; nothing otherwise.
pub(in crate::vehicle) fn strip(view: &CarView) -> AnyView {
    let Some(report) = view
        .commands
        .reports
        .first()
        .filter(|report| report.is_open() || view.now - settled_at(report) <= NEWS)
    else {
        return ().into_any();
    };
    let (vehicle, now) = (&view.car.vehicle.id, view.now);
    let class = match report.progress {
        Progress::Refused { .. } | Progress::NotSent { .. } => "strip strip-failed",
        Progress::Unknown { .. } | Progress::NotSeen { .. } => "strip strip-doubtful",
        _ => "strip",
    };
    let again = report.is_open().then(|| {
        view! {
            <noscript>
                <p class="strip-again">
                    <a href=routes::vehicle(vehicle) rel="external">"Look again"</a>
                </p>
            </noscript>
        }
    });

    view! {
        <div class=class data-waiting=report.is_open().then_some("")>
            <p class="strip-asked">
                <strong>{report.action.asked()}</strong>
                " "
                <span class="strip-age">"asked "{age::view(report.asked_at, now)}</span>
            </p>
            {steps(&report.progress, now)}
            <p class="strip-words">{sentence(report, vehicle)}</p>
            {again}
            {has_details(report).then(|| details(report))}
        </div>
    }
    .into_any()
}

/// Whether somebody may have to ask about it.
fn has_details(report: &CommandReport) -> bool {
    matches!(
        report.progress,
        Progress::Refused { .. } | Progress::Unknown { .. } | Progress::NotSeen { .. }
    )
}

fn settled_at(report: &CommandReport) -> OffsetDateTime {
    match report.progress {
        Progress::Seen { at } | Progress::AcceptedUnseen { at } | Progress::Refused { at, .. } => {
            at
        }
        Progress::NotSeen { accepted_at } => accepted_at,
        Progress::Unknown { sent_at, .. } => sent_at.saturating_add(LONGEST_ANSWER),
        Progress::Accepted { since } | Progress::Sent { since } => since,
        Progress::Asked | Progress::NotSent { .. } => report.asked_at,
    }
}
