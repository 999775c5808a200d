//! A vehicle's limits.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::response::Response;
use maud::{Markup, html};
use uuid::Uuid;

use super::form::{back_to, refused};
use super::vehicle::path_of;
use crate::limit::{Monthly, Throttle};
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;
use crate::world::Vehicle;

pub(super) fn section(vehicle: &Vehicle, usual: Option<u32>, used: u32) -> Markup {
    let allowed = vehicle.limits.monthly.map(|monthly| monthly.allowed);
    let throttle = vehicle.limits.throttle;
    html! {
        form.panel method="post" action={ (path_of(vehicle.id)) "/limits" } {
            h2 { "Limits" }
            p {
                @match usual {
                    Some(usual) => { "Without a number here, " (usual) " requests a month." },
                    None => "Without a number here, as many requests as anybody likes.",
                }
            }
            div.fields {
                (field("allowed", "Requests a month", allowed.map(u64::from)))
                (field("used", "Used this month", Some(u64::from(used))))
                (field("requests", "Throttle: requests", throttle.map(|throttle| throttle.requests as u64)))
                (field("perSeconds", "Throttle: seconds", throttle.map(|throttle| u64::from(throttle.per_seconds))))
            }
            div.actions { button { "Set the limits" } }
        }
    }
}

fn field(name: &str, words: &str, value: Option<u64>) -> Markup {
    html! {
        div {
            label for=(name) { (words) }
            input id=(name) type="number" name=(name) min="0" max="1000000" value=[value];
        }
    }
}

pub(super) async fn set(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    RawForm(form): RawForm,
) -> Response {
    let form = StrictQuery::parse(&form).unwrap_or_default();
    let path = path_of(id);
    let number = |name: &str| -> Result<Option<u32>, ()> {
        match form.get(name) {
            None | Some("") => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_| ()),
        }
    };
    let (Ok(allowed), Ok(used), Ok(requests), Ok(per_seconds)) = (
        number("allowed"),
        number("used"),
        number("requests"),
        number("perSeconds"),
    ) else {
        return refused("A limit must be a number.", &path);
    };
    if requests.is_some() && per_seconds.unwrap_or(0) == 0 {
        return refused("A throttle needs requests and seconds.", &path);
    }
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let Some(vehicle) = world.vehicles.get_mut(&id) else {
        return refused("There is no such vehicle any more.", "/inspector/vehicles");
    };
    vehicle.limits.monthly = allowed.map(|allowed| Monthly {
        allowed,
        used: None,
    });
    vehicle.limits.set_used(used.unwrap_or_default(), now);
    let throttle = requests
        .zip(per_seconds)
        .map(|(requests, per_seconds)| Throttle {
            requests: usize::try_from(requests).unwrap_or(usize::MAX),
            per_seconds,
        });
    vehicle.limits.set_throttle(throttle);
    back_to(&path)
}
