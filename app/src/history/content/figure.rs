//! A chart with its heading, and the table behind it.

use leptos::prelude::*;

use super::{kind::Kind, plot::Plot};
use crate::history::span::Span;

/// What a reader finds at one moment, for the script.
pub(super) struct Found {
    /// From the left, as a fraction of the plot.
    pub(super) x: f64,
    /// What is said there.
    pub(super) words: String,
}

/// A chart as a figure.
pub(super) struct Figure<'chart> {
    pub(super) kind: Kind,
    pub(super) plot: Plot<'chart>,
    /// Whether names stand at the ends of the lines.
    pub(super) is_named: bool,
    /// What stands beside the heading.
    pub(super) last: AnyView,
    /// What is to be known of the drawing.
    pub(super) aside: Option<String>,
    pub(super) found: Vec<Found>,
    pub(super) table: AnyView,
}

impl Figure<'_> {
    pub(super) fn view(self) -> AnyView {
        let id = self.kind.id();
        let title = self.kind.title();
        let (frame, last) = if self.is_named {
            ("plot-frame plot-named", "chart-last chart-several")
        } else {
            ("plot-frame", "chart-last")
        };
        let class = if self.kind == Kind::Battery {
            "chart"
        } else {
            "chart chart-half"
        };
        let span = *self.plot.span;
        let aside = self
            .aside
            .map(|words| view! { <p class="chart-aside">{words}</p> });

        view! {
            <figure class=class aria-labelledby=id>
                <figcaption class="chart-head">
                    <h2 id=id>{title}</h2>
                    <p class=last>{self.last}</p>
                    <p class="chart-reading" aria-hidden="true"></p>
                </figcaption>
                <div class=frame>{self.plot.view()} {slider(title, &span, &self.found)}</div>
                {aside}
                <details class="fold fold-small">
                    <summary>{format!("{title} as a table")}</summary>
                    <div class="times-frame" tabindex="0" role="region" aria-label=format!("{title}, table")>
                        {self.table}
                    </div>
                </details>
            </figure>
        }
        .into_any()
    }
}

/// Lies over the plot: with it, and a script, each reading can be looked at. Without a script the style
/// sheet hides it. A range field would count as filled in once it was moved.
fn slider(title: &str, span: &Span, found: &[Found]) -> Option<AnyView> {
    let last = found.last()?;
    let highest = found.len() - 1;
    let places: Vec<String> = found
        .iter()
        .map(|one| format!("{:.0}", one.x * 1000.))
        .collect();
    let words: Vec<&str> = found.iter().map(|one| one.words.as_str()).collect();

    Some(
        view! {
            <div
                class="plot-slider"
                role="slider"
                tabindex="0"
                aria-label=format!("{title}, reading by reading")
                aria-valuemin="0"
                aria-valuemax=highest.to_string()
                aria-valuenow=highest.to_string()
                aria-valuetext=last.words.clone()
                data-places=places.join(" ")
                data-words=words.join("|")
                data-from=span.from.unix_timestamp().div_euclid(60).to_string()
                data-minutes=span.length().whole_minutes().to_string()
            ></div>
        }
        .into_any(),
    )
}
