//! Where the car is. No map is embedded: that would tell its server where the car is, unasked.

use leptos::prelude::*;

use crate::vehicle::{
    value::{Location, Quantity, Unit},
    wording::{
        coordinates::{coordinates, is_on_earth},
        quantity,
    },
};

/// The place, and a way to see it on a map.
pub(super) fn view(location: &Location) -> AnyView {
    let Location {
        latitude,
        longitude,
        is_last_parked,
        ..
    } = *location;
    if !is_on_earth(latitude, longitude) {
        return "The car told a place that is not on Earth.".into_any();
    }
    let coordinates = coordinates(latitude, longitude);
    let when = is_last_parked.map(|parked| {
        let words = if parked {
            "Parked there last"
        } else {
            "Seen there"
        };
        view! { <span class="value-aside">{words}</span> }
    });
    let heading =
        heading(location).map(|heading| view! { <span class="value-aside">{heading}</span> });
    let map = format!(
        "https://www.openstreetmap.org/?mlat={latitude:.5}&mlon={longitude:.5}#map=17/{latitude:.5}/{longitude:.5}"
    );

    view! {
        {coordinates}
        {when}
        {heading}
        <span class="value-aside">
            <a href=map rel="external noreferrer noopener" referrerpolicy="no-referrer">
                "Show on OpenStreetMap"
            </a>
            ". Nothing is sent there unless you press it."
        </span>
    }
    .into_any()
}

fn heading(location: &Location) -> Option<String> {
    let degrees = location
        .heading
        .filter(|heading| heading.is_finite())
        .map(|value| {
            quantity::text(&Quantity {
                value,
                unit: Unit::Degrees,
            })
        });
    let words = match (location.direction.as_deref().map(compass), degrees) {
        (Some(direction), Some(degrees)) => format!("{direction} ({degrees})"),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => return None,
    };
    Some(format!("Heading {words}"))
}

fn compass(direction: &str) -> String {
    let words = match direction.to_ascii_uppercase().as_str() {
        "N" => "north",
        "NE" => "north-east",
        "E" => "east",
        "SE" => "south-east",
        "S" => "south",
        "SW" => "south-west",
        "W" => "west",
        "NW" => "north-west",
        _ => direction,
    };
    words.to_owned()
}
