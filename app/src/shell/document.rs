//! The document around [`App`].

use leptos::{
    html::meta,
    hydration::{AutoReload, HydrationScripts},
    prelude::*,
};
use leptos_meta::{HashedStylesheet, MetaTags};

use super::content_security_policy;
use crate::app::App;

/// The whole document, and the security policy in the header of its answer.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    content_security_policy::send();

    view! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <Preamble />
                <HashedStylesheet options=options.clone() />
                <AutoReload options=options.clone() />
                <HydrationScripts options />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// What the head of every document of ours begins with.
#[component]
pub(super) fn Preamble() -> impl IntoView {
    view! {
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {theme_color("light", "#f4f4ef")}
        {theme_color("dark", "#111413")}
        <meta
            name="description"
            content="Connect your car, see what it says about itself, and take every trace along when you leave."
        />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="icon" href="/icon-32.png" sizes="32x32" type="image/png" />
        <link rel="apple-touch-icon" href="/icon-180.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
    }
}

/// The colour of the browser's own frame. By hand: the macro knows no `media` of a `<meta>`.
fn theme_color(scheme: &str, color: &'static str) -> impl IntoView {
    meta()
        .name("theme-color")
        .content(color)
        .attr("media", format!("(prefers-color-scheme: {scheme})"))
}
