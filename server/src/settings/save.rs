//! `POST /settings`: takes in one of the forms of the settings.

use app::{
    notice::model::Notice,
    routes,
    settings::{given_name::GivenName, model::Refused},
    vehicle::model::VehicleId,
};
use axum::{
    Form,
    body::Body,
    extract::{FromRequest, Request, State},
    http::{HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::provide_context;

use super::{
    cookie,
    form::{Naming, Submission},
};
use crate::{pages, state::AppState};

/// Takes in a form: 303 back to the page, or the page itself, which says what is wrong.
pub(super) async fn save(State(state): State<AppState>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let request = Request::from_parts(parts.clone(), body);
    match Form::from_request(request, &state).await {
        Ok(Form(Submission::Display(display))) => {
            let cookie = cookie::keeping(display.into(), state.config.secure_cookies());
            match HeaderValue::from_str(&cookie) {
                Ok(cookie) => ([(header::SET_COOKIE, cookie)], saved()).into_response(),
                Err(error) => pages::internal_error(&state, &error),
            }
        }
        Ok(Form(Submission::Name(naming))) => match name_car(&state, &parts, naming).await {
            Ok(()) => saved().into_response(),
            Err(refused) => answer(&state, parts, refused).await,
        },
        Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            pages::plain(StatusCode::PAYLOAD_TOO_LARGE, &state.stylesheet)
        }
        Err(_) => pages::plain(StatusCode::BAD_REQUEST, &state.stylesheet),
    }
}

fn saved() -> Redirect {
    Redirect::to(&routes::with_notice(routes::SETTINGS, Notice::Saved))
}

/// Names a car of the session. The car is looked up first: to whom it does not belong, a name is
/// never the matter.
async fn name_car(state: &AppState, parts: &Parts, naming: Naming) -> Result<(), Refused> {
    let garage = pages::garage(state, Some(parts));
    let vehicle = VehicleId(naming.vehicle);
    garage.holds(&vehicle).await.map_err(Refused::Failed)?;
    let name = GivenName::parse(&naming.name).map_err(|problem| Refused::Name {
        vehicle: vehicle.clone(),
        typed: naming.name,
        problem,
    })?;
    garage
        .name(&vehicle, name.as_ref())
        .await
        .map_err(Refused::Failed)
}

/// The page of the settings as an answer to a form that was refused.
async fn answer(state: &AppState, mut parts: Parts, refused: Refused) -> Response {
    let status = StatusCode::from_u16(refused.status());
    // To Leptos it is the page as it would be read, with the refusal beside it.
    parts.method = Method::GET;
    let page = Request::from_parts(parts, Body::empty());
    let mut response =
        pages::render_with(state, page, move || provide_context(refused.clone())).await;
    if let (Ok(status), StatusCode::OK) = (status, response.status()) {
        *response.status_mut() = status;
    }
    response
}
