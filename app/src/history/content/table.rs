//! The table behind a chart.

use leptos::prelude::*;
use time::OffsetDateTime;

use super::{
    distance::when,
    gathered::{Gathered, Member},
    words::bare,
};
use crate::{
    history::{driven::Driven, model::Point, piece::Piece},
    vehicle::{
        value::Unit,
        wording::{instant::machine_readable, quantity::symbol},
    },
};

/// The readings of a chart with lines.
pub(super) fn lines(gathered: &Gathered) -> AnyView {
    let piece = Piece::listed(&gathered.span);
    let unit = &gathered.unit;
    let caption = caption(gathered.kind.title(), piece, unit);
    match gathered.members.as_slice() {
        [only] => {
            let rows = only.rows.iter().map(|point| {
                let values = [point.low, point.mean, point.high, point.last];
                let cells = values.map(|value| bare(value, unit));
                row(point.at, piece.name(point.at), &cells)
            });
            table(
                &caption,
                &["Lowest", "Mean", "Highest", "Last"],
                rows.collect(),
            )
        }
        members => {
            let names: Vec<&str> = members
                .iter()
                .map(|member| member.name.as_ref().map_or("", |name| name.long.as_str()))
                .collect();
            table(&caption, &names, side_by_side(members, piece, unit))
        }
    }
}

/// A column a line: from the lowest to the highest.
fn side_by_side(members: &[Member], piece: Piece, unit: &Unit) -> Vec<AnyView> {
    let mut starts: Vec<OffsetDateTime> = members
        .iter()
        .flat_map(|member| &member.rows)
        .map(|point| point.at)
        .collect();
    starts.sort_unstable();
    starts.dedup();
    starts
        .into_iter()
        .map(|start| {
            let cells: Vec<String> = members
                .iter()
                .map(|member| {
                    let found = member.rows.binary_search_by_key(&start, |point| point.at);
                    found.map_or_else(
                        |_| "–".to_owned(),
                        |index| between(&member.rows[index], unit),
                    )
                })
                .collect();
            row(start, piece.name(start), &cells)
        })
        .collect()
}

fn between(point: &Point, unit: &Unit) -> String {
    let (low, high) = (bare(point.low, unit), bare(point.high, unit));
    if low == high {
        low
    } else {
        format!("{low} to {high}")
    }
}

/// What was driven.
pub(super) fn distance(driven: &[Driven], piece: Piece, unit: &Unit) -> AnyView {
    let rows = driven
        .iter()
        .map(|one| row(one.from, when(one, piece), &[bare(one.distance, unit)]));
    let caption = caption("Distance driven", piece, unit);
    table(&caption, &["Driven"], rows.collect())
}

fn caption(title: &str, piece: Piece, unit: &Unit) -> String {
    format!("{title} in {}, {}, UTC", symbol(unit), piece.each())
}

fn table(caption: &str, columns: &[&str], rows: Vec<AnyView>) -> AnyView {
    let caption = caption.to_owned();
    let columns: Vec<_> = columns
        .iter()
        .map(|column| view! { <th scope="col">{(*column).to_owned()}</th> })
        .collect();
    view! {
        <table class="times history-table">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">"When"</th>
                    {columns}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(at: OffsetDateTime, name: String, cells: &[String]) -> AnyView {
    let cells: Vec<_> = cells
        .iter()
        .map(|cell| view! { <td>{cell.clone()}</td> })
        .collect();
    view! {
        <tr>
            <th scope="row">
                <time datetime=machine_readable(at)>{name}</time>
            </th>
            {cells}
        </tr>
    }
    .into_any()
}
