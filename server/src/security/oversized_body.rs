//! An answer for whoever sends too large a body, and does not listen before it is sent.

use axum::{
    body::HttpBody,
    extract::Request,
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures::StreamExt;

/// The largest body in bytes. Carport's forms hold an id, and Smartcar delivers at most 50 KB
/// (reference 8.5).
pub(crate) const BODY_LIMIT: usize = 64 * 1024;

/// So much of a body that is too large is let pass, in bytes. A connection that is closed before is
/// one that broke, to most senders, and they try again.
const PASSED_OVER: usize = 16 * 1024 * 1024;

/// Refuses a body that says beforehand that it is too large, once it was sent.
pub(crate) async fn refuse(request: Request, next: Next) -> Response {
    let is_too_large = request.body().size_hint().lower() > BODY_LIMIT as u64;
    if !is_too_large {
        return next.run(request).await;
    }
    // Whoever asks first whether it may be sent listens.
    if !request.headers().contains_key(header::EXPECT) {
        let mut left = PASSED_OVER;
        let mut body = request.into_body().into_data_stream();
        while let Some(Ok(part)) = body.next().await {
            left = left.saturating_sub(part.len());
            if left == 0 {
                break;
            }
        }
    }
    StatusCode::PAYLOAD_TOO_LARGE.into_response()
}
