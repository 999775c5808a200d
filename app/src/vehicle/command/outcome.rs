//! What became of a command: in a sentence, in three steps, and in Smartcar's own words.

use leptos::prelude::*;

use super::{
    model::{CommandReport, NotSentReason, Progress, Refusal},
    refusal::Words,
};
use crate::vehicle::model::VehicleId;

/// What became of it, and what to do, in a sentence or two.
pub(super) fn sentence(report: &CommandReport, vehicle: &VehicleId) -> AnyView {
    let told = |refusal: &Refusal| Words::of(refusal).view(vehicle, report.action.command());
    match &report.progress {
        Progress::Asked | Progress::Sent { .. } => {
            "Waiting for the car. This can take up to five minutes.".into_any()
        }
        Progress::Accepted { .. } => {
            "The maker took it. Carport is looking whether the car shows it.".into_any()
        }
        Progress::Seen { .. } => format!("{}: the car says so.", report.action.done()).into_any(),
        Progress::NotSeen { .. } => {
            "The maker took it, but the car has not shown it yet. Look at the car, or refresh later."
                .into_any()
        }
        Progress::AcceptedUnseen { .. } => {
            "The maker took it. No car tells whether this was done: look in the car.".into_any()
        }
        Progress::Refused { refusal, .. } => view! {
            "It was refused, and nothing was changed. "
            {told(refusal)}
        }
        .into_any(),
        Progress::Unknown {
            refusal,
            is_looked_for,
            ..
        } => {
            let known = refusal
                .as_ref()
                .map(|refusal| format!("{} ", Words::of(refusal).reason));
            let words = if *is_looked_for {
                "Whether the car did it all the same is not known yet: Carport is looking."
            } else {
                "Nobody can say whether the car did it: look at the car. Carport does not send it again."
            };
            view! {
                {known}
                {words}
            }
            .into_any()
        }
        Progress::NotSent { reason } => match reason {
            NotSentReason::TooEarly => "It was not sent: Smartcar took no request for this car at that moment. The car knows nothing of it.",
            NotSentReason::Interrupted => "It was not sent: Carport was stopped before it could. The car knows nothing of it: ask again.",
        }
        .into_any(),
    }
}

/// What support wants to know.
pub(super) fn details(report: &CommandReport) -> AnyView {
    let code = match &report.progress {
        Progress::Refused { refusal, .. } => code(refusal),
        Progress::Unknown { refusal, .. } => refusal.as_ref().and_then(code),
        _ => None,
    };
    let facts: Vec<_> = [
        ("Smartcar’s code", code),
        ("Smartcar’s request", report.request_id.clone()),
        ("Carport’s command", Some(report.id.clone())),
    ]
    .into_iter()
    .filter_map(|(name, value)| {
        Some(view! {
            <div>
                <dt>{name}</dt>
                <dd>
                    <code>{value?}</code>
                </dd>
            </div>
        })
    })
    .collect();

    view! {
        <details class="fold fold-small">
            <summary>"Details"</summary>
            <dl class="command-details">{facts}</dl>
        </details>
    }
    .into_any()
}

fn code(refusal: &Refusal) -> Option<String> {
    let words: Vec<&str> = [&refusal.error_type, &refusal.code]
        .into_iter()
        .filter_map(|word| word.as_deref())
        .collect();
    (!words.is_empty()).then(|| words.join(":"))
}
