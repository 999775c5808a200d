//! What the server hands over.

use serde::{Deserialize, Serialize};

/// A page as the server has rendered it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageContent {
    /// The heading, which is the title of the window too. Text, not markup.
    pub title: String,
    /// The markup below the heading, in parts. The first is the status, and often empty: what is
    /// going on at present, a change of which is announced. Only our own components make it, on the
    /// server.
    pub parts: Vec<String>,
    /// A mark of what it was made of ([`Garage::revision`](crate::ports::Garage::revision)); empty for
    /// a page that does not change by itself.
    pub revision: String,
    /// How many notices are open, for the head of the page.
    pub notices: u32,
}

#[cfg(feature = "ssr")]
impl PageContent {
    /// Renders the status and the other parts.
    pub fn new(
        title: impl Into<String>,
        status: leptos::prelude::AnyView,
        parts: impl IntoIterator<Item = leptos::prelude::AnyView>,
    ) -> Self {
        use leptos::prelude::RenderHtml;

        Self {
            title: title.into(),
            parts: std::iter::once(status)
                .chain(parts)
                .map(RenderHtml::to_html)
                .collect(),
            ..Self::default()
        }
    }

    /// The same page, with a mark of what it was made of, and how many notices are open.
    #[must_use]
    pub fn of(self, revision: String, notices: u32) -> Self {
        Self {
            revision,
            notices,
            ..self
        }
    }
}
