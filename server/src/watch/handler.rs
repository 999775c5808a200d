//! `POST /notices`: takes in one of the forms of the notices.

use app::{
    error::AppError,
    notice::model::Notice,
    routes,
    vehicle::model::VehicleId,
    watch::model::{Refused, RuleSetting},
};
use axum::{
    Form,
    body::Body,
    extract::{FromRequest, Request, State},
    http::{Method, StatusCode, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::provide_context;

use super::form::{self, Submission};
use crate::{garage::SessionGarage, pages, state::AppState};

/// The longest text that is shown again. Whoever types more sees that much of it.
const LONGEST_ECHO: usize = 40;

/// Takes in a form: 303 back to the page, or the page itself, which says what is wrong.
pub(super) async fn take(State(state): State<AppState>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let request = Request::from_parts(parts.clone(), body);
    let submission = match Form::from_request(request, &state).await {
        Ok(Form(submission)) => submission,
        Err(rejection) => {
            let status = match rejection.status() {
                StatusCode::PAYLOAD_TOO_LARGE => StatusCode::PAYLOAD_TOO_LARGE,
                _ => StatusCode::BAD_REQUEST,
            };
            return pages::plain(status, &state.stylesheet);
        }
    };
    let garage = pages::garage(&state, Some(&parts));
    match carry_out(&garage, submission).await {
        Ok(notice) => Redirect::to(&routes::with_notice(routes::NOTICES, notice)).into_response(),
        Err(refused) => answer(&state, parts, refused).await,
    }
}

async fn carry_out(garage: &SessionGarage, submission: Submission) -> Result<Notice, Refused> {
    match submission {
        Submission::Rules(rules) => {
            let (vehicle, mut typed) = rules.into_typed();
            let vehicle = VehicleId(vehicle);
            // To whom the car does not belong, a number is never the matter.
            garage.holds(&vehicle).await.map_err(Refused::Failed)?;
            match form::settings(&typed) {
                Ok(settings) => garage.watch(&vehicle, &settings).await,
                Err(mistakes) => {
                    for (_, number) in &mut typed.rules {
                        *number = number.chars().take(LONGEST_ECHO).collect();
                    }
                    return Err(Refused::Rules {
                        vehicle,
                        typed,
                        mistakes,
                    });
                }
            }
            .map_err(Refused::Failed)?;
            Ok(Notice::Saved)
        }
        Submission::All(all) => {
            let vehicle = VehicleId(all.vehicle);
            let rules = garage.rules_of(&vehicle).await.map_err(Refused::Failed)?;
            let rules = rules.map(|rule| RuleSetting {
                is_on: true,
                ..rule
            });
            garage
                .watch(&vehicle, &rules)
                .await
                .map_err(Refused::Failed)?;
            Ok(Notice::Saved)
        }
        Submission::PutAway(put_away) => match garage.put_away(&put_away.notice).await {
            Ok(()) => Ok(Notice::PutAway),
            Err(error) => Err(Refused::Failed(error)),
        },
    }
}

/// The page of the notices as an answer to a form that was refused. Whoever is signed out is led home
/// by it.
async fn answer(state: &AppState, mut parts: Parts, refused: Refused) -> Response {
    if refused == Refused::Failed(AppError::SignedOut) {
        let home = routes::with_notice(routes::HOME, Notice::SessionEnded);
        return Redirect::to(&home).into_response();
    }
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
