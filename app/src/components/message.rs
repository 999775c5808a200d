//! A page with one thing to say.

use leptos::prelude::*;

use super::Heading;

/// A heading, a sentence, what else there is to say, and the ways on.
#[component]
pub fn Message(
    /// The heading.
    title: &'static str,
    /// What happened.
    #[prop(into)]
    lead: String,
    /// What follows it.
    #[prop(optional)]
    more: Option<AnyView>,
    /// The ways on, the first of them first.
    ways: Vec<AnyView>,
    /// What few will want to know.
    #[prop(optional)]
    details: Option<AnyView>,
) -> AnyView {
    view! {
        <article class="message">
            <Heading text=title />
            <p class="lead">{lead}</p>
            {more}
            <p class="message-ways">{ways}</p>
            {details}
        </article>
    }
    .into_any()
}
