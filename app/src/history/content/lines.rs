//! A chart with lines.

use leptos::prelude::*;

use super::{
    figure::{Figure, Found},
    gathered::{Gathered, Member, Moment},
    kind::Kind,
    plot::Plot,
    table,
    words::{description, quantity, reading},
};
use crate::{
    history::{
        chart::{percent, spread},
        model::Session,
        piece::Piece,
        span::Span,
    },
    vehicle::wording::quantity,
};

/// So many lines can be told apart; a car with more wheels begins anew.
const STYLES: usize = 4;

/// The figure of these lines. Behind the battery, when it was charged.
pub(super) fn figure(gathered: &Gathered, sessions: &[Session]) -> AnyView {
    let (kind, span) = (gathered.kind, &gathered.span);
    let piece = Piece::drawn(span);
    let moments = gathered.moments();
    let charged = (kind == Kind::Battery).then(|| charged(sessions, span));
    let has_charged = charged.as_ref().is_some_and(|charged| !charged.is_empty());
    let plot = Plot {
        id: kind.id(),
        span,
        scale: &gathered.scale,
        title: format!("{}, {}", kind.title(), span.words()),
        description: description(gathered),
        behind: charged.into_any(),
        paths: each(gathered, paths),
        shapes: view! { {each(gathered, spots)}{names(gathered)} }.into_any(),
        marks: marks(gathered, &moments),
    };
    let found = moments
        .iter()
        .map(|moment| Found {
            x: moment.x,
            words: reading(gathered, moment, piece),
        })
        .collect();

    Figure {
        kind,
        plot,
        is_named: gathered.members.len() > 1,
        last: last(gathered),
        aside: has_charged.then(|| "Shaded: charging.".to_owned()),
        found,
        table: table::lines(gathered),
    }
    .view()
}

fn each(gathered: &Gathered, one: fn(&Member, usize) -> AnyView) -> AnyView {
    let members = gathered.members.iter().enumerate();
    members
        .map(|(index, member)| one(member, index % STYLES))
        .collect::<Vec<_>>()
        .into_any()
}

fn paths(member: &Member, style: usize) -> AnyView {
    let line = &member.line;
    let band = (!line.band.is_empty()).then(|| {
        let class = format!("plot-band plot-band-{style}");
        view! { <path class=class d=line.band.clone() /> }
    });
    let class = format!("plot-line plot-line-{style}");
    view! {
        {band}
        <path class=class d=line.path.clone() vector-effect="non-scaling-stroke" />
    }
    .into_any()
}

fn spots(member: &Member, style: usize) -> AnyView {
    let class = format!("plot-spot plot-spot-{style}");
    let spots = member.line.alone.iter();
    spots
        .map(|spot| {
            view! { <circle class=class.clone() cx=percent(spot.x) cy=percent(spot.y) r="2.5" /> }
                .into_any()
        })
        .collect::<Vec<_>>()
        .into_any()
}

/// At the right edge, beside where each line ends.
fn names(gathered: &Gathered) -> AnyView {
    let named: Vec<_> = gathered
        .members
        .iter()
        .enumerate()
        .filter_map(|(index, member)| {
            let end = member.line.spots.last()?;
            Some((index % STYLES, member.name.as_ref()?, end.y))
        })
        .collect();
    let ends: Vec<f64> = named.iter().map(|(.., y)| *y).collect();
    spread(&ends)
        .into_iter()
        .zip(named)
        .map(|(y, (style, name, _))| {
            let y = percent(y);
            let class = format!("plot-line plot-line-{style}");
            view! {
                <svg aria-hidden="true" x="100%" y=y overflow="visible">
                    <line class=class x1="6" x2="28" y1="0" y2="0" />
                    <text class="plot-name plot-name-long" x="33" dy="0.32em">
                        {name.long.clone()}
                    </text>
                    <text class="plot-name plot-name-short" x="33" dy="0.32em">
                        {name.short.clone()}
                    </text>
                </svg>
            }
            .into_any()
        })
        .collect::<Vec<_>>()
        .into_any()
}

/// A mark a line, which the script puts where the reader is: its places from the top, in thousandths.
fn marks(gathered: &Gathered, moments: &[Moment]) -> AnyView {
    (0..gathered.members.len())
        .map(|index| {
            let places: Vec<String> = moments
                .iter()
                .map(|moment| {
                    moment.said[index].as_ref().map_or_else(
                        || "-".to_owned(),
                        |(spot, _)| format!("{:.0}", spot.y * 1000.),
                    )
                })
                .collect();
            view! { <circle class="plot-mark" r="4.5" data-places=places.join(" ") /> }.into_any()
        })
        .collect::<Vec<_>>()
        .into_any()
}

/// When it was charged.
fn charged(sessions: &[Session], span: &Span) -> Vec<AnyView> {
    sessions
        .iter()
        .map(|session| {
            let from = span.fraction(session.started_at);
            let until = session.ended_at.map_or(1., |ended| span.fraction(ended));
            let width = percent((until - from).max(0.));
            view! {
                <rect class="plot-charged" x=percent(from) y="0" width=width height="100%" />
            }
            .into_any()
        })
        .collect()
}

/// The last value of one line; with several, the names say which is which.
fn last(gathered: &Gathered) -> AnyView {
    let values: Vec<_> = gathered
        .members
        .iter()
        .filter_map(|member| {
            let last = member.points.last()?.last;
            let name = member.name.as_ref().map(|name| {
                view! { <span class="chart-when">{name.long.clone()}" "</span> }
            });
            let value = quantity::view(&quantity(last, &gathered.unit));
            Some(view! { <span class="chart-one">{name}<span class="chart-value">{value}</span></span> })
        })
        .collect();
    let when = (values.len() == 1).then(|| view! { <span class="chart-when">"last "</span> });
    view! { {when}{values} }.into_any()
}
