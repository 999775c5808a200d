//! What stands on the page of the history.

mod distance;
mod empty;
mod figure;
mod gathered;
mod kind;
mod lines;
mod periods;
mod plot;
mod script;
mod sessions;
mod table;
mod take_along;
mod words;

use leptos::prelude::*;

use self::kind::Kind;
use super::{
    model::{HistoryView, Recorded},
    piece::Piece,
    span::{Period, SpanProblem},
};
use crate::{
    error::AppError, ports::Garage, rendered::PageContent, status, vehicle::model::VehicleId,
};

/// The page of the history of one car, in the span that the query of its address asks for.
///
/// # Errors
///
/// Those of [`Garage::history`].
pub(crate) async fn content(
    garage: &dyn Garage,
    vehicle: VehicleId,
    query: String,
) -> Result<PageContent, AppError> {
    let view = garage.history(vehicle, query).await?;
    Ok(page(&view))
}

/// The page, with the status 400 where its span cannot be looked at: which time, a chart for each
/// measure, the charging sessions, and everything as files. The parts are always as many: an open page
/// exchanges them one by one.
fn page(view: &HistoryView) -> PageContent {
    if view.asked.is_err() {
        status::set(AppError::Malformed.status());
    }
    let id = &view.vehicle.id;
    let this_week = || Period::DEFAULT.around(view.now.date());
    let recorded = view.asked.as_ref().ok();
    let span = recorded.map_or_else(this_week, |recorded| recorded.span);

    let mut parts = vec![
        take_along::back(&view.vehicle),
        problem(view.asked.as_ref().err().copied()),
        periods::periods(id, &span, view.now),
        recorded.map(|recorded| lack(view, recorded)).into_any(),
    ];
    for kind in Kind::ALL {
        parts.push(recorded.map(|recorded| chart(kind, recorded)).into_any());
    }
    parts.push(
        recorded
            .map(|recorded| sessions::sessions(&recorded.sessions, view.now))
            .into_any(),
    );
    parts.push(recorded.map(explanation).into_any());
    parts.push(take_along::downloads(&view.vehicle));
    parts.push(script::script());
    let title = format!("History of {}", view.vehicle.name_in_sentence());
    PageContent::new(title, ().into_any(), parts)
}

/// What was wrong with the address.
fn problem(problem: Option<SpanProblem>) -> AnyView {
    problem
        .map(|problem| {
            view! {
                <div class="alert" role="alert">
                    <p>{format!("{problem} Choose a period below.")}</p>
                </div>
            }
        })
        .into_any()
}

fn is_empty(recorded: &Recorded) -> bool {
    recorded
        .series
        .iter()
        .all(|series| series.points.is_empty())
        && recorded.sessions.is_empty()
}

fn lack(view: &HistoryView, recorded: &Recorded) -> AnyView {
    match &view.reach {
        None => empty::nothing_kept(&view.vehicle.id),
        Some(reach) if is_empty(recorded) => {
            empty::nothing_here(&view.vehicle.id, &recorded.span, reach)
        }
        Some(_) => ().into_any(),
    }
}

fn chart(kind: Kind, recorded: &Recorded) -> AnyView {
    if kind == Kind::Distance {
        return distance::figure(recorded);
    }
    gathered::gather(kind, recorded)
        .map(|gathered| lines::figure(&gathered, &recorded.sessions))
        .into_any()
}

/// How the charts are to be read.
fn explanation(recorded: &Recorded) -> AnyView {
    if is_empty(recorded) {
        return ().into_any();
    }
    let words = format!(
        "Each line is the mean for {}; around it, where they differ, the lowest and the highest. A line ends where the car said nothing for much longer than it does otherwise.",
        Piece::drawn(&recorded.span).each()
    );
    view! { <p class="chart-aside chart-explanation">{words}</p> }.into_any()
}
