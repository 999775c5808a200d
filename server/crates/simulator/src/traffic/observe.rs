//! Every request is logged, and every answer carries a request id.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{
    FromRequestParts as _, MatchedPath, OriginalUri, RawPathParams, Request, State,
};
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use uuid::Uuid;

use super::{ApiRoute, concerned_account};
use crate::fault::DroppedConnection;
use crate::fleet::EmailAddress;
use crate::simulation::Simulation;
use crate::vehicle_api::ApiError;
use crate::world::RequestEntry;

/// What the layers behind [`observe`] know about a request.
#[derive(Debug, Clone)]
pub(crate) struct Observed {
    pub(crate) route: Option<ApiRoute>,
    pub(crate) account: Option<EmailAddress>,
    /// What the answer's `SC-Request-Id` will be.
    pub(crate) request_id: Uuid,
}

/// Logs the request's begin and end, gives the answer its `SC-Request-Id` (reference 7.4) and an
/// error its envelope (reference 7.1).
pub(crate) async fn observe(
    State(simulation): State<Arc<Simulation>>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let path_params = RawPathParams::from_request_parts(&mut parts, &())
        .await
        .ok();
    let path_id = path_params
        .as_ref()
        .and_then(|params| params.iter().next())
        .map(|(_, value)| value);
    let route = parts
        .extensions
        .get::<MatchedPath>()
        .and_then(|template| ApiRoute::matched(&parts.method, template.as_str()));
    let uri = parts
        .extensions
        .get::<OriginalUri>()
        .map_or(&parts.uri, |OriginalUri(uri)| uri);

    let request_id = simulation.random_uuid();
    let (account, unfinished) = {
        let mut world = simulation.world();
        let account = concerned_account(&world, route, path_id, &parts.headers, uri.query());
        let sequence = world.requests.begin(RequestEntry {
            started_sequence: 0,
            finished_sequence: None,
            request_id: request_id.to_string(),
            method: parts.method.to_string(),
            route: route.map(ApiRoute::name),
            template: route.map(ApiRoute::template),
            path: uri.path().to_owned(),
            query: uri.query().map(str::to_owned),
            account: account.clone(),
            status: None,
        });
        let simulation = Arc::clone(&simulation);
        (
            account,
            Unfinished {
                simulation,
                sequence,
                status: None,
            },
        )
    };
    let observed = Observed {
        route,
        account,
        request_id,
    };
    parts.extensions.insert(observed);

    let mut response = next.run(Request::from_parts(parts, body)).await;
    if let Some(error) = response.extensions_mut().remove::<ApiError>() {
        *response.body_mut() = Body::from(error.body(request_id).to_string());
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(header::CONTENT_TYPE, json);
    }
    if let Ok(value) = HeaderValue::try_from(request_id.to_string()) {
        response.headers_mut().insert("sc-request-id", value);
    }
    let was_dropped = response.extensions().get::<DroppedConnection>().is_some();
    unfinished.end((!was_dropped).then(|| response.status().as_u16()));
    response
}

/// Logs the end of a request, even of one whose client went away while it waited.
struct Unfinished {
    simulation: Arc<Simulation>,
    sequence: u64,
    status: Option<u16>,
}

impl Unfinished {
    fn end(mut self, status: Option<u16>) {
        self.status = status;
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        self.simulation
            .world()
            .requests
            .finish(self.sequence, self.status);
    }
}
