//! Telling open pages that there is something newer (server-sent events, HTML standard 9.2).
//!
//! An event says that something has changed, never what: the page then reads itself anew, as whoever
//! is signed in. Its id is the mark of what there is to see ([`crate::storage::Revision`]), so that a
//! page that was away is told at once when it has missed something, and not otherwise.

mod stream;

use axum::{
    Router,
    extract::{RawQuery, State},
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use tower_sessions::{Session, session::Id};

use crate::{
    auth::SessionState,
    state::AppState,
    storage::{GarageId, Topic},
    telemetry,
};

/// How many pages of one session may listen at once. Hidden tabs do not.
const LISTENERS_OF_A_SESSION: usize = 32;
const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");
/// Asks nginx to pass an event on at once.
const ACCEL_BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");

/// The route of the events.
pub(crate) fn router() -> Router<AppState> {
    Router::new().route(app::routes::EVENTS, get(listen))
}

/// `GET /events?since={mark}`: an event for each change since then; 401 when signed out, 429 when too
/// many listen already. A mark that nobody knows is one of long ago.
async fn listen(
    State(state): State<AppState>,
    session: Session,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Response {
    let (id, garage) = match garage(&state, &session).await {
        Ok(Some(garage)) => garage,
        Ok(None) => return StatusCode::UNAUTHORIZED.into_response(),
        Err(response) => return response,
    };
    let topic = Topic::garage(&garage);
    if state.store.changes().listeners(&topic) >= LISTENERS_OF_A_SESSION {
        return (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "60")]).into_response();
    }
    let known = last_event_id(&headers).or_else(|| since(query.as_deref()));
    let events = stream::events(&state, id, garage, known);
    ([(ACCEL_BUFFERING, "no")], events).into_response()
}

/// The id of the session, and its garage, as long as that holds somebody.
async fn garage(state: &AppState, session: &Session) -> Result<Option<(Id, GarageId)>, Response> {
    let unavailable = |error: &(dyn std::error::Error + 'static)| {
        telemetry::log_internal(error);
        StatusCode::SERVICE_UNAVAILABLE.into_response()
    };
    let opened = SessionState::of(session, state.clock.as_ref())
        .await
        .map_err(|error| unavailable(&error))?;
    let Some(SessionState { garage, .. }) = opened else {
        return Ok(None);
    };
    let revision = state
        .store
        .revision(&garage)
        .await
        .map_err(|error| unavailable(&error))?;
    Ok(session.id().zip(revision.map(|_| garage)))
}

/// What the browser says that it has heard last, once its connection was lost.
fn last_event_id(headers: &HeaderMap) -> Option<String> {
    let id = headers.get(LAST_EVENT_ID)?.to_str().ok()?;
    (!id.is_empty()).then(|| id.to_owned())
}

/// What the page was made of.
fn since(query: Option<&str>) -> Option<String> {
    query?
        .split('&')
        .find_map(|pair| pair.strip_prefix("since="))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn the_mark_is_found_among_whatever_a_query_holds() {
        assert_eq!(since(None), None);
        assert_eq!(since(Some("")), None);
        assert_eq!(since(Some("a=b")), None);
        assert_eq!(since(Some("a=b&since=mark")).as_deref(), Some("mark"));
        assert_eq!(since(Some("since=one&since=two")).as_deref(), Some("one"));
        assert_eq!(since(Some("since=%00%ff")).as_deref(), Some("%00%ff"));
    }

    #[test]
    fn an_id_that_is_empty_or_no_text_is_none() {
        let id = |value: &'static [u8]| {
            let value = HeaderValue::from_bytes(value).expect("a header may hold it");
            last_event_id(&HeaderMap::from_iter([(LAST_EVENT_ID, value)]))
        };
        assert_eq!(id(b""), None);
        assert_eq!(id(b"\xff\xfe"), None);
        assert_eq!(id(b"mark").as_deref(), Some("mark"));
        assert_eq!(last_event_id(&HeaderMap::new()), None);
    }
}
