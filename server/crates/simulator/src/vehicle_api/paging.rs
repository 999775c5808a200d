//! Pages of a listing (reference 3).

use serde_json::{Value, json};
use url::Url;

use super::ApiError;
use crate::quirks::Quirks;
use crate::strict_query::StrictQuery;

/// Which part of a listing is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Page {
    number: usize,
    size: usize,
}

/// How many entries a page of the management API has, unless asked otherwise (reference 8).
pub(super) const MANAGEMENT_SIZE: usize = 25;

/// How many connections a page has, unless asked otherwise (reference 3, 13.8).
pub(super) fn connections_size(quirks: &Quirks) -> usize {
    if quirks.long_pages { 50 } else { 10 }
}

impl StrictQuery {
    /// Refuses what is not a parameter of a listing.
    pub(super) fn refuse_others(&self, known: &[&str], quirks: &Quirks) -> Result<(), ApiError> {
        match self.names().find(|name| !known.contains(name)) {
            Some(name) if !quirks.ignore_unknown_filters => Err(ApiError::invalid_input(format!(
                "{name} is not a parameter"
            ))),
            _ => Ok(()),
        }
    }
}

impl Page {
    pub(super) fn read(query: &StrictQuery, default_size: usize) -> Result<Self, ApiError> {
        Ok(Self {
            number: number(query, "page[number]", 1, 1_000_000)?,
            size: number(query, "page[size]", default_size, 100)?,
        })
    }

    /// The part of `all` that lies on this page.
    pub(super) fn of<T>(self, all: Vec<T>) -> Vec<T> {
        all.into_iter()
            .skip((self.number - 1) * self.size)
            .take(self.size)
            .collect()
    }

    /// The `meta` of the answer.
    pub(super) fn meta(self, total: usize) -> Value {
        json!({
            "pageNumber": self.number,
            "pageSize": self.size,
            "totalCount": total,
            "orderBy": "createdAt",
            "orderDirection": "DESC",
        })
    }

    /// The `links` of the answer.
    pub(super) fn links(self, listing: &Url, filters: &[(&str, String)], total: usize) -> Value {
        let last = total.div_ceil(self.size).max(1);
        let link = |number: usize| {
            let mut link = listing.clone();
            link.query_pairs_mut()
                .append_pair("page[number]", &number.to_string())
                .append_pair("page[size]", &self.size.to_string())
                .extend_pairs(filters);
            link
        };
        json!({
            "self": link(self.number),
            "first": link(1),
            "last": link(last),
            "next": (self.number < last).then(|| link(self.number + 1)),
            "prev": (self.number > 1).then(|| link((self.number - 1).min(last))),
        })
    }
}

fn number(
    query: &StrictQuery,
    name: &str,
    default: usize,
    highest: usize,
) -> Result<usize, ApiError> {
    let Some(text) = query.get(name) else {
        return Ok(default);
    };
    text.parse()
        .ok()
        .filter(|number| (1..=highest).contains(number))
        .ok_or_else(|| ApiError::invalid_input(format!("{name} must be 1 to {highest}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(query: &str) -> Option<Page> {
        let query = StrictQuery::parse(query.as_bytes()).unwrap();
        Page::read(&query, connections_size(&Quirks::default())).ok()
    }

    #[test]
    fn the_first_ten_are_the_default() {
        assert_eq!(
            page(""),
            Some(Page {
                number: 1,
                size: 10
            })
        );
        assert_eq!(
            page("page[size]=100&page[number]=3"),
            Some(Page {
                number: 3,
                size: 100
            })
        );
    }

    #[test]
    fn sizes_and_numbers_out_of_range_are_refused() {
        for query in [
            "page[size]=0",
            "page[size]=101",
            "page[number]=0",
            "page[number]=-1",
            "page[size]=ten",
            "page[size]=",
        ] {
            assert_eq!(page(query), None, "{query}");
        }
    }

    #[test]
    fn links_lead_to_the_neighbours_and_to_both_ends() {
        let listing = Url::parse("http://localhost:1/v3/connections").unwrap();
        let links = |number, total| Page { number, size: 10 }.links(&listing, &[], total);
        let to = |number: usize| {
            json!(format!(
                "http://localhost:1/v3/connections?page%5Bnumber%5D={number}&page%5Bsize%5D=10"
            ))
        };
        let middle = links(2, 21);
        assert_eq!((&middle["first"], &middle["prev"]), (&to(1), &to(1)));
        assert_eq!(
            (&middle["self"], &middle["next"], &middle["last"]),
            (&to(2), &to(3), &to(3))
        );
        let only = links(1, 10);
        assert_eq!((&only["next"], &only["prev"]), (&Value::Null, &Value::Null));
        assert_eq!(links(1, 0)["last"], to(1));
        assert_eq!(links(9, 21)["prev"], to(3));
    }
}
