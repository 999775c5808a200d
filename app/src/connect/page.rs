//! The page of a problem.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{
    explanation::{NextStep, explain},
    model::ConnectProblem,
};
use crate::{
    components::{ButtonLink, Message, NotFoundPage, Weight},
    routes, status,
};

/// The problem that the address names, or no page. Nothing in Carport leads from one problem to
/// another, so the address is read once.
#[component]
pub fn ConnectProblemPage() -> AnyView {
    let problem = use_params_map()
        .with_untracked(|parameters| parameters.get("slug"))
        .and_then(|slug| ConnectProblem::from_slug(&slug));

    match problem {
        Some(problem) => view! { <ConnectProblemMessage problem /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

/// What happened, what to do, and the way there.
#[component]
pub fn ConnectProblemMessage(
    /// The problem.
    problem: ConnectProblem,
) -> AnyView {
    status::set(problem.status());
    let explanation = explain(problem);
    let next_step = match explanation.next_step {
        NextStep::TryAgain => Some((routes::LOGIN, "Try again")),
        NextStep::SeeCars => Some((routes::VEHICLES, "See your cars")),
        NextStep::None => None,
    };
    let mut ways: Vec<AnyView> = next_step
        .into_iter()
        .map(|(href, text)| view! { <ButtonLink href text weight=Weight::Primary /> }.into_any())
        .collect();
    ways.push(
        view! {
            <ButtonLink href=routes::HOME text="Back to the start" weight=Weight::Plain />
        }
        .into_any(),
    );
    let rest = view! {
        <h2>"What to do"</h2>
        <p>{explanation.remedy}</p>
        <p class="message-ways">{ways}</p>
        <p class="message-code">"For support, this is problem " <code>{problem.slug()}</code></p>
    }
    .into_any();

    view! { <Message title=explanation.title lead=explanation.happened rest /> }.into_any()
}
