//! A page with one thing to say.

use leptos::prelude::*;

use super::Heading;

/// A heading, a sentence, and what follows from it.
#[component]
pub fn Message(
    /// The heading.
    title: &'static str,
    /// What happened.
    #[prop(into)]
    lead: String,
    /// What to do, and the ways on.
    rest: AnyView,
) -> AnyView {
    view! {
        <article class="message">
            <Heading text=title />
            <p class="lead">{lead}</p>
            {rest}
        </article>
    }
    .into_any()
}
