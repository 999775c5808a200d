//! Logging in at the brand, and what may come of it (reference 1.6).

use std::sync::Arc;

use axum::extract::{Path, RawForm, State};
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

use super::authorize_request::Selection;
use super::ending::{ConnectError, Ending};
use super::login_screen::screen;
use super::reauthenticate;
use super::session::{ConnectSession, SignedInOwner};
use super::sessions::at_step;
use super::step::Step;
use crate::fleet::{EmailAddress, SpecialAccount, is_mock, is_vin};
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;
use crate::world::{Mode, World};

pub(super) async fn log_in(
    State(simulation): State<Arc<Simulation>>,
    Path(id): Path<String>,
    RawForm(form): RawForm,
) -> Response {
    at_step(&simulation, &id, Step::Login, |world, session| {
        let form = StrictQuery::parse(&form).unwrap_or_default();
        let typed = form.get("email").unwrap_or_default();
        let complain = |session: &_, words| {
            screen(
                session,
                StatusCode::UNPROCESSABLE_ENTITY,
                typed,
                Some(words),
            )
        };
        let Some(email) = EmailAddress::parse(typed) else {
            return complain(session, "Enter your e-mail address.");
        };
        match form.get("password") {
            None | Some("") => return complain(session, "Enter your password."),
            Some("wrong") => {
                return complain(session, "The e-mail address or the password is wrong.");
            }
            Some(_) => {}
        }
        if let Some(vehicle_id) = session.request.reauthenticates {
            let Some(owner) = reauthenticate::find_owner(world, vehicle_id, &email) else {
                return complain(session, "This car stands in another account.");
            };
            let owes_code = owner.owes_code;
            session.owner = Some(owner);
            return if owes_code {
                session.go_to(Step::Code)
            } else {
                reauthenticate::complete(world, session, vehicle_id)
            };
        }
        match find_owner(&simulation, world, session, &email) {
            Ok(owner) => {
                let next = if owner.owes_code {
                    Step::Code
                } else {
                    Step::Grant
                };
                session.owner = Some(owner);
                session.go_to(next)
            }
            Err(error) => session.finish(Ending::Failed(error)),
        }
    })
}

fn find_owner(
    simulation: &Simulation,
    world: &mut World,
    session: &ConnectSession,
    email: &EmailAddress,
) -> Result<SignedInOwner, ConnectError> {
    let mode = session.request.mode;
    refuse_test_vin_in_live_mode(session, email)?;
    let brand = session
        .brand
        .ok_or_else(|| ConnectError::plain("server_error"))?;
    if world.special_account(email, mode) == Some(SpecialAccount::InvalidSubscription) {
        return Err(ConnectError::plain("invalid_subscription"));
    }
    let now = simulation.now(world);
    let found = world.log_in(email, brand, mode, now, simulation.entropy());
    let details = |id: &Uuid| world.vehicles.get(id).map(|vehicle| &vehicle.details);
    let selectable: Vec<Uuid> = found
        .vehicles
        .into_iter()
        .filter(|id| match &session.request.selection {
            Selection::Vin(vin) => details(id).is_some_and(|vehicle| vehicle.vin == *vin),
            Selection::Many | Selection::One => true,
        })
        .collect();
    let Some(first) = selectable.first().and_then(details) else {
        return Err(ConnectError::plain("no_vehicles"));
    };
    let offers_something = |id: &Uuid| {
        details(id).is_some_and(|vehicle| {
            let mut requested = session.request.permissions.iter();
            requested.any(|permission| vehicle.capability.offers(&permission.name))
        })
    };
    if !selectable.iter().any(offers_something) {
        return Err(ConnectError::incompatible(first));
    }
    Ok(SignedInOwner {
        user_id: found.user_id,
        email: email.clone(),
        vehicles: selectable.into_iter().filter(offers_something).collect(),
        owes_code: email.local_part().contains("mfa"),
    })
}

/// Reference 1.6: a mock VIN in live mode is an error of the application's configuration.
fn refuse_test_vin_in_live_mode(
    session: &ConnectSession,
    email: &EmailAddress,
) -> Result<(), ConnectError> {
    let typed_vin = email.local_part().to_uppercase();
    let wanted_vin = match &session.request.selection {
        Selection::Vin(vin) => Some(vin),
        Selection::Many | Selection::One => None,
    };
    let is_test_vin =
        wanted_vin.is_some_and(|vin| is_mock(vin)) || (is_vin(&typed_vin) && is_mock(&typed_vin));
    if session.request.mode == Mode::Live && is_test_vin {
        let words = "A test VIN cannot be used in live mode.";
        return Err(ConnectError::configuration("400", words));
    }
    Ok(())
}
