//! The one name under which attempts begin.

use axum::http::{HeaderMap, Uri, header};
use url::Url;

use crate::config::is_loopback;

/// Where the same page is under the public URL's host, when the visitor came by another name of this
/// machine: a cookie set for `127.0.0.1` would be missing at `localhost`, where Connect sends the
/// owner back. Other hosts are left alone, since a proxy may rightly change them.
pub(super) fn canonical_address(public_url: &Url, headers: &HeaderMap, uri: &Uri) -> Option<Url> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let mut came_to = Url::parse(&format!("{}://{host}", public_url.scheme())).ok()?;
    let same_port = came_to.port_or_known_default() == public_url.port_or_known_default();
    if !same_port
        || came_to.host() == public_url.host()
        || !is_loopback(&came_to)
        || !is_loopback(public_url)
    {
        return None;
    }
    came_to.clone_from(public_url);
    came_to.set_path(uri.path());
    came_to.set_query(uri.query());
    Some(came_to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(public_url: &str, host: &'static str) -> Option<String> {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, header::HeaderValue::from_static(host));
        canonical_address(
            &public_url.parse().unwrap(),
            &headers,
            &Uri::from_static("/login?return_to=/vehicle"),
        )
        .map(Into::into)
    }

    #[test]
    fn another_name_of_this_machine_leads_to_the_public_one() {
        assert_eq!(
            canonical("http://localhost:8000", "127.0.0.1:8000").as_deref(),
            Some("http://localhost:8000/login?return_to=/vehicle")
        );
    }

    #[test]
    fn the_right_name_another_port_and_a_proxy_stay() {
        assert_eq!(canonical("http://localhost:8000", "localhost:8000"), None);
        assert_eq!(canonical("http://localhost:8000", "127.0.0.1:9000"), None);
        assert_eq!(canonical("https://cars.example", "127.0.0.1:8000"), None);
        assert_eq!(
            canonical("http://localhost:8000", "evil.example:8000"),
            None
        );
        assert_eq!(canonical("http://localhost:8000", "@@@"), None);
    }
}
