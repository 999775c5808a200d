//! The answer to a delivery.

use axum::{
    Json,
    body::Bytes,
    extract::{State, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::json;
use smartcar::webhooks::{Challenge, Event, EventKind, ManagementTokens, SIGNATURE_HEADER};

use super::inbox;
use crate::{
    security::event::{SecurityEvent, report},
    state::AppState,
    storage::{Delivery, Digest},
};

/// The longest event id that is taken as it is. Smartcar's are UUIDs.
const LONGEST_EVENT_ID: usize = 128;

/// `POST /webhooks/smartcar`: 2xx once the event is kept for good, or was before; 401 without a valid
/// signature, save for a challenge.
pub(super) async fn receive(
    State(state): State<AppState>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let Some(tokens) = &state.config.smartcar.management_tokens else {
        tracing::warn!("a webhook came, but SMARTCAR_MANAGEMENT_TOKEN is not set");
        return refused(
            StatusCode::SERVICE_UNAVAILABLE,
            "Webhooks are not set up here: set SMARTCAR_MANAGEMENT_TOKEN.",
        );
    };
    let body = match body {
        Ok(body) => body,
        Err(rejection) => return refused(rejection.status(), "The body cannot be read."),
    };
    let mut signatures = headers.get_all(SIGNATURE_HEADER).iter();
    let is_signed = signatures
        .next()
        .is_some_and(|signature| tokens.verify(&body, signature.as_bytes()))
        && signatures.next().is_none();
    match (Challenge::read(&body), is_signed) {
        (Some(challenge), true) => answer(tokens, &challenge),
        (Some(challenge), false) => challenged(&state, tokens, &challenge),
        (None, true) => signed(&state, &body).await,
        (None, false) => forged(&state),
    }
}

/// Anybody may send a challenge.
fn challenged(state: &AppState, tokens: &ManagementTokens, challenge: &Challenge) -> Response {
    if !state.inbox.takes_challenge(state.clock.now()) {
        return too_many();
    }
    tracing::info!("a webhook was verified");
    answer(tokens, challenge)
}

/// What nobody has signed, and is no challenge.
fn forged(state: &AppState) -> Response {
    if !state.inbox.takes_forgery(state.clock.now()) {
        return too_many();
    }
    report(SecurityEvent::UnsignedWebhook);
    refused(
        StatusCode::UNAUTHORIZED,
        "The SC-Signature header is not that of this body.",
    )
}

fn too_many() -> Response {
    let why = "Too many deliveries without a valid signature.";
    let answer = refused(StatusCode::TOO_MANY_REQUESTS, why);
    ([(header::RETRY_AFTER, "60")], answer).into_response()
}

async fn signed(state: &AppState, body: &[u8]) -> Response {
    let (event, body) = match read(body) {
        Ok(event) => event,
        Err(why) => {
            tracing::warn!(%why, "a signed webhook cannot be read");
            return refused(StatusCode::BAD_REQUEST, "The body is no event.");
        }
    };
    if event.kind == EventKind::Verify {
        return refused(StatusCode::BAD_REQUEST, "That is no challenge.");
    }
    if event.is_test() {
        tracing::info!("a sample of Smartcar's dashboard came");
        return StatusCode::OK.into_response();
    }
    let delivery = Delivery {
        event_id: event_id(&event, &body),
        body,
        received_at: state.clock.now(),
    };
    if inbox::keep(state, delivery).await {
        drop(state.unattended.spawn(inbox::work(state.clone())));
        StatusCode::OK.into_response()
    } else {
        // Smartcar delivers it again.
        refused(StatusCode::SERVICE_UNAVAILABLE, "Try again.")
    }
}

/// The event, and its body as text.
fn read(body: &[u8]) -> Result<(Event, String), String> {
    let text = std::str::from_utf8(body).map_err(|_| "it is not UTF-8".to_owned())?;
    let event = Event::decode(body).map_err(|error| error.to_string())?;
    Ok((event, text.to_owned()))
}

/// The id of the event; of one without a usable id, that of its body.
fn event_id(event: &Event, body: &str) -> String {
    let id = event.id.as_ref().map(smartcar::webhooks::EventId::as_str);
    let is_plain = |id: &&str| {
        id.len() <= LONGEST_EVENT_ID
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    id.filter(is_plain).map_or_else(
        || URL_SAFE_NO_PAD.encode(Digest::of(body).as_bytes()),
        str::to_owned,
    )
}

fn answer(tokens: &ManagementTokens, challenge: &Challenge) -> Response {
    Json(json!({ "challenge": tokens.answer(challenge) })).into_response()
}

/// In plain words for whoever looks at the deliveries in Smartcar's dashboard.
fn refused(status: StatusCode, why: &'static str) -> Response {
    (status, Json(json!({ "error": why }))).into_response()
}
