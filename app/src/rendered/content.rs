//! What the server hands over.

use serde::{Deserialize, Serialize};

/// A page as the server has rendered it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageContent {
    /// The heading, which is the title of the window too. Text, not markup.
    pub title: String,
    /// The markup of what is going on at present: a change of it is announced. Often empty.
    pub status: String,
    /// The markup below it, in parts. Only our own components make it, on the server.
    pub parts: Vec<String>,
}

#[cfg(feature = "ssr")]
impl PageContent {
    /// Renders the parts.
    pub fn new(
        title: impl Into<String>,
        parts: impl IntoIterator<Item = leptos::prelude::AnyView>,
    ) -> Self {
        use leptos::prelude::RenderHtml;

        Self {
            title: title.into(),
            status: String::new(),
            parts: parts.into_iter().map(RenderHtml::to_html).collect(),
        }
    }

    /// Renders what is going on at present.
    #[must_use]
    pub fn with_status(self, status: leptos::prelude::AnyView) -> Self {
        use leptos::prelude::RenderHtml;

        Self {
            status: status.to_html(),
            ..self
        }
    }
}
