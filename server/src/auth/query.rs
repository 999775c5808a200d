//! Query strings, read strictly: what a browser or Smartcar would never send is refused, not guessed
//! at.

use std::collections::HashMap;

use percent_encoding::percent_decode_str;
use thiserror::Error;

/// The longest query that is read, in bytes before decoding. Connect's longest redirect is well
/// below 2,000.
const MAX_LENGTH: usize = 8 * 1024;

/// The query cannot be read. It carries nothing of the query, which may hold a `user_id` or a VIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(crate) enum QueryError {
    #[error("the query is too long")]
    TooLong,
    #[error("a parameter is not UTF-8")]
    NotUtf8,
    #[error("a parameter is given twice")]
    Doubled,
    #[error("a parameter is empty")]
    Empty,
}

/// The known parameters of a query.
#[derive(Debug, Default)]
pub(crate) struct Query(HashMap<&'static str, String>);

impl Query {
    /// Reads the known parameters. Unknown ones are passed over: Smartcar may add some.
    ///
    /// # Errors
    ///
    /// [`QueryError`] when a known parameter is doubled or empty, when any is not UTF-8, or when the
    /// whole is too long.
    pub(crate) fn parse(query: &str, known: &[&'static str]) -> Result<Self, QueryError> {
        if query.len() > MAX_LENGTH {
            return Err(QueryError::TooLong);
        }
        let mut found = HashMap::new();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (decode(name)?, decode(value)?);
            let Some(name) = known.iter().find(|known| **known == name) else {
                continue;
            };
            if value.is_empty() {
                return Err(QueryError::Empty);
            }
            if found.insert(*name, value).is_some() {
                return Err(QueryError::Doubled);
            }
        }
        Ok(Self(found))
    }

    /// The value of a parameter.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}

/// Whether a text can be an identifier of Smartcar's. They are UUIDs; others may become somewhat
/// longer, and hold no more than base64url.
pub(super) fn is_identifier(text: &str) -> bool {
    const MAX_LENGTH: usize = 128;
    (1..=MAX_LENGTH).contains(&text.len()) && text.bytes().all(is_base64url)
}

/// Whether base64url has this byte, without its padding.
pub(super) fn is_base64url(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

/// Percent-decoding as HTML forms do it, with `+` for a space.
fn decode(text: &str) -> Result<String, QueryError> {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced)
        .decode_utf8()
        .map(std::borrow::Cow::into_owned)
        .map_err(|_| QueryError::NotUtf8)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KNOWN: &[&str] = &["state", "user_id"];

    #[test]
    fn known_parameters_are_decoded_and_unknown_ones_passed_over() {
        let query = Query::parse("state=a%20b+c&utm=1&utm=2&user_id=%C3%A9", KNOWN).unwrap();
        assert_eq!(query.get("state"), Some("a b c"));
        assert_eq!(query.get("user_id"), Some("é"));
        assert_eq!(query.get("utm"), None);
    }

    #[test]
    fn a_name_in_percent_signs_is_the_same_name() {
        assert_eq!(
            Query::parse("state=a&st%61te=b", KNOWN).unwrap_err(),
            QueryError::Doubled
        );
    }

    #[test]
    fn what_no_browser_sends_is_refused() {
        let huge = format!("state={}", "a".repeat(100_000));
        for (query, error) in [
            ("state=a&state=a", QueryError::Doubled),
            ("state=", QueryError::Empty),
            ("state", QueryError::Empty),
            ("state=%FF", QueryError::NotUtf8),
            ("%FF=a", QueryError::NotUtf8),
            (huge.as_str(), QueryError::TooLong),
        ] {
            assert_eq!(Query::parse(query, KNOWN).unwrap_err(), error);
        }
    }

    proptest! {
        #[test]
        fn no_query_panics_and_every_value_is_what_was_encoded(value in ".{1,40}") {
            let encoded: String = url::form_urlencoded::byte_serialize(value.as_bytes()).collect();
            let query = Query::parse(&format!("state={encoded}"), KNOWN).unwrap();
            prop_assert_eq!(query.get("state"), Some(value.as_str()));
        }

        #[test]
        fn arbitrary_text_never_panics(text in ".*") {
            let _ = Query::parse(&text, KNOWN);
        }
    }
}
