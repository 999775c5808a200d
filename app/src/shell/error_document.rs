//! The page that needs nothing: for a panic, and for requests refused before a page is made.

use leptos::prelude::*;

use super::document::Preamble;
use crate::{
    components::{SiteFooter, Wordmark},
    routes,
    settings::model::Theme,
};

/// A complete page without script, in the look of the others.
///
/// `stylesheet` is the address of the style sheet, its hash included. No context is needed, so it
/// can be made where Leptos has failed; it follows the system's light, and the words are escaped.
pub fn error_document(status: u16, title: &str, text: &str, stylesheet: &str) -> String {
    let (title, text, stylesheet) = (title.to_owned(), text.to_owned(), stylesheet.to_owned());
    Owner::new().with(|| {
        view! {
            <!DOCTYPE html>
            <html lang="en">
                <head>
                    <Preamble theme=Theme::System />
                    <meta name="robots" content="noindex" />
                    <link rel="stylesheet" href=stylesheet />
                    <title>{format!("{title} · Carport")}</title>
                </head>
                <body>
                    <header class="site-header">
                        <Wordmark />
                    </header>
                    <main id="main">
                        <article class="message">
                            <p class="message-status">{status}</p>
                            <h1>{title}</h1>
                            <p class="lead">{text}</p>
                            <p class="message-ways">
                                <a class="button button-primary" href=routes::HOME>
                                    "Back to the start"
                                </a>
                            </p>
                        </article>
                    </main>
                    <SiteFooter />
                </body>
            </html>
        }
        .to_html()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_whole_document_without_a_script() {
        let html = error_document(503, "Closed", "Back in a minute.", "/pkg/carport.css");
        assert!(html.starts_with("<!DOCTYPE html>"), "{html}");
        assert!(html.contains(r#"<html lang="en">"#));
        assert!(html.contains(r#"href="/pkg/carport.css""#));
        assert!(html.contains(">Closed<"));
        assert!(html.contains("Back in a minute."));
        assert!(!html.contains("<script"));
    }

    #[test]
    fn its_words_are_escaped() {
        let hostile = "</title></style><script>alert(1)</script>\"'";
        let html = error_document(400, hostile, hostile, hostile);
        assert!(!html.contains("<script"), "{html}");
        assert!(!html.contains("href=\"</title>"));
    }
}
