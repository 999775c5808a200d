//! `GET /oauth/reauthenticate`: logging in again, without another decision (reference 1.5).

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use uuid::Uuid;

use super::authorize::problem_page;
use super::authorize_request::{
    AuthorizeProblem, AuthorizeRequest, Selection, check_application, choice, invalid, redirect_uri,
};
use super::ending::Ending;
use super::places::DEFAULT_COUNTRY;
use super::session::{ConnectSession, SignedInOwner};
use super::step::Step;
use crate::entropy::unguessable;
use crate::fleet::EmailAddress;
use crate::simulation::Simulation;
use crate::strict_query::StrictQuery;
use crate::world::{ExternalIdChange, World};

/// Begins a Connect session at its log-in, or shows why it cannot.
pub(super) async fn begin(
    State(simulation): State<Arc<Simulation>>,
    RawQuery(query): RawQuery,
) -> Response {
    let mut world = simulation.world();
    let request = match read(query.as_deref().unwrap_or_default(), &simulation, &world) {
        Ok(request) => request,
        Err(problem) => return problem_page(&problem),
    };
    let now = simulation.now(&world);
    let id = unguessable(simulation.entropy());
    let mut session = ConnectSession::new(id, request, now);
    session.country = Some(DEFAULT_COUNTRY.to_owned());
    let first_screen = Redirect::to(&session.path(Step::Login));
    world.sessions.store(session, now);
    first_screen.into_response()
}

fn read(
    query: &str,
    simulation: &Simulation,
    world: &World,
) -> Result<AuthorizeRequest, AuthorizeProblem> {
    let query = StrictQuery::parse(query.as_bytes())
        .map_err(|doubled| AuthorizeProblem::Repeated(doubled.0))?;
    check_application(&query, &simulation.settings().application_id)?;
    let kinds = [("vehicle_id", true), ("none", false)];
    let is_redirect_needed = choice(&query, "response_type", &kinds)?
        .ok_or(AuthorizeProblem::Missing("response_type"))?;
    let redirect_uri = redirect_uri(&query, is_redirect_needed, &world.redirect_uris)?;
    let vehicle_id = query
        .get("vehicle_id")
        .ok_or(AuthorizeProblem::Missing("vehicle_id"))?;
    let vehicle = Uuid::parse_str(vehicle_id)
        .ok()
        .and_then(|id| world.connected_vehicle(id))
        .ok_or_else(|| invalid("vehicle_id", vehicle_id))?;
    Ok(AuthorizeRequest {
        reauthenticates: Some(vehicle.id),
        returns_code: false,
        redirect_uri,
        permissions: Vec::new(),
        mode: vehicle.mode,
        state: query.get("state").map(str::to_owned),
        external_id: ExternalIdChange::of(query.get("external_id")),
        brand: Some(vehicle.details.brand),
        selection: Selection::Many,
        country: None,
    })
}

/// The owner of the vehicle, where it is this account that it stands in.
pub(super) fn find_owner(
    world: &World,
    vehicle_id: Uuid,
    email: &EmailAddress,
) -> Option<SignedInOwner> {
    let vehicle = world.vehicles.get(&vehicle_id)?;
    let user = world
        .users
        .get(&vehicle.owner)
        .filter(|user| user.email == *email)?;
    Some(SignedInOwner {
        user_id: user.id,
        email: email.clone(),
        vehicles: vec![vehicle_id],
        owes_code: email.local_part().contains("mfa"),
    })
}

/// Ends the session of an owner who has logged in: the maker knows the log-in again, and what was
/// granted stays.
pub(super) fn complete(
    world: &mut World,
    session: &mut ConnectSession,
    vehicle_id: Uuid,
) -> Response {
    let owner = session.owner.as_ref().map(|owner| owner.user_id);
    if let Some(user) = owner.and_then(|id| world.users.get_mut(&id)) {
        let quirks = world.quirks.of(Some(&user.email));
        user.change_external_id(&session.request.external_id, quirks);
        user.must_log_in_again = false;
    }
    session.finish(Ending::Reauthenticated {
        vehicle_id,
        external_id: session.request.external_id.echo().map(str::to_owned),
    })
}
