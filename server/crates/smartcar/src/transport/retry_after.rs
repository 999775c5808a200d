//! The header `Retry-After` (reference 7.3, 7.4).

use std::time::Duration;

use http::{
    HeaderMap,
    header::{DATE, RETRY_AFTER},
};

/// How long the answer asks to wait, in whole seconds or until a date.
///
/// A date is measured from the answer's own `Date`: the two clocks need not agree, and ours is not
/// asked. Without that header a date says nothing.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = httpdate::parse_http_date(text).ok()?;
    let now = httpdate::parse_http_date(headers.get(DATE)?.to_str().ok()?).ok()?;
    Some(until.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use http::{HeaderMap, HeaderValue};

    use super::retry_after;

    const NINE: &str = "Mon, 23 Nov 2026 09:00:00 GMT";
    const HALF_A_MINUTE_PAST_NINE: &str = "Mon, 23 Nov 2026 09:00:30 GMT";

    fn read(value: &'static str, date: Option<&'static str>) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        headers.insert("retry-after", HeaderValue::from_static(value));
        if let Some(date) = date {
            headers.insert("date", HeaderValue::from_static(date));
        }
        retry_after(&headers)
    }

    #[test]
    fn seconds() {
        assert_eq!(read("120", None), Some(Duration::from_mins(2)));
        assert_eq!(read("0", None), Some(Duration::ZERO));
        for value in ["-1", "1.5", "soon", "", "99999999999999999999999"] {
            assert_eq!(read(value, Some(NINE)), None, "{value}");
        }
    }

    #[test]
    fn a_date_counts_from_the_date_of_the_answer() {
        let half_a_minute = Some(Duration::from_secs(30));
        assert_eq!(read(HALF_A_MINUTE_PAST_NINE, Some(NINE)), half_a_minute);
        assert_eq!(
            read(NINE, Some(HALF_A_MINUTE_PAST_NINE)),
            Some(Duration::ZERO)
        );
        assert_eq!(read(NINE, None), None);
    }

    #[test]
    fn no_header() {
        assert_eq!(retry_after(&HeaderMap::new()), None);
    }
}
