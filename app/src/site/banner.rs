//! The banner of a Carport that is not connected to real cars.

use leptos::prelude::*;

use super::{model::Source, use_site};

/// Says on every page when the cars are not real.
#[component]
pub fn SourceBanner() -> impl IntoView {
    let site = use_site().site;

    view! {
        <Transition>
            {move || Suspend::new(async move {
                site.await.ok().map(|site| view! { <SourceSentence source=site.source /> })
            })}
        </Transition>
    }
}

/// What there is to say of one source; of real cars, nothing.
#[component]
pub fn SourceSentence(
    /// Where the cars come from.
    source: Source,
) -> impl IntoView {
    let inspector = match source {
        Source::Live => return None,
        Source::Simulated => None,
        Source::Simulator { origin } => Some(origin),
    };
    let sentence = if inspector.is_some() {
        "This is a simulated Smartcar. No real car is touched."
    } else {
        "These are Smartcar’s simulated cars. No real car is touched."
    };
    // The operator sets the origin; a link of another scheme would run in our page.
    let inspector =
        inspector.filter(|origin| origin.starts_with("http://") || origin.starts_with("https://"));

    Some(view! {
        <aside class="banner" aria-label="Simulation">
            <p class="banner-text">
                {sentence} {inspector.map(|origin| view! {
                    " "
                    <a href=origin rel="external">"Open the simulator’s inspector"</a>
                })}
            </p>
        </aside>
    })
}
