//! `POST /vehicle/{id}`: the forms of a car's page. What is wrong with a form is said on the same
//! page, with the form as it was filled in.

use app::{
    error::AppError,
    notice::model::Notice,
    routes,
    vehicle::{
        command::form::{Mistake, RejectedForm},
        model::VehicleId,
    },
};
use axum::{
    body::Body,
    extract::{FromRequest, Path, RawForm, Request, State},
    http::{Method, StatusCode, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use leptos::prelude::provide_context;
use smartcar::commands::Command;

use super::{form::Form, form_key, press::press, views};
use crate::{garage::internal, pages, state::AppState, storage::StoredVehicle};

/// Asks something of a vehicle of this session: 303 to its page, where it shows what becomes of it.
pub(crate) async fn ask(
    State(state): State<AppState>,
    path: Path<String>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let page = parts.clone();
    let garage = pages::garage(&state, Some(&parts));
    let id = VehicleId(path.0);
    let vehicle = match garage.own(&id).await {
        Ok(row) => &row.vehicle,
        Err(AppError::SignedOut) => {
            let home = routes::with_notice(routes::HOME, Notice::SessionEnded);
            return Redirect::to(&home).into_response();
        }
        // The page says so itself, with its own status.
        Err(_) => return shown(&state, page, None).await,
    };
    let form = match RawForm::from_request(Request::from_parts(parts, body), &()).await {
        Ok(RawForm(body)) => Form::read(&body),
        Err(_) => Err(Mistake::Malformed),
    };
    let outcome = match &form {
        Ok(form) => pressed(&state, vehicle, form).await,
        Err(mistake) => Ok(Err(mistake.clone())),
    };
    match outcome {
        Ok(Ok(())) => Redirect::to(&routes::vehicle(&id)).into_response(),
        Ok(Err(mistake)) => {
            tracing::info!(
                status = mistake.status(),
                "a form for a car was not carried out"
            );
            let rejected = RejectedForm {
                command: form.as_ref().ok().and_then(Form::name),
                mistake,
                values: form.map(Form::into_values).unwrap_or_default(),
            };
            shown(&state, page, Some(rejected)).await
        }
        Err(AppError::VehicleNotFound) => shown(&state, page, None).await,
        Err(_) => pages::plain(StatusCode::INTERNAL_SERVER_ERROR, &state.stylesheet),
    }
}

async fn pressed(
    state: &AppState,
    vehicle: &StoredVehicle,
    form: &Form,
) -> Result<Result<(), Mistake>, AppError> {
    match checked(state, vehicle, form).await? {
        Ok(command) => press(state, vehicle, command, form.key()).await,
        Err(mistake) => Ok(Err(mistake)),
    }
}

/// What the form asks for, if this car may be asked for it.
async fn checked(
    state: &AppState,
    vehicle: &StoredVehicle,
    form: &Form,
) -> Result<Result<Command, Mistake>, AppError> {
    let command = form_key::check(form.key(), state.clock.now()).and_then(|()| form.command());
    let is_allowed = form.name().is_none_or(|name| {
        vehicle
            .permissions
            .iter()
            .any(|granted| granted == name.permission())
    });
    Ok(match command {
        Ok(_) if !is_allowed => Err(Mistake::NotAllowed),
        Ok(Command::DeleteChargeSchedule(id)) => {
            let known = views::schedule_ids(state, vehicle)
                .await
                .map_err(|error| internal(&error))?;
            if known.iter().any(|known| known == id.as_str()) {
                Ok(Command::DeleteChargeSchedule(id))
            } else {
                Err(Mistake::ScheduleGone)
            }
        }
        other => other,
    })
}

/// The page of the car as the answer to a form.
async fn shown(state: &AppState, mut page: Parts, rejected: Option<RejectedForm>) -> Response {
    page.method = Method::GET;
    let request = Request::from_parts(page, Body::empty());
    pages::render_with(state, request, move || {
        if let Some(rejected) = &rejected {
            provide_context(rejected.clone());
        }
    })
    .await
}
