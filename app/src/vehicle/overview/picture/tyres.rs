//! The four tyres, each with its pressure.

use leptos::prelude::*;

use crate::vehicle::{
    value::{Tyre, Unit},
    wording::quantity::{bare_number, symbol},
};

/// Of each tyre: its left edge, its upper edge, where its number stands.
const PLACES: [(i32, i32, i32); 4] = [
    (-76, -136, -86),
    (56, -136, 86),
    (-76, 92, -86),
    (56, 92, 86),
];

/// The tyres: front left, front right, rear left, rear right.
pub(super) fn tyres(tyres: &[Option<Tyre>; 4]) -> AnyView {
    tyres
        .iter()
        .zip(PLACES)
        .map(|(tyre, place)| drawn(tyre.as_ref(), place))
        .collect::<Vec<_>>()
        .into_any()
}

fn drawn(tyre: Option<&Tyre>, (x, y, number_x): (i32, i32, i32)) -> AnyView {
    let pressure = tyre.and_then(|tyre| tyre.pressure.as_ref());
    let is_doubtful = tyre.is_some_and(|tyre| tyre.is_implausible);
    let class = match (is_doubtful, pressure) {
        (true, _) => "tyre tyre-doubtful",
        (false, Some(_)) => "tyre",
        (false, None) => "tyre tyre-untold",
    };
    let side = if number_x < 0 {
        "pressure pressure-left"
    } else {
        "pressure"
    };
    let label = pressure.map(|pressure| {
        let unit =
            Some(symbol(&pressure.unit)).filter(|_| !matches!(pressure.unit, Unit::Stated(_)));
        let number = bare_number(pressure);
        let number = if is_doubtful {
            format!("{number}?")
        } else {
            number
        };
        view! {
            <text class=side x=number_x y=y + 26>{number}</text>
            <text class=format!("{side} pressure-unit") x=number_x y=y + 42>{unit}</text>
        }
    });

    view! {
        <rect class=class x=x y=y width="20" height="46" rx="6" />
        {label}
    }
    .into_any()
}
