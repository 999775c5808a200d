//! The page of a problem.

use leptos::{either::Either, prelude::*};
use leptos_router::hooks::use_params_map;

use super::{
    explanation::{NextStep, explain},
    model::ConnectProblem,
};
use crate::{
    components::{Heading, NotFoundPage},
    routes, status,
};

/// The problem that the address names, or no page.
#[component]
pub fn ConnectProblemPage() -> impl IntoView {
    let parameters = use_params_map();

    move || {
        let problem = parameters.with(|parameters| {
            parameters
                .get_str("slug")
                .and_then(ConnectProblem::from_slug)
        });
        match problem {
            Some(problem) => Either::Left(view! { <ConnectProblemMessage problem /> }),
            None => Either::Right(view! { <NotFoundPage /> }),
        }
    }
}

/// [`ConnectProblem::Malformed`], for the addresses that lead to it without naming it.
#[component]
pub fn MalformedPage() -> impl IntoView {
    view! { <ConnectProblemMessage problem=ConnectProblem::Malformed /> }
}

/// What happened, what to do, and the way there.
#[component]
pub fn ConnectProblemMessage(
    /// The problem.
    problem: ConnectProblem,
) -> impl IntoView {
    status::set(problem.status());
    let explanation = explain(problem);
    let next_step = match explanation.next_step {
        NextStep::TryAgain => view! {
            <a class="button button-primary" href=routes::LOGIN rel="external">"Try again"</a>
        }
        .into_any(),
        NextStep::SeeCars => view! {
            <a class="button button-primary" href=routes::VEHICLES>"See your cars"</a>
        }
        .into_any(),
        NextStep::None => ().into_any(),
    };

    view! {
        <article class="message">
            <Heading text=explanation.title />
            <p class="lead">{explanation.happened}</p>
            <h2>"What to do"</h2>
            <p>{explanation.remedy}</p>
            <p class="message-ways">
                {next_step} <a class="button" href=routes::HOME>"Back to the start"</a>
            </p>
            <details class="fold">
                <summary>"Details"</summary>
                <p>"For support, this is problem " <code>{problem.slug()}</code> "."</p>
            </details>
        </article>
    }
}
