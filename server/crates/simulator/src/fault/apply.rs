//! Applying faults to requests.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Extension, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse as _, Response};
use futures::{StreamExt as _, stream};
use serde_json::Value;

use super::distortion::{with_wrong_types, without_needed_fields};
use super::{DroppedConnection, FaultKind, SeverableConnection, StatusFault};
use crate::iam::TokenError;
use crate::simulation::Simulation;
use crate::traffic::{ApiRoute, Observed};

/// Makes a request wait, and spoils its answer, as the faults that are switched on demand.
pub(crate) async fn apply_faults(
    State(simulation): State<Arc<Simulation>>,
    Extension(observed): Extension<Observed>,
    request: Request,
    next: Next,
) -> Response {
    let faults = simulation.world().faults.take(&observed);
    let mut spoiling = None;
    for (kind, gate) in faults {
        let wait = async {
            match kind {
                FaultKind::Hold => gate.pass().await,
                FaultKind::DelayMilliseconds(delay) => {
                    tokio::time::sleep(Duration::from_millis(delay)).await;
                }
                other => spoiling = Some(other),
            }
        };
        tokio::select! {
            () = wait => {}
            () = simulation.stopping().cancelled() => {}
        }
    }
    match spoiling {
        None => next.run(request).await,
        Some(FaultKind::Status(fault)) => status_answer(fault, observed.route),
        Some(FaultKind::Html(status)) => gateway_page(status),
        Some(FaultKind::Drop) => drop_connection(connection_of(&request).as_ref()),
        Some(kind) => spoil(next.run(request).await, &kind).await,
    }
}

fn status_answer(fault: StatusFault, route: Option<ApiRoute>) -> Response {
    let status = StatusCode::from_u16(fault.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let detail = "A fault of the simulator.";
    if route == Some(ApiRoute::Token) {
        let (error, description) = (fault.error_code, detail.to_owned());
        let mut response = TokenError {
            status,
            error,
            description,
        }
        .into_response();
        if let Some(seconds) = fault.retry_after_seconds {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        return response;
    }
    fault.api_error(detail).into_response()
}

/// What a gateway before the API answers (reference 7.1, upstream noise).
fn gateway_page(status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    let page =
        format!("<html><head><title>{status}</title></head><body><h1>{status}</h1></body></html>");
    (status, Html(page)).into_response()
}

/// The connection that a request came on; none where a router is driven without one.
pub(crate) fn connection_of(request: &Request) -> Option<SeverableConnection> {
    request
        .extensions()
        .get::<ConnectInfo<SeverableConnection>>()
        .map(|ConnectInfo(connection)| connection.clone())
}

/// Closes the connection. A router that is driven without one gets an answer that breaks off.
pub(crate) fn drop_connection(connection: Option<&SeverableConnection>) -> Response {
    let mut response = Response::new(broken_body(Bytes::new()));
    if let Some(connection) = connection {
        connection.sever();
    }
    response.extensions_mut().insert(DroppedConnection);
    response
}

async fn spoil(response: Response, kind: &FaultKind) -> Response {
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    parts.headers.remove(header::CONTENT_LENGTH);
    let distorted = |distort: fn(Value) -> Value| {
        serde_json::from_slice(&bytes).map_or_else(
            |_| Body::from(bytes.clone()),
            |value| Body::from(distort(value).to_string()),
        )
    };
    let body = match kind {
        FaultKind::Truncated => {
            parts
                .headers
                .insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
            broken_body(bytes.slice(..bytes.len() / 2))
        }
        FaultKind::MalformedJson => Body::from(r#"{"data": [{"id": "#),
        FaultKind::MissingFields => distorted(without_needed_fields),
        FaultKind::WrongTypes => distorted(with_wrong_types),
        _ => Body::empty(),
    };
    Response::from_parts(parts, body)
}

/// A body that fails after its beginning. The pause lets the server send the beginning first: it
/// would otherwise throw it away with the connection.
fn broken_body(beginning: Bytes) -> Body {
    let failure = async {
        tokio::task::yield_now().await;
        Err(io::Error::from(io::ErrorKind::ConnectionAborted))
    };
    Body::from_stream(stream::once(async { Ok(beginning) }).chain(stream::once(failure)))
}
