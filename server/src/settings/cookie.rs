//! The cookie of what was chosen for a browser. It says nothing of who the reader is, and outlives
//! the session.

use app::settings::model::Preferences;
use axum::http::{HeaderMap, header};
use axum_extra::extract::cookie::{Cookie, SameSite};
use time::Duration;

use super::preference_text;

const NAME: &str = "carport_preferences";
const SECURE_NAME: &str = "__Host-carport_preferences";

/// How long a choice is kept.
const LIFETIME: Duration = Duration::days(365);

/// What was chosen for this browser. A cookie that is missing, doubled, or not one of ours is no
/// choice.
pub(super) fn preferences(headers: &HeaderMap, secure: bool) -> Preferences {
    let mut values = headers
        .get_all(header::COOKIE)
        .iter()
        .flat_map(|cookies| cookies.as_bytes().split(|byte| *byte == b';'))
        .filter_map(|cookie| cookie.trim_ascii().strip_prefix(name(secure).as_bytes()))
        .filter_map(|rest| rest.strip_prefix(b"="));
    match (values.next(), values.next()) {
        (Some(only), None) => std::str::from_utf8(only)
            .ok()
            .and_then(preference_text::parse)
            .unwrap_or_default(),
        _ => Preferences::default(),
    }
}

/// The cookie that keeps these preferences, or removes the old ones when nothing is chosen.
pub(super) fn keeping(preferences: Preferences, secure: bool) -> String {
    let text = preference_text::write(preferences);
    let lifetime = if text.is_empty() {
        Duration::ZERO
    } else {
        LIFETIME
    };
    Cookie::build((name(secure), text))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(secure)
        .max_age(lifetime)
        .to_string()
}

/// As of the other cookies: with `__Host-` no other host of the domain can plant it.
const fn name(secure: bool) -> &'static str {
    if secure { SECURE_NAME } else { NAME }
}

#[cfg(test)]
mod tests {
    use app::{settings::model::Theme, vehicle::units::Units};
    use axum::http::HeaderValue;

    use super::*;

    const DARK: Preferences = Preferences {
        theme: Theme::Dark,
        units: None,
    };

    fn read(cookies: &[&'static [u8]], secure: bool) -> Preferences {
        let mut headers = HeaderMap::new();
        for cookie in cookies {
            headers.append(header::COOKIE, HeaderValue::from_bytes(cookie).unwrap());
        }
        preferences(&headers, secure)
    }

    #[test]
    fn a_choice_is_found_among_other_cookies() {
        let found = read(&[b"a=b; carport_preferences=theme=dark; c=\xff"], false);
        assert_eq!(found, DARK);
        assert_eq!(
            read(&[b"a=b", b"carport_preferences=theme=dark"], false),
            DARK
        );
    }

    #[test]
    fn anything_else_is_no_choice() {
        for cookie in [
            &b""[..],
            b"carport_preferences",
            b"carport_preferences=",
            b"carport_preferences=\"theme=dark\"",
            b"carport_preferences=theme%3Ddark",
            b"carport_preferences=\xff\xfe",
            b"carport_preferences=theme=dark; carport_preferences=theme=dark",
            b"xcarport_preferences=theme=dark",
            b"carport_preferencesx=theme=dark",
            b"__Host-carport_preferences=theme=dark",
        ] {
            assert_eq!(read(&[cookie], false), Preferences::default(), "{cookie:?}");
        }
        let doubled = [
            &b"carport_preferences=theme=dark"[..],
            b"carport_preferences=",
        ];
        assert_eq!(read(&doubled, false), Preferences::default());
        assert_eq!(read(&[], false), Preferences::default());
    }

    #[test]
    fn over_https_only_the_cookie_of_this_host_counts() {
        assert_eq!(
            read(&[b"__Host-carport_preferences=theme=dark"], true),
            DARK
        );
        let planted = read(&[b"carport_preferences=theme=dark"], true);
        assert_eq!(planted, Preferences::default());
    }

    #[test]
    fn a_choice_is_kept_for_a_year_and_none_is_not_kept() {
        let units = Preferences {
            units: Some(Units::METRIC),
            ..Preferences::default()
        };
        assert_eq!(
            keeping(units, true),
            "__Host-carport_preferences=distance=km&temperature=c&pressure=bar&volume=l; \
             HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=31536000"
        );
        assert_eq!(
            keeping(Preferences::default(), false),
            "carport_preferences=; HttpOnly; SameSite=Lax; Path=/; Max-Age=0"
        );
    }
}
