//! What an owner takes along: everything about a car, and everything that was asked of it, as CSV
//! and as JSON.
//!
//! A file is written as it is sent, a page of rows at a time, whatever there is of them. One that
//! cannot be written to its end is broken off, so that nobody takes it for whole.

mod cell;
mod commands;
mod download;
mod history;
mod stream;
mod vehicle;

use app::{error::AppError, routes, vehicle::model::VehicleId};
use axum::{
    Router,
    extract::{Path, Request, State},
    response::Response,
    routing::get,
};
use time::{
    OffsetDateTime, UtcOffset, format_description::BorrowedFormatItem, macros::format_description,
};
use tower_sessions::Session;

use super::SessionGarage;
use crate::{pages, state::AppState, storage::GarageVehicle};
use download::{Content, Format};
use stream::Broken;

/// The routes of the files.
pub(crate) fn router() -> Router<AppState> {
    let answer = |content, format| {
        get(
            move |State(state): State<AppState>,
                  Path(id): Path<String>,
                  session: Session,
                  request: Request| async move {
                let kind = (content, format);
                download(state, VehicleId(id), session, request, kind).await
            },
        )
    };
    Router::new()
        .route(routes::EXPORT_CSV, answer(Content::Vehicle, Format::Csv))
        .route(routes::EXPORT_JSON, answer(Content::Vehicle, Format::Json))
        .route(routes::COMMANDS_CSV, answer(Content::Commands, Format::Csv))
        .route(
            routes::COMMANDS_JSON,
            answer(Content::Commands, Format::Json),
        )
}

/// The file; for a vehicle that is not among the session's own the page of that vehicle, which says
/// what is the matter.
async fn download(
    state: AppState,
    id: VehicleId,
    session: Session,
    mut request: Request,
    (content, format): (Content, Format),
) -> Response {
    let garage = SessionGarage::new(
        state.clone(),
        Some(session),
        app::vehicle::units::Units::METRIC,
    );
    let vehicle = match garage.own(&id).await {
        Ok(row) => row.clone(),
        // It was logged.
        Err(AppError::Internal) => {
            return pages::plain(
                axum::http::StatusCode::INTERNAL_SERVER_ERROR,
                &state.stylesheet,
            );
        }
        Err(_) => {
            return match routes::vehicle(&id).parse() {
                Ok(address) => {
                    *request.uri_mut() = address;
                    pages::render(&state, request).await
                }
                Err(error) => pages::internal_error(&state, &error),
            };
        }
    };
    let now = state.clock.now();
    let head = download::head(&vehicle, content, format, now);
    let export = Export {
        state,
        vehicle,
        now,
    };
    let body = stream::body(move |chunks| async move {
        match (content, format) {
            (Content::Vehicle, Format::Csv) => vehicle::csv(export, chunks).await,
            (Content::Vehicle, Format::Json) => vehicle::json(export, chunks).await,
            (Content::Commands, Format::Csv) => commands::csv(export, chunks).await,
            (Content::Commands, Format::Json) => commands::json(export, chunks).await,
        }
    });
    axum::response::IntoResponse::into_response((head, body))
}

/// What a file is made of.
struct Export {
    state: AppState,
    vehicle: GarageVehicle,
    now: OffsetDateTime,
}

/// An instant as RFC 3339 has it, in UTC. All are as long: their order is that of their texts.
fn instant(instant: OffsetDateTime) -> Result<String, Broken> {
    const FORMAT: &[BorrowedFormatItem<'_>] =
        format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z");
    Ok(instant.to_offset(UtcOffset::UTC).format(FORMAT)?)
}

fn instant_if(instant: Option<OffsetDateTime>) -> Result<Option<String>, Broken> {
    instant.map(self::instant).transpose()
}
