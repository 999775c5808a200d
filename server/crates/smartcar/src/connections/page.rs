//! One page of a list (reference 3).

use serde::Deserialize;
use serde_json::Value;

use crate::{Connection, decode, decode::lenient};

/// One page of a list of connections.
#[derive(Deserialize)]
#[serde(from = "PageRecord")]
pub(crate) struct Page {
    /// Those that could be read.
    pub(super) connections: Vec<Connection>,
    /// How many items there were, readable or not.
    pub(super) items: usize,
    /// How many items one page holds, if the answer says so.
    pub(super) size: Option<usize>,
    /// How many items all pages hold, if the answer says so.
    pub(super) total: Option<usize>,
    /// Whether there is a next page, if the answer says so.
    pub(super) next: Option<bool>,
}

#[derive(Deserialize)]
struct PageRecord {
    data: Vec<Value>,
    #[serde(default)]
    meta: Value,
    #[serde(default)]
    links: Value,
}

/// Each item by itself: one that cannot be read must not hide the others.
impl From<PageRecord> for Page {
    fn from(record: PageRecord) -> Self {
        let items = record.data.len();
        let count = |name: &str| lenient::count(record.meta.get(name)?).ok()?;
        let connections = record
            .data
            .into_iter()
            .enumerate()
            .filter_map(|(index, item)| {
                decode::item(item)
                    .inspect_err(|failure| {
                        tracing::warn!(index, %failure, "left out an item that is no connection");
                    })
                    .ok()
            })
            .collect();
        Self {
            connections,
            items,
            size: count("pageSize"),
            total: count("totalCount"),
            next: record
                .links
                .get("next")
                .map(|next| next.as_str().is_some_and(|address| !address.is_empty())),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Page;
    use crate::decode;

    const RECORDED: &str = include_str!("../../tests/fixtures/connections.json");

    #[test]
    fn the_recorded_page() {
        let page: Page = decode::document(RECORDED.as_bytes()).unwrap();
        assert_eq!((page.connections.len(), page.items), (1, 1));
        assert_eq!(
            (page.size, page.total, page.next),
            (Some(10), Some(1), Some(false))
        );
    }

    #[test]
    fn a_malformed_item_does_not_hide_the_others() {
        let page: Page = decode::item(json!({
            "data": [{"id": "c-1"}, 7, {}, {"id": ""}, null, {"id": "c-2"}],
            "meta": "none", "links": [],
        }))
        .unwrap();
        let ids: Vec<&str> = page
            .connections
            .iter()
            .map(|connection| connection.id.as_str())
            .collect();
        assert_eq!(ids, ["c-1", "c-2"]);
        assert_eq!(page.items, 6);
        assert_eq!((page.size, page.total, page.next), (None, None, None));
    }

    #[test]
    fn without_a_list_it_is_no_page() {
        for value in [
            json!({}),
            json!({"data": null}),
            json!({"data": {}}),
            json!([]),
        ] {
            assert!(decode::item::<Page>(value.clone()).is_err(), "{value}");
        }
    }
}
