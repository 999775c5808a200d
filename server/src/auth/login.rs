//! `GET /login`: writes a log-in attempt and sends the owner to Connect.

use app::routes;
use axum::{
    Extension,
    extract::{RawQuery, Request, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use smartcar::connect::{AuthorizeUrl, ResponseType};
use tower_sessions::Session;

use super::{
    attempt::{self, Plan},
    canonical_address::canonical_address,
    own_vehicle::own_vehicle,
    scope,
    wish::Wish,
};
use crate::{pages, state::AppState, storage::StoredVehicle};

/// Begins a log-in attempt: 303 to Connect, or the page for an address that makes no sense. An
/// address that asks for more of a vehicle which is not the session's own leads to the page of that
/// vehicle, which says so.
pub async fn login(
    State(state): State<AppState>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    Extension(session): Extension<Session>,
    jar: CookieJar,
    request: Request,
) -> Response {
    let Some(wish) = Wish::parse(query.as_deref().unwrap_or_default()) else {
        tracing::info!("an address of /login that makes no sense was refused");
        return pages::render(&state, request).await;
    };
    if let Some(elsewhere) = canonical_address(&state.config.public_url, &headers, request.uri()) {
        return Redirect::temporary(elsewhere.as_str()).into_response();
    }
    let (address, return_to) = match wish {
        Wish::Cars { return_to } => (connect(&state), return_to),
        Wish::More {
            vehicle,
            permissions,
        } => match own_vehicle(&state, &session, &vehicle).await {
            Ok(own) => (
                connect_again(&state, &own, &permissions),
                routes::vehicle(&vehicle),
            ),
            Err(answer) => return *answer,
        },
    };
    let plan = Plan {
        reauthenticates: None,
        return_to,
    };
    attempt::begin(&state, jar, plan, |attempt_state, external_id| {
        address
            .state(attempt_state)
            .external_id(external_id)
            .build(&state.config.smartcar.origins)
    })
    .await
}

/// Connect, for whatever cars the owner has.
fn connect(state: &AppState) -> AuthorizeUrl {
    let smartcar = &state.config.smartcar;
    let address = AuthorizeUrl::new(&smartcar.credentials.application_id)
        // Version 3 has no use for an authorization code.
        .response_type(ResponseType::None)
        .redirect_uri(smartcar.redirect_uri.as_str())
        .mode(smartcar.mode.clone());
    match &smartcar.scope {
        Some(scope) => address.scope(scope.clone()),
        None => address,
    }
}

/// Connect, for more of one vehicle. Only one can be chosen there: what it has been granted says
/// nothing of the owner's other cars, which would be given the same.
fn connect_again(
    state: &AppState,
    vehicle: &StoredVehicle,
    wanted: &[&'static str],
) -> AuthorizeUrl {
    let at_first = state.config.smartcar.scope.as_ref();
    let address = connect(state)
        .scope(scope::wider(vehicle, wanted, at_first))
        .single_select(true);
    match vehicle
        .description
        .make
        .as_deref()
        .filter(|make| is_brand(make))
    {
        Some(make) => address.make(make),
        None => address,
    }
}

/// Whether a make is spelt as Connect spells brands, so that the choice of one can be skipped; with
/// any other the owner chooses.
fn is_brand(make: &str) -> bool {
    !make.is_empty()
        && make
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brand_is_spelt_in_capitals() {
        for make in ["TESLA", "LAND_ROVER", "BMW"] {
            assert!(is_brand(make), "{make}");
        }
        for make in ["", "Tesla", "LAND ROVER", "CITROËN", "A&b=c", "TESLA\n"] {
            assert!(!is_brand(make), "{make:?}");
        }
    }
}
