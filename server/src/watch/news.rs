//! `GET /notices/new?since={instant}`: what a browser shows as notifications. It is asked when an event
//! says that something has changed, so that no event has to say what.

use app::{error::AppError, ports::Garage, watch::sentence::sentence};
use axum::{
    Json,
    extract::{RawQuery, State},
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use time::{Duration, OffsetDateTime};

use crate::{pages, state::AppState};

/// How much further back than asked for is looked: of two notices at once, the later may be stored
/// first. The browser knows which it has shown.
const OVERLAP: Duration = Duration::minutes(1);
/// How many notices are told at once.
const TOLD: usize = 20;

#[derive(Serialize)]
struct News {
    /// From when on to ask next time, in milliseconds since 1970.
    now: i64,
    notices: Vec<Told>,
}

#[derive(Serialize)]
struct Told {
    id: String,
    /// Which car.
    title: String,
    /// What is so.
    text: String,
}

/// What was noticed since that instant, in milliseconds since 1970, is so and was not put away; without
/// a readable instant nothing, only from when on to ask. 401 when signed out.
pub(super) async fn tell(
    State(state): State<AppState>,
    RawQuery(query): RawQuery,
    parts: Parts,
) -> Response {
    let garage = pages::garage(&state, Some(&parts));
    let view = match garage.notices().await {
        Ok(view) => view,
        Err(error) => {
            let status = match error {
                AppError::SignedOut => StatusCode::UNAUTHORIZED,
                _ => StatusCode::SERVICE_UNAVAILABLE,
            };
            return status.into_response();
        }
    };
    let since = since(query.as_deref());
    let notices = view
        .open
        .iter()
        .filter(|notice| since.is_some_and(|since| notice.noticed_at > since - OVERLAP))
        .take(TOLD)
        .map(|notice| Told {
            id: notice.id.clone(),
            title: notice.vehicle.name(),
            text: sentence(notice, view.pressure, view.now),
        })
        .collect();
    let now = milliseconds(view.now);
    Json(News { now, notices }).into_response()
}

fn milliseconds(instant: OffsetDateTime) -> i64 {
    i64::try_from(instant.unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX)
}

/// Doubled it is none: no page of ours sends two.
fn since(query: Option<&str>) -> Option<OffsetDateTime> {
    let mut values = query?
        .split('&')
        .filter_map(|pair| pair.strip_prefix("since="));
    let (Some(value), None) = (values.next(), values.next()) else {
        return None;
    };
    let milliseconds: i64 = value.parse().ok().filter(|value| *value >= 0)?;
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(milliseconds) * 1_000_000).ok()
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn an_instant_is_read_and_nothing_else_is_one() {
        let second = datetime!(1970-01-01 0:00:01 UTC);
        assert_eq!(since(Some("since=1000")), Some(second));
        assert_eq!(since(Some("a=b&since=1000&c")), Some(second));
        assert_eq!(milliseconds(second), 1000);
        for query in [
            None,
            Some(""),
            Some("since="),
            Some("since=-1000"),
            Some("since=1e3"),
            Some("since=1000&since=1000"),
            Some("since=999999999999999999"),
            Some("since=99999999999999999999999"),
            Some("since=%31"),
            Some("Since=1000"),
        ] {
            assert_eq!(since(query), None, "{query:?}");
        }
    }
}
