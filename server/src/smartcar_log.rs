//! One place that writes Smartcar's failures to the log.

/// Writes a failure with what support asks for: its kind, its code and Smartcar's request id. The
/// error's text holds no id, no token and no query (`smartcar::Error`).
pub(crate) fn failure(doing: &'static str, error: &smartcar::Error) {
    tracing::warn!(
        kind = ?error.kind(),
        status = error.status().map(|status| status.as_u16()),
        smartcar_request_id = error.request_id(),
        retry_after_seconds = error.retry_after().map(|wait| wait.as_secs()),
        "{doing}: {error}"
    );
}
