//! How a rendered page gets from the server's resource to that of the browser.

use leptos::server::codee::{Decoder, Encoder, string::JsonSerdeCodec};

use super::PageContent;
use crate::error::AppError;

/// Leaves out the markup, which is in the document already: a page carries it once.
#[derive(Debug)]
pub struct InDocument;

type Page = Result<PageContent, AppError>;

impl Encoder<Page> for InDocument {
    type Error = <JsonSerdeCodec as Encoder<Page>>::Error;
    type Encoded = String;

    fn encode(page: &Page) -> Result<String, Self::Error> {
        let outline = page.as_ref().map_err(Clone::clone).map(|page| PageContent {
            title: page.title.clone(),
            parts: vec![None; page.parts.len()],
            marks: page.marks.clone(),
            revision: page.revision.clone(),
            notices: page.notices,
        });
        JsonSerdeCodec::encode(&outline)
    }
}

impl Decoder<Page> for InDocument {
    type Error = <JsonSerdeCodec as Decoder<Page>>::Error;
    type Encoded = str;

    fn decode(outline: &str) -> Result<Page, Self::Error> {
        JsonSerdeCodec::decode(outline)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_has_the_title_and_a_place_for_each_part() {
        let page = Ok(PageContent {
            title: "Your cars".to_owned(),
            parts: ["<p>one</p>", "<p>two</p>"]
                .map(|part| Some(part.to_owned()))
                .into(),
            marks: vec!["1".to_owned(), "2".to_owned()],
            revision: "mark".to_owned(),
            notices: 2,
        });
        let outline = InDocument::encode(&page).expect("a page can be encoded");

        assert!(!outline.contains("<p>"));
        assert_eq!(
            InDocument::decode(&outline).expect("what was encoded can be decoded"),
            Ok(PageContent {
                title: "Your cars".to_owned(),
                parts: vec![None, None],
                marks: vec!["1".to_owned(), "2".to_owned()],
                revision: "mark".to_owned(),
                notices: 2,
            })
        );
    }

    #[test]
    fn an_error_stays_as_it_is() {
        let page: Page = Err(AppError::VehicleNotFound);
        let outline = InDocument::encode(&page).expect("an error can be encoded");

        assert_eq!(
            InDocument::decode(&outline).expect("what was encoded can be decoded"),
            page
        );
    }
}
