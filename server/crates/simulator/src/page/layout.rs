//! The frames of Connect and of the inspector.

use maud::{DOCTYPE, Markup, html};

use super::styles;

/// A page of Connect: one column, as on a phone.
pub(crate) fn connect_page(title: &str, content: &Markup) -> Markup {
    document(
        &format!("{title} – Connect (simulator)"),
        "connect",
        &html! {
            header.masthead {
                (mark())
                span.wordmark { "Connect" }
                span.badge { "Simulator" }
            }
            (content)
            footer.colophon {
                "A simulator for testing. Nothing here reaches Smartcar or a car."
            }
        },
    )
}

/// A page of the inspector.
pub(crate) fn inspector_page(title: &str, current: &str, content: &Markup) -> Markup {
    let sections = [
        ("/", "Connections"),
        ("/inspector/vehicles", "Vehicles"),
        ("/inspector/webhooks", "Webhooks"),
        ("/inspector/requests", "Requests"),
        ("/inspector/faults", "Faults"),
        ("/inspector/quirks", "Quirks"),
        ("/inspector/clock", "Clock"),
        ("/inspector/application", "Application"),
    ];
    document(
        &format!("{title} – Smartcar simulator"),
        "inspector",
        &html! {
            header.masthead {
                (mark())
                span.wordmark { "Inspector" }
                span.badge { "Simulator" }
                nav aria-label="Sections" {
                    ul {
                        @for (path, name) in sections {
                            li {
                                a href=(path) aria-current=[(path == current).then_some("page")] {
                                    (name)
                                }
                            }
                        }
                    }
                }
            }
            main { h1 { (title) } (content) }
        },
    )
}

fn document(title: &str, kind: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                title { (title) }
                link rel="icon" href="/favicon.ico" type="image/svg+xml";
                link rel="stylesheet" href=(styles::PATH);
            }
            body class=(kind) { (body) }
        }
    }
}

/// A car seen from the side, in a ring.
fn mark() -> Markup {
    html! {
        svg.mark viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" {
            circle cx="16" cy="16" r="14.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="3 2.2" {}
            path d="M7 18.5v-2.2l2.6-.9 2.6-3.2h6.2l3.6 3.2 3 .8v2.3" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" {}
            circle cx="11.6" cy="19" r="1.9" fill="none" stroke="currentColor" stroke-width="1.6" {}
            circle cx="20.6" cy="19" r="1.9" fill="none" stroke="currentColor" stroke-width="1.6" {}
        }
    }
}
