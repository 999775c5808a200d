//! The drawing itself. It has no view box: lines stretch with the page, lettering keeps its size.

use leptos::prelude::*;

use crate::history::{
    chart::{PLOT, Scale, percent, time_ticks},
    span::Span,
};

/// What is drawn in a plot.
pub(super) struct Plot<'chart> {
    pub(super) id: &'static str,
    pub(super) span: &'chart Span,
    pub(super) scale: &'chart Scale,
    /// What it is, and of when.
    pub(super) title: String,
    /// What it shows, for whoever does not see it.
    pub(super) description: String,
    /// What lies behind everything else.
    pub(super) behind: AnyView,
    /// Paths, on a plane of a thousand by a thousand.
    pub(super) paths: AnyView,
    /// What keeps its shape: spots, bars, names.
    pub(super) shapes: AnyView,
    /// The marks that follow a reader, a line each.
    pub(super) marks: AnyView,
}

/// How high a plot is, in pixels.
const HEIGHT: &str = "208";

impl Plot<'_> {
    pub(super) fn view(self) -> AnyView {
        let (title, description) = (format!("{}-title", self.id), format!("{}-words", self.id));
        let (named_by, described_by) = (title.clone(), description.clone());
        let plane = format!("0 0 {PLOT} {PLOT}");

        view! {
            <svg
                class="plot"
                role="img"
                aria-labelledby=named_by
                aria-describedby=described_by
                width="100%"
                height=HEIGHT
                focusable="false"
            >
                <title id=title>{self.title}</title>
                <desc id=description>{self.description}</desc>
                {self.behind}
                {values(self.scale)}
                {times(self.span)}
                <svg aria-hidden="true" viewBox=plane preserveAspectRatio="none" width="100%" height="100%">
                    {self.paths}
                </svg>
                {self.shapes}
                <rect class="plot-selection" y="0" width="0" height="100%" />
                <line class="plot-cross" y1="0" y2="100%" />
                {self.marks}
            </svg>
        }
        .into_any()
    }
}

fn values(scale: &Scale) -> AnyView {
    scale
        .ticks()
        .map(|(fraction, digits)| {
            let y = percent(1. - fraction);
            view! {
                <line class="plot-grid" x1="0" x2="100%" y1=y.clone() y2=y.clone() />
                <text class="plot-value" x="0" y=y dx="-8" dy="0.32em" text-anchor="end">
                    {digits}
                </text>
            }
            .into_any()
        })
        .collect::<Vec<_>>()
        .into_any()
}

/// Every mark has its stroke; where there is little room, not every one has its word.
fn times(span: &Span) -> AnyView {
    time_ticks(span)
        .into_iter()
        .enumerate()
        .map(|(index, tick)| {
            let x = percent(tick.fraction);
            let class = if index.is_multiple_of(4) {
                "plot-time"
            } else if index.is_multiple_of(2) {
                "plot-time plot-time-second"
            } else {
                "plot-time plot-time-wide"
            };
            view! {
                <line class="plot-grid" x1=x.clone() x2=x.clone() y1="0" y2="100%" />
                <text class=class x=x y="100%" dy="1.75em" text-anchor="middle">
                    {tick.label}
                </text>
            }
            .into_any()
        })
        .collect::<Vec<_>>()
        .into_any()
}
