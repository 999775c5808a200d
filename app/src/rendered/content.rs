//! What the server hands over.

use serde::{Deserialize, Serialize};

/// A page as the server has rendered it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageContent {
    /// The heading, which is the title of the window too. Text, not markup.
    pub title: String,
    /// The markup below the heading, in parts; `None` for one that the reader has already. The first is
    /// the status, and often empty: what is going on at present, a change of which is announced. Only
    /// our own components make it, on the server.
    pub parts: Vec<Option<String>>,
    /// A mark of each part: the same as long as its markup is.
    pub marks: Vec<String>,
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

        let parts: Vec<String> = std::iter::once(status)
            .chain(parts)
            .map(RenderHtml::to_html)
            .collect();
        Self {
            title: title.into(),
            marks: parts.iter().map(|markup| mark(markup)).collect(),
            parts: parts.into_iter().map(Some).collect(),
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

    /// The same page, in which `token` is another one each time it is made: that alone makes no part
    /// another one as long as `era` is the same.
    #[must_use]
    pub fn with_token(mut self, token: &str, era: &str) -> Self {
        for (part, known) in self.parts.iter().zip(&mut self.marks) {
            if let Some(markup) = part.as_ref().filter(|markup| markup.contains(token)) {
                *known = mark(&markup.replace(token, era));
            }
        }
        self
    }

    /// The same page without the parts that a reader has already who has those with these marks, each
    /// after [`SEPARATOR`](super::SEPARATOR) but the first, in their order. Of nonsense nobody has
    /// anything.
    #[must_use]
    pub fn without(mut self, known: &str) -> Self {
        let known = known.split(super::SEPARATOR);
        for ((part, mark), known) in self.parts.iter_mut().zip(&self.marks).zip(known) {
            if mark == known {
                *part = None;
            }
        }
        self
    }
}

/// Another one for other markup. Replicas of different versions may disagree, and then hand over what
/// they need not.
#[cfg(feature = "ssr")]
fn mark(markup: &str) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};

    let mut hasher = DefaultHasher::new();
    markup.hash(&mut hasher);
    format!("{:x}", hasher.finish())
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use leptos::prelude::*;

    use super::*;
    use crate::rendered::SEPARATOR;

    fn page(words: [&'static str; 3]) -> PageContent {
        let [status, one, other] = words.map(IntoAny::into_any);
        PageContent::new("Your cars", status, [one, other])
    }

    fn known(page: &PageContent) -> String {
        page.marks.join(SEPARATOR)
    }

    #[test]
    fn a_new_reader_gets_every_part() {
        let page = page(["", "one", "other"]);
        for known in ["", ",", ",,,,,,,,,", "%00", "ff,ff,ff", "\u{1f697}"] {
            assert_eq!(page.clone().without(known), page, "{known}");
        }
    }

    #[test]
    fn what_the_reader_has_is_not_handed_over_again() {
        let before = page(["", "one", "other"]);
        let after = page(["", "two", "other"]);
        let handed_over = after.clone().without(&known(&before));

        assert_eq!(handed_over.parts, [None, Some("two".to_owned()), None]);
        assert_eq!(handed_over.marks, after.marks);
    }

    #[test]
    fn a_part_is_known_in_its_own_place_only() {
        let [before, after] = [page(["", "one", "two"]), page(["", "two", "one"])];
        let handed_over = after.clone().without(&known(&before));
        assert_eq!(handed_over.parts[1..], after.parts[1..]);
    }

    #[test]
    fn a_token_makes_no_part_another_one_before_its_time() {
        let made = |words, token, era| page(["", words, "other"]).with_token(token, era);
        let page = made("key-1, locked", "key-1", "noon");
        let known = known(&page);
        let parts = |page: PageContent| page.without(&known).parts;

        let same = made("key-2, locked", "key-2", "noon");
        assert_eq!(parts(same), [None, None, None]);
        for (words, token, era) in [
            ("key-2, unlocked", "key-2", "noon"),
            ("key-2, locked", "key-2", "evening"),
        ] {
            let other = made(words, token, era);
            assert_eq!(parts(other), [None, Some(words.to_owned()), None]);
        }
    }

    #[test]
    fn marks_of_more_parts_than_there_are_do_no_harm() {
        let page = page(["", "one", "other"]);
        let endless = vec![known(&page); 10_000].join(SEPARATOR);
        assert_eq!(page.without(&endless).parts, [None, None, None]);
    }
}
