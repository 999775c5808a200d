//! The chart of what was driven.

use leptos::prelude::*;

use super::{
    figure::{Figure, Found},
    kind::Kind,
    plot::Plot,
    table,
    words::{quantity, with_unit},
};
use crate::{
    history::{
        chart::{Bar, Ends, Scale, bars, percent},
        driven::{Driven, driven, total},
        model::{Point, Recorded},
        piece::Piece,
    },
    vehicle::{value::Unit, wording::quantity},
};

/// The figure of the distances; nothing where there are none to compare.
pub(super) fn figure(recorded: &Recorded) -> AnyView {
    let odometer = recorded
        .series
        .iter()
        .find(|one| Kind::of(one.measure) == Kind::Distance)
        .filter(|one| one.points.iter().any(Point::is_finite));
    let Some(odometer) = odometer else {
        return ().into_any();
    };
    let (span, unit) = (&recorded.span, &odometer.unit);
    let piece = Piece::driven(span);
    let driven = driven(&odometer.points, span, piece);
    if driven.is_empty() {
        return ().into_any();
    }
    let scale = Scale::of(driven.iter().map(|one| one.distance), Ends::FromZero);
    let bars = bars(&driven, span, &scale);
    let is_unsure = bars.iter().any(|bar| !bar.is_watched);
    let plot = Plot {
        id: Kind::Distance.id(),
        span,
        scale: &scale,
        title: format!("{}, {}", Kind::Distance.title(), span.words()),
        description: description(&driven, piece, unit),
        behind: ().into_any(),
        paths: ().into_any(),
        shapes: bars.iter().map(bar).collect::<Vec<_>>().into_any(),
        marks: ().into_any(),
    };
    let found = driven
        .iter()
        .map(|one| Found {
            x: f64::midpoint(span.fraction(one.from), span.fraction(one.until)),
            words: format!("{}: {}", when(one, piece), with_unit(one.distance, unit)),
        })
        .collect();
    let sum = quantity::view(&quantity(total(&driven), unit));
    let each = format!("A bar {}.", piece.each().replacen("each", "for each", 1));
    let unsure = if is_unsure {
        " An outline: driven somewhen in this time, during which the car said nothing."
    } else {
        ""
    };

    Figure {
        kind: Kind::Distance,
        plot,
        is_named: false,
        last: view! {
            <span class="chart-when">"in all "</span>
            <span class="chart-value">{sum}</span>
        }
        .into_any(),
        aside: Some(each + unsure),
        found,
        table: table::distance(&driven, piece, unit),
    }
    .view()
}

fn bar(bar: &Bar) -> AnyView {
    let class = if bar.is_watched {
        "plot-bar"
    } else {
        "plot-bar plot-bar-unsure"
    };
    view! {
        <rect
            class=class
            x=percent(bar.x)
            y=percent(1. - bar.height)
            width=percent(bar.width)
            height=percent(bar.height)
        />
    }
    .into_any()
}

fn description(driven: &[Driven], piece: Piece, unit: &Unit) -> String {
    let all = format!("{} in all", with_unit(total(driven), unit));
    let most = driven
        .iter()
        .filter(|one| one.distance > 0.)
        .max_by(|one, other| one.distance.total_cmp(&other.distance));
    match most {
        Some(most) if driven.len() > 1 => format!(
            "{all}, most of it {}: {}.",
            when(most, piece),
            with_unit(most.distance, unit)
        ),
        _ => all + ".",
    }
}

/// The piece in which it was driven, or from which to which.
pub(super) fn when(driven: &Driven, piece: Piece) -> String {
    let first = piece.name(driven.from);
    if driven.is_watched {
        return first;
    }
    let last = piece.start_of(driven.until.saturating_sub(time::Duration::SECOND));
    format!("{first} to {}", piece.name(last))
}
