//! A link that looks like a button.

use leptos::prelude::*;

use crate::routes;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The one thing to do here.
    Primary,
    /// One of the other things.
    Plain,
}

/// A link to one of Carport's own addresses. Those that the server answers are left to the browser.
#[component]
pub fn ButtonLink(
    /// The address, one of [`routes`].
    href: &'static str,
    /// The words on it.
    text: &'static str,
    /// How it looks.
    weight: Weight,
) -> AnyView {
    let class = match weight {
        Weight::Primary => "button button-primary",
        Weight::Plain => "button",
    };
    let rel = (href == routes::LOGIN).then_some("external");

    view! { <a class=class href=href rel=rel>{text}</a> }.into_any()
}
