//! What Smartcar said of a signal.

use server::storage::SignalReport;
use time::OffsetDateTime;

/// A good report with this body.
pub(crate) fn report(code: &str, at: OffsetDateTime, body: &str) -> SignalReport {
    SignalReport {
        code: code.to_owned(),
        is_good: true,
        at,
        reported_at: at,
        json: format!(
            r#"{{"code":"{code}","status":{{"value":"SUCCESS"}},"body":{body},"meta":{{}}}}"#
        ),
    }
}
