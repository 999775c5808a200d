//! The banner of a Carport that is not connected to real cars.

use leptos::prelude::*;

use super::{model::Source, use_site};
use crate::components::loaded;

/// Says on every page when the cars are not real.
#[component]
pub fn SourceBanner() -> AnyView {
    let site = use_site().site;

    loaded(move || {
        Box::pin(async move {
            let source = site.await.map_or(Source::Live, |site| site.source);
            view! { <SourceSentence source /> }.into_any()
        })
    })
}

/// What there is to say of one source; of real cars, nothing.
#[component]
pub fn SourceSentence(
    /// Where the cars come from.
    source: Source,
) -> AnyView {
    let (sentence, inspector) = match source {
        Source::Live => return ().into_any(),
        Source::Simulated => (
            "These are Smartcar’s simulated cars. No real car is touched. ",
            None,
        ),
        Source::Simulator { origin } => (
            "This is a simulated Smartcar. No real car is touched. ",
            Some(origin),
        ),
    };
    // The operator sets the origin; a link of another scheme would run in our page.
    let link = inspector
        .filter(|origin| origin.starts_with("http://") || origin.starts_with("https://"))
        .map(|origin| view! { <a href=origin rel="external">"Open the simulator’s inspector"</a> });

    view! {
        <aside class="banner" aria-label="Simulation">
            <p class="banner-text">{sentence} {link}</p>
        </aside>
    }
    .into_any()
}
