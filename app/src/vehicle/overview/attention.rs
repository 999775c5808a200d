//! What needs a hand: the only part of the page in red.

use leptos::prelude::*;

use crate::{
    routes,
    vehicle::{
        car::Car,
        catalogue,
        value::Value,
        wording::{
            condition::{NEEDS_A_HAND, explanation},
            plain::counted,
        },
    },
};

/// What needs a hand; nothing when nothing does.
pub(super) fn attention(car: &Car, notices: &[String]) -> AnyView {
    let items: Vec<AnyView> = asked_for(notices)
        .chain(conditions(car))
        .chain(alerts(car))
        .chain(tyres(car))
        .collect();
    if items.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="attention" aria-labelledby="attention">
            <h2 id="attention">"What needs a hand"</h2>
            <ul>{items}</ul>
        </section>
    }
    .into_any()
}

/// What the owner wanted to be told of.
fn asked_for(notices: &[String]) -> impl Iterator<Item = AnyView> {
    notices.iter().map(|notice| {
        let way = view! { <a href=routes::NOTICES>"See the notices"</a> };
        view! { <li><strong>{notice.clone()}</strong>" "{way}</li> }.into_any()
    })
}

fn conditions(car: &Car) -> impl Iterator<Item = AnyView> {
    NEEDS_A_HAND.into_iter().filter_map(|condition| {
        let count = car
            .readings
            .iter()
            .filter_map(|reading| reading.trouble.as_ref())
            .filter(|trouble| trouble.condition == condition)
            .count();
        (count > 0).then(|| {
            let told = explanation(condition);
            let name = format!("{} ({}): ", told.name, counted(count, "value", "values"));
            view! { <li><strong>{name}</strong>{told.view(car, None)}</li> }.into_any()
        })
    })
}

/// The systems of the car that want attention.
fn alerts(car: &Car) -> impl Iterator<Item = AnyView> {
    car.readings.iter().filter_map(|reading| {
        let Value::Diagnostic {
            is_alert: Some(true),
            description,
            ..
        } = &reading.last_good.as_ref()?.value
        else {
            return None;
        };
        let label = catalogue::signal(&reading.code)
            .map_or_else(|| reading.code.clone(), |signal| signal.label.to_owned());
        let words = description
            .clone()
            .unwrap_or_else(|| "The car reports a fault.".to_owned());
        Some(view! { <li><strong>{format!("{label}: ")}</strong>{words}</li> }.into_any())
    })
}

fn tyres(car: &Car) -> Option<AnyView> {
    let Value::Tyres(tyres) = car.value("wheel-tires")? else {
        return None;
    };
    let doubtful = tyres.iter().filter(|tyre| tyre.is_implausible).count();
    (doubtful > 0).then(|| {
        let words = format!(
            "{} no tyre has. The unit may be wrong: look at the tyres themselves.",
            counted(doubtful, "pressure that", "pressures that")
        );
        view! { <li><strong>"Tyre pressure: "</strong>{words}</li> }.into_any()
    })
}
