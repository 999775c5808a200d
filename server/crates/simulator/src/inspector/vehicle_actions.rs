//! What can be done to a vehicle with one button.

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::response::Response;
use maud::{Markup, html};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::form::{back_to, refused};
use super::vehicle::path_of;
use super::vehicle_commands;
use crate::car::{CarChange, Charge, Drive, Profile};
use crate::signal::StoreState;
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;
use crate::world::Vehicle;

const ACTIONS: [(&str, &str); 9] = [
    ("drive", "Drive for 30 minutes"),
    ("charge", "Charge"),
    ("park", "Stop"),
    ("plugIn", "Plug in"),
    ("unplug", "Unplug"),
    ("openDoor", "Open a door"),
    ("closeDoors", "Close the doors"),
    ("lock", "Lock"),
    ("unlock", "Unlock"),
];
const STORES: [(&str, &str); 3] = [
    ("filled", "Fill the store"),
    ("empty", "Empty the store"),
    ("partlyFailing", "Let a part of the store fail"),
];
const LOG_IN_AGAIN: &str = "logInAgain";
const LOGGED_IN: &str = "loggedIn";

pub(super) fn section(vehicle: &Vehicle, must_log_in_again: bool) -> Markup {
    let (login, words) = if must_log_in_again {
        (LOGGED_IN, "Accept the owner's log-in again")
    } else {
        (LOG_IN_AGAIN, "Make the owner log in again")
    };
    html! {
        form.panel method="post" action={ (path_of(vehicle.id)) "/act" } {
            h2 { "The car" }
            div.actions {
                @for (action, words) in ACTIONS { (button(action, words)) }
            }
            h2 { "What Smartcar knows of it" }
            div.actions {
                @for (action, words) in STORES { (button(action, words)) }
                (button(login, words))
            }
        }
    }
}

pub(super) fn button(action: &str, words: &str) -> Markup {
    html! { button name="action" value=(action) { (words) } }
}

pub(super) async fn act(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<Uuid>,
    RawForm(form): RawForm,
) -> Response {
    let form = StrictQuery::parse(&form).unwrap_or_default();
    let action = form.get("action").unwrap_or_default();
    let path = path_of(id);
    let mut world = simulation.world();
    let now = simulation.now(&world);
    let Some(vehicle) = world.vehicles.get_mut(&id) else {
        return refused("There is no such vehicle any more.", "/inspector/vehicles");
    };
    vehicle.settle(now);
    if matches!(action, LOG_IN_AGAIN | LOGGED_IN) {
        let owner = vehicle.owner;
        if let Some(user) = world.users.get_mut(&owner) {
            user.must_log_in_again = action == LOG_IN_AGAIN;
        }
        return back_to(&path);
    }
    let store = StoreState::ALL
        .into_iter()
        .find(|(_, name)| *name == action);
    if let Some((state, _)) = store {
        vehicle.store.state = state;
        return back_to(&path);
    }
    if vehicle_commands::plan(vehicle, action) {
        return back_to(&path);
    }
    match change(vehicle, action, now) {
        Ok(()) => back_to(&path),
        Err(words) => refused(&words, &path),
    }
}

fn change(vehicle: &mut Vehicle, action: &str, now: OffsetDateTime) -> Result<(), String> {
    let profile = match action {
        "drive" => Some(Profile::Drive(Drive::default())),
        "charge" => Some(Profile::Charge(Charge::default())),
        "park" => Some(Profile::Park),
        _ => None,
    };
    if let Some(profile) = profile {
        let followed = vehicle.car.follow(profile, Duration::ZERO);
        vehicle.settle(now);
        return followed.map_err(|problem| problem.to_string());
    }
    let mut wanted = CarChange::default();
    match action {
        "plugIn" if vehicle.car.energy.capacity > 0.0 => wanted.plugged_in = Some(true),
        "unplug" => wanted.plugged_in = Some(false),
        "lock" => wanted.locked = Some(true),
        "unlock" => wanted.locked = Some(false),
        "openDoor" | "closeDoors" => {
            let is_open = action == "openDoor";
            vehicle.change_car(now, |car| {
                if is_open {
                    car.closures.set_open(0, 0, true);
                } else {
                    car.closures.close_all();
                }
                car.last_change = car.now;
            });
            return Ok(());
        }
        "plugIn" => return Err("The car has no battery to charge.".to_owned()),
        _ => return Err("Press one of the buttons.".to_owned()),
    }
    vehicle.change_car(now, |car| car.change(&wanted));
    Ok(())
}
