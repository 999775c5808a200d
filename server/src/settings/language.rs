//! The units that a reader is likely to want, before having chosen any.

use app::vehicle::units::Units;
use axum::http::{HeaderMap, header::ACCEPT_LANGUAGE};

/// The units of the region of the browser's first language.
pub(super) fn suggested_units(headers: &HeaderMap) -> Units {
    let language = headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .and_then(|languages| languages.split([',', ';']).next())
        .unwrap_or_default();
    let region = language
        .trim()
        .rsplit_once('-')
        .map_or("", |(_, region)| region);
    match region.to_ascii_uppercase().as_str() {
        "US" => Units::IMPERIAL,
        "GB" => Units::BRITISH,
        _ => Units::METRIC,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn units(languages: &'static [u8]) -> Units {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_bytes(languages).unwrap());
        suggested_units(&headers)
    }

    #[test]
    fn the_first_language_decides() {
        assert_eq!(units(b"en-US,en;q=0.9"), Units::IMPERIAL);
        assert_eq!(units(b"en-GB;q=0.8, en-US"), Units::BRITISH);
        assert_eq!(units(b"de-DE,en-US;q=0.7"), Units::METRIC);
        assert_eq!(units(b"es-Latn-us"), Units::IMPERIAL);
    }

    #[test]
    fn anything_else_is_metric() {
        for languages in [&b""[..], b"en", b"*", b"-", b",,;", b"\xff\xfe"] {
            assert_eq!(units(languages), Units::METRIC);
        }
        assert_eq!(suggested_units(&HeaderMap::new()), Units::METRIC);
    }
}
