//! The body of an answer that reports an error, in all the shapes of reference 7.1.

use http::StatusCode;
use serde_json::Value;
use url::Url;

use super::{Resolution, ResolutionKind};

/// What is taken from such a body: words of a fixed vocabulary, never prose, which may name a
/// person, a vehicle or a credential.
#[derive(Debug, Default, PartialEq)]
pub(super) struct ErrorDocument {
    pub(super) error_type: Option<String>,
    pub(super) code: Option<String>,
    pub(super) request_id: Option<String>,
    pub(super) resolution: Option<Resolution>,
    pub(super) status: Option<StatusCode>,
}

impl ErrorDocument {
    /// Reads what can be read; nothing of it need be there.
    pub(super) fn read(body: &[u8]) -> Self {
        serde_json::from_slice(body).map_or_else(|_| Self::default(), |body| Self::of(&body))
    }

    /// Reads the body of a success, if that reports an error: in a list, in an object or at the top
    /// (reference 5), or beside the status, where a signal has it (reference 4.2).
    pub(super) fn reported(body: &[u8]) -> Option<Self> {
        let document: Value = serde_json::from_slice(body).ok()?;
        let beside = document
            .pointer("/data/attributes/status/error")
            .filter(|error| error.get("type").is_some_and(Value::is_string));
        if let Some(error) = beside {
            return Some(Self::of(error));
        }
        let listed = document.pointer("/errors/0").is_some_and(Value::is_object);
        let wrapped = document.get("error").is_some_and(Value::is_object);
        let bare = document.get("data").is_none()
            && document.get("attributes").is_none()
            && document.get("type").and_then(word).is_some()
            && ["code", "status", "statusCode"]
                .iter()
                .any(|name| document.get(name).is_some());
        (listed || wrapped || bare).then(|| Self::of(&document))
    }

    fn of(document: &Value) -> Self {
        let subject = [document.pointer("/errors/0"), document.get("error")]
            .into_iter()
            .flatten()
            .find(|candidate| candidate.is_object())
            .unwrap_or(document);
        Self {
            error_type: subject.get("type").and_then(word),
            code: subject
                .get("code")
                .and_then(word)
                // The token endpoint's `{"error": "invalid_client"}` (reference 2).
                .or_else(|| document.get("error").and_then(word)),
            request_id: [subject, document]
                .into_iter()
                .flat_map(|place| [place.pointer("/meta/requestId"), place.get("requestId")])
                .flatten()
                .find_map(|id| request_id(id.as_str()?)),
            resolution: subject.get("resolution").and_then(resolution),
            status: subject
                .get("status")
                .or_else(|| subject.get("statusCode"))
                .and_then(status),
        }
    }

    /// Whether the request may have been carried out, the answer having this status. See
    /// [`Error::outcome_is_unknown`](crate::Error::outcome_is_unknown).
    pub(super) fn leaves_unknown(&self, status: Option<StatusCode>) -> bool {
        let is_nameless = self.error_type.is_none();
        let by_status = status.is_some_and(|status| match status {
            StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => true,
            StatusCode::NOT_IMPLEMENTED => false,
            other => other.is_server_error() && is_nameless,
        });
        by_status || self.code.as_deref() == Some("NO_RESPONSE")
    }

    /// Whether this is a report of an error at all, and not just any JSON.
    pub(super) fn reports_an_error(&self) -> bool {
        self.status
            .is_some_and(|status| status.is_client_error() || status.is_server_error())
    }
}

/// A word of the vocabulary: letters and underscores. A VIN, an id or a token has digits.
fn word(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    let plain = (1..=64).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    plain.then(|| text.to_owned())
}

/// A request id that can go into a log as it is.
pub(super) fn request_id(text: &str) -> Option<String> {
    let plain = (1..=64).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    plain.then(|| text.to_owned())
}

fn status(value: &Value) -> Option<StatusCode> {
    let number = match value {
        Value::String(text) => text.parse().ok()?,
        other => u16::try_from(other.as_u64()?).ok()?,
    };
    StatusCode::from_u16(number).ok()
}

/// What is advised, if it is.
pub(crate) fn resolution(value: &Value) -> Option<Resolution> {
    let kind = value
        .get("type")
        .and_then(word)
        .or_else(|| word(value))
        .map(ResolutionKind::from);
    let url = value
        .get("url")
        .and_then(Value::as_str)
        .and_then(|text| Url::parse(text).ok())
        .filter(|url| matches!(url.scheme(), "http" | "https"));
    (kind.is_some() || url.is_some()).then_some(Resolution { kind, url })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{ErrorDocument, StatusCode};
    use crate::ResolutionKind;

    fn read(document: &serde_json::Value) -> ErrorDocument {
        ErrorDocument::read(document.to_string().as_bytes())
    }

    #[test]
    fn the_first_of_a_list_then_the_error_object_then_the_top_level() {
        let subject = json!({"type": "BILLING", "code": "INVALID_PLAN", "status": "430"});
        let list = read(&json!({"errors": [subject, {"type": "SERVER"}]}));
        let object = read(&json!({"error": subject}));
        let top = read(&subject);
        assert_eq!(list.error_type.as_deref(), Some("BILLING"));
        assert_eq!(list.code.as_deref(), Some("INVALID_PLAN"));
        assert_eq!(list, object);
        assert_eq!(list, top);
    }

    #[test]
    fn the_status_is_a_string_or_a_number_under_either_name() {
        for document in [
            json!({"status": "404"}),
            json!({"status": 404}),
            json!({"statusCode": 404}),
        ] {
            assert_eq!(read(&document).status, Some(StatusCode::NOT_FOUND));
        }
        for document in [json!({"status": "up"}), json!({"status": 70_000})] {
            assert_eq!(read(&document).status, None);
        }
    }

    #[test]
    fn the_request_id_stands_in_one_of_four_places() {
        for document in [
            json!({"errors": [{"meta": {"requestId": "a-1"}}]}),
            json!({"errors": [{"requestId": "a-1"}]}),
            json!({"errors": [{}], "meta": {"requestId": "a-1"}}),
            json!({"requestId": "a-1"}),
        ] {
            assert_eq!(read(&document).request_id.as_deref(), Some("a-1"));
        }
    }

    #[test]
    fn the_resolution_keeps_unknown_kinds_and_only_web_addresses() {
        let known =
            read(&json!({"resolution": {"type": "RETRY_LATER", "url": "https://a.example/"}}))
                .resolution
                .unwrap();
        assert_eq!(known.kind(), Some(&ResolutionKind::RetryLater));
        assert_eq!(known.url().unwrap().as_str(), "https://a.example/");
        let unknown = read(&json!({"resolution": {"type": "PRAY", "url": "javascript:alert()"}}))
            .resolution
            .unwrap();
        assert_eq!(
            unknown.kind(),
            Some(&ResolutionKind::Other("PRAY".to_owned()))
        );
        assert_eq!(unknown.url(), None);
        assert_eq!(read(&json!({"resolution": null})).resolution, None);
    }

    #[test]
    fn the_token_endpoint_names_its_error_by_a_plain_string() {
        let document = read(&json!({"error": "invalid_client", "error_description": "no"}));
        assert_eq!(document.code.as_deref(), Some("invalid_client"));
    }

    #[test]
    fn prose_identifiers_and_noise_are_not_taken() {
        for document in [
            json!({"code": "0SCAUDI037A5ADB1C"}),
            json!({"code": "the user said no"}),
            json!({"error": "0c0ffee0-2222-4222-8222-000000000002"}),
            json!([1, 2]),
            json!("error"),
            json!({"errors": []}),
        ] {
            assert_eq!(read(&document), ErrorDocument::default(), "{document}");
        }
        for body in [&b""[..], b"<html>502</html>", b"\xff"] {
            assert_eq!(ErrorDocument::read(body), ErrorDocument::default());
        }
    }
}
