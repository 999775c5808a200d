//! What a page may load and run.

use http::{HeaderValue, header::CONTENT_SECURITY_POLICY};
use leptos::{nonce::use_nonce, prelude::use_context};
use leptos_axum::ResponseOptions;

/// `cargo leptos watch` compiles with this variable; its reload script opens a socket of its own.
const WATCHED: bool = option_env!("LEPTOS_WATCH").is_some();

/// Gives the answer being made its policy: scripts of this page only, and nothing from elsewhere.
pub(super) fn send() {
    let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) else {
        return;
    };
    if let Ok(value) = HeaderValue::from_str(&policy(&nonce, WATCHED)) {
        response.insert_header(CONTENT_SECURITY_POLICY, value);
    }
}

fn policy(nonce: &str, watched: bool) -> String {
    let sockets = if watched { " ws:" } else { "" };
    format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; \
         style-src 'self'; connect-src 'self'{sockets}; object-src 'none'; base-uri 'none'; \
         frame-ancestors 'none'; form-action 'self'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_pages_own_scripts_may_run() {
        assert_eq!(
            policy("abc", false),
            "default-src 'self'; script-src 'self' 'nonce-abc' 'wasm-unsafe-eval'; \
             style-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; \
             frame-ancestors 'none'; form-action 'self'"
        );
    }

    #[test]
    fn sockets_are_for_development() {
        assert!(policy("abc", true).contains("connect-src 'self' ws:;"));
    }
}
