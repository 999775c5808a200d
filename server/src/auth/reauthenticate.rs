//! `GET /reauthenticate`: writes an attempt and sends the owner to log in at the car's maker again
//! (reference 1.5).

use app::{routes, vehicle::model::VehicleId};
use axum::{
    Extension,
    extract::{RawQuery, Request, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use smartcar::connect::ReauthenticateUrl;
use tower_sessions::Session;

use super::{
    attempt::{self, Plan},
    canonical_address::canonical_address,
    own_vehicle::own_vehicle,
    query::{Query, is_identifier},
};
use crate::{pages, state::AppState};

/// The one parameter of `/reauthenticate`: a vehicle of the session.
const VEHICLE: &str = "vehicle";

/// Begins a re-authentication: 303 to Connect, or the page for an address that makes no sense. A
/// vehicle that is not the session's own leads to its page, which says so.
pub async fn reauthenticate(
    State(state): State<AppState>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    Extension(session): Extension<Session>,
    jar: CookieJar,
    request: Request,
) -> Response {
    let Some(vehicle) = vehicle(query.as_deref().unwrap_or_default()) else {
        tracing::info!("an address of /reauthenticate that makes no sense was refused");
        return pages::render(&state, request).await;
    };
    if let Some(elsewhere) = canonical_address(&state.config.public_url, &headers, request.uri()) {
        return Redirect::temporary(elsewhere.as_str()).into_response();
    }
    let own = match own_vehicle(&state, &session, &vehicle).await {
        Ok(own) => own.vehicle,
        Err(answer) => return *answer,
    };
    let plan = Plan {
        reauthenticates: Some(own.clone()),
        return_to: routes::vehicle(&vehicle),
    };
    let smartcar = &state.config.smartcar;
    attempt::begin(&state, jar, plan, |attempt_state, external_id| {
        ReauthenticateUrl::new(&smartcar.credentials.application_id, &own)
            .redirect_uri(smartcar.redirect_uri.as_str())
            .state(attempt_state)
            .external_id(external_id)
            .build(&smartcar.origins)
    })
    .await
}

fn vehicle(query: &str) -> Option<VehicleId> {
    let query = Query::parse(query, &[VEHICLE]).ok()?;
    let vehicle = query.get(VEHICLE).filter(|id| is_identifier(id))?;
    Some(VehicleId(vehicle.to_owned()))
}
