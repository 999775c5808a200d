//! The document around [`App`].

use leptos::{
    html::meta,
    hydration::{AutoReload, HydrationScripts},
    nonce::use_nonce,
    prelude::*,
};
use leptos_meta::{HashedStylesheet, MetaTags};

use super::content_security_policy;
use crate::{
    app::App,
    settings::{
        choice::Choice,
        model::{Reader, Theme},
    },
};

/// The whole document, and the security policy in the header of its answer.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    content_security_policy::send();
    // Without a reader, as when the routes are listed, the system decides.
    let theme = use_context::<Reader>().map_or(Theme::System, |reader| reader.preferences.theme);
    let forced = (theme != Theme::System).then(|| theme.code());

    view! {
        <!DOCTYPE html>
        <html lang="en" data-theme=forced>
            <head>
                <Preamble theme />
                <HashedStylesheet options=options.clone() />
                <AutoReload options=options.clone() />
                <HydrationScripts options />
                <script type="module" src="/notifications.js" nonce=use_nonce()></script>
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
pub(super) fn Preamble(
    /// The light that the reader has chosen.
    theme: Theme,
) -> impl IntoView {
    let (scheme, colors) = match theme {
        Theme::System => (
            "light dark",
            vec![
                theme_color(PAPER, Some("(prefers-color-scheme: light)")),
                theme_color(NIGHT, Some("(prefers-color-scheme: dark)")),
            ],
        ),
        Theme::Light => ("light", vec![theme_color(PAPER, None)]),
        Theme::Dark => ("dark", vec![theme_color(NIGHT, None)]),
    };

    view! {
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content=scheme />
        {colors}
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

/// The two sides of `--paper` in `style/tokens.css`.
const PAPER: &str = "#f4f4ef";
const NIGHT: &str = "#111413";

/// The colour of the browser's own frame. By hand: the macro knows no `media` of a `<meta>`.
fn theme_color(color: &'static str, media: Option<&'static str>) -> impl IntoView {
    meta()
        .name("theme-color")
        .content(color)
        .attr("media", media)
}
