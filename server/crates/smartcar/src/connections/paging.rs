//! From page to page, and to an end.

use std::collections::HashSet;

use url::Url;

use super::Page;
use crate::{Connection, ConnectionId, Error, transport::Route};

/// How many items a page is asked to hold. It is the most that is known to work (reference 3).
const PAGE_SIZE: usize = 100;

/// How many pages are read. More than that is no longer one application's owners, but a mistake.
const MOST_PAGES: usize = 100;

/// Whether another page is to be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// There may be more.
    Partial,
    /// That was all.
    Complete,
}

/// What has been read of a list, and which page is the next.
pub(super) struct Paging {
    route: Route,
    pages_read: usize,
    items_read: usize,
    seen: HashSet<ConnectionId>,
    connections: Vec<Connection>,
}

impl Paging {
    pub(super) fn new(route: Route) -> Self {
        Self {
            route,
            pages_read: 0,
            items_read: 0,
            seen: HashSet::new(),
            connections: Vec::new(),
        }
    }

    /// The address of the next page. It is reckoned, never taken from an answer, which could name
    /// another host.
    pub(super) fn url(&self, address: &Url) -> Url {
        let mut url = address.clone();
        url.query_pairs_mut()
            .append_pair("page[number]", &(self.pages_read + 1).to_string())
            .append_pair("page[size]", &PAGE_SIZE.to_string());
        url
    }

    /// Takes a page in.
    ///
    /// # Errors
    ///
    /// `Decode` if it brings only what was there before although the list is not complete;
    /// `TooLarge` if there is more after the last page that is read.
    pub(super) fn take(&mut self, page: Page) -> Result<Progress, Error> {
        let readable = page.connections.len();
        let known_before = self.connections.len();
        for connection in page.connections {
            // The list may shift while it is read, so that an item comes a second time.
            if self.seen.insert(connection.id.clone()) {
                self.connections.push(connection);
            }
        }
        let repeats = readable > 0 && self.connections.len() == known_before;
        if repeats {
            return if page.total.is_some_and(|total| self.items_read >= total) {
                Ok(Progress::Complete)
            } else {
                let reason = "a page came again in place of the next";
                Err(Error::senseless(self.route, reason))
            };
        }
        self.pages_read += 1;
        self.items_read += page.items;

        let full = page.items >= page.size.unwrap_or(PAGE_SIZE);
        let more = match (page.total, page.next) {
            (None, None) => full,
            (total, next) => {
                total.is_some_and(|total| self.items_read < total) || next == Some(true)
            }
        };
        if page.items == 0 || !more {
            Ok(Progress::Complete)
        } else if self.pages_read == MOST_PAGES {
            let reason = format!("more than {MOST_PAGES} pages");
            Err(Error::too_large(self.route, &reason))
        } else {
            Ok(Progress::Partial)
        }
    }

    /// What was read.
    pub(super) fn into_connections(self) -> Vec<Connection> {
        self.connections
    }
}

#[cfg(test)]
mod tests;
