//! When a page was made: without a script it does not change by itself, and must say so.

use leptos::prelude::*;
use time::OffsetDateTime;

use super::wording::instant::{exact, machine_readable};

/// For a reader without JavaScript: how old the page is, and a link to one that is not.
pub(super) fn made_at(now: OffsetDateTime, page: String) -> AnyView {
    view! {
        <noscript>
            <p class="made-at">
                "This page was made on "
                <time datetime=machine_readable(now)>{exact(now)}</time>
                ". It does not change by itself. "
                <a href=page rel="external">"Load it again"</a>
            </p>
        </noscript>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn the_moment_is_told_and_the_way_to_a_newer_page() {
        let html = made_at(datetime!(2026-11-23 12:03 UTC), "/vehicle/f00d".to_owned()).to_html();
        assert!(html.starts_with("<noscript>"), "{html}");
        for part in [
            r#"<time datetime="2026-11-23T12:03:00Z">23 November 2026, 12:03 UTC</time>"#,
            r#"<a href="/vehicle/f00d" rel="external">Load it again</a>"#,
        ] {
            assert!(html.contains(part), "{html}");
        }
    }
}
