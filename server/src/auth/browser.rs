//! The cookie that binds log-in attempts to the browser that began them. It is not the session: one
//! browser may have several attempts under way in several tabs, while a finished one changes the
//! session.

use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

use super::ATTEMPT_LIFETIME;
use crate::{
    entropy::{Entropy, TOKEN_LENGTH},
    storage::Digest,
};

const NAME: &str = "carport_browser";
const SECURE_NAME: &str = "__Host-carport_browser";

/// The binding of this browser, with the jar that holds it on: an old one is used again, so that
/// attempts in other tabs stay valid.
pub(super) fn bind(jar: CookieJar, secure: bool, entropy: &dyn Entropy) -> (CookieJar, Digest) {
    let value = value(&jar, secure).unwrap_or_else(|| entropy.token());
    let digest = Digest::of(&value);
    let cookie = Cookie::build((name(secure), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(secure)
        .max_age(ATTEMPT_LIFETIME);
    (jar.add(cookie), digest)
}

/// The binding of this browser, if it has one.
pub(super) fn binding(jar: &CookieJar, secure: bool) -> Option<Digest> {
    value(jar, secure).map(Digest::of)
}

fn value(jar: &CookieJar, secure: bool) -> Option<String> {
    jar.get(name(secure))
        .map(Cookie::value)
        .filter(|value| value.len() == TOKEN_LENGTH)
        .map(str::to_owned)
}

/// With `__Host-` no other host of the domain can plant the cookie; browsers take the prefix over
/// https only.
const fn name(secure: bool) -> &'static str {
    if secure { SECURE_NAME } else { NAME }
}
