//! The three times of every value (design 5), to the minute.

use leptos::prelude::*;
use time::OffsetDateTime;

use super::{groups::readings, reading_row::label_text};
use crate::vehicle::{
    car::Car,
    catalogue::Group,
    wording::instant::{exact, machine_readable},
};

/// A fold with a table of them.
pub(super) fn times(car: &Car) -> AnyView {
    let rows: Vec<_> = Group::ALL
        .into_iter()
        .flat_map(|group| readings(car, group))
        .filter_map(|reading| {
            let times = reading.last_good.as_ref()?.times;
            Some(view! {
                <tr>
                    <th scope="row">{label_text(reading)}</th>
                    {cell(times.car)}
                    {cell(times.smartcar)}
                    {cell(Some(times.carport))}
                </tr>
            })
        })
        .collect();

    view! {
        <details class="fold page-fold">
            <summary>"Exact times"</summary>
            <p>
                "A value has three times: when the car says it was so, when Smartcar fetched it, and when Carport took it in."
            </p>
            <div class="times-frame" tabindex="0" role="region" aria-label="Exact times">
                <table class="times">
                    <thead>
                        <tr>
                            <th scope="col">"Value"</th>
                            <th scope="col">"The car says"</th>
                            <th scope="col">"Smartcar fetched"</th>
                            <th scope="col">"Carport took in"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

fn cell(instant: Option<OffsetDateTime>) -> AnyView {
    match instant {
        Some(instant) => view! {
            <td>
                <time datetime=machine_readable(instant)>{exact(instant)}</time>
            </td>
        }
        .into_any(),
        None => view! { <td>"Not told"</td> }.into_any(),
    }
}
