//! Lists of all kinds, from servers of all kinds.

use proptest::prelude::*;
use serde_json::{Value, json};
use url::Url;

use super::{MOST_PAGES, PAGE_SIZE, Page, Paging, Progress};
use crate::{Error, ErrorKind, decode, transport::Route};

const ROUTE: Route = Route::get("/v3/connections");

/// Reads all pages of a server, which is a function from the page's number and size to its JSON.
/// Returns the identifiers, and how many pages were asked for.
fn read_all(server: impl Fn(usize, usize) -> Value) -> (Result<Vec<String>, Error>, usize) {
    let address = Url::parse("https://vehicle.example/v3/connections").unwrap();
    let mut paging = Paging::new(ROUTE);
    let mut asked = 0;
    let outcome = loop {
        let url = paging.url(&address);
        let query = |name: &str| -> usize {
            let (_, value) = url.query_pairs().find(|(key, _)| key == name).unwrap();
            value.parse().unwrap()
        };
        asked += 1;
        let page: Page = decode::item(server(query("page[number]"), query("page[size]"))).unwrap();
        match paging.take(page) {
            Ok(Progress::Partial) => {}
            Ok(Progress::Complete) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    let identifiers = |paging: Paging| {
        let connections = paging.into_connections().into_iter();
        connections
            .map(|connection| connection.id.as_str().to_owned())
            .collect()
    };
    (outcome.map(|()| identifiers(paging)), asked)
}

/// The items of a page, by their positions in the whole list.
fn items(positions: std::ops::Range<usize>) -> Vec<Value> {
    positions.map(|id| json!({"id": id.to_string()})).collect()
}

fn page_of(total: usize, number: usize, size: usize) -> Vec<Value> {
    let end = (number * size).min(total);
    items(((number - 1) * size).min(end)..end)
}

fn all(total: usize) -> Vec<String> {
    (0..total).map(|id| id.to_string()).collect()
}

#[test]
fn the_pages_are_asked_for_by_number_and_by_a_hundred() {
    let paging = Paging::new(ROUTE);
    let address = Url::parse("https://vehicle.example/v3/connections?a=b").unwrap();
    assert_eq!(
        paging.url(&address).query(),
        Some("a=b&page%5Bnumber%5D=1&page%5Bsize%5D=100")
    );
}

#[test]
fn an_empty_list_is_one_request() {
    let (list, asked) = read_all(|_, _| json!({"data": []}));
    assert_eq!((list.unwrap(), asked), (Vec::new(), 1));
}

#[test]
fn a_server_that_says_next_for_ever_comes_to_an_end() {
    let (list, asked) = read_all(|number, size| {
        let next = format!("https://elsewhere.example/?page={}", number + 1);
        json!({"data": page_of(150, number, size), "links": {"next": next}})
    });
    assert_eq!((list.unwrap(), asked), (all(150), 3));
}

#[test]
fn a_server_that_never_runs_out_is_an_error() {
    let (list, asked) =
        read_all(|number, size| json!({"data": page_of(usize::MAX / 200, number, size)}));
    assert_eq!(list.unwrap_err().kind(), ErrorKind::TooLarge);
    assert_eq!(asked, MOST_PAGES);
}

#[test]
fn a_server_that_ignores_the_page_number_is_an_error() {
    for document in [
        json!({"data": items(0..PAGE_SIZE)}),
        json!({"data": items(0..10), "meta": {"totalCount": 25}}),
        json!({"data": items(0..10), "links": {"next": "/more"}}),
    ] {
        let (list, asked) = read_all(|_, _| document.clone());
        assert_eq!(list.unwrap_err().kind(), ErrorKind::Decode);
        assert_eq!(asked, 2);
    }
}

#[test]
fn a_repeated_page_after_a_complete_list_is_no_error() {
    let (list, asked) = read_all(
        |_, _| json!({"data": items(0..10), "meta": {"totalCount": 10}, "links": {"next": "/more"}}),
    );
    assert_eq!((list.unwrap(), asked), (all(10), 2));
}

#[test]
fn an_item_that_moves_to_the_next_page_comes_once() {
    let (list, _) = read_all(|number, _| match number {
        1 => json!({"data": items(0..10), "meta": {"totalCount": 15}}),
        _ => json!({"data": items(9..14), "meta": {"totalCount": 15}}),
    });
    assert_eq!(list.unwrap(), all(14));
}

#[test]
fn a_page_of_malformed_items_counts_towards_the_total() {
    let (list, asked) = read_all(|number, _| match number {
        1 => json!({"data": [1, 2, 3], "meta": {"totalCount": 4}}),
        _ => json!({"data": [{"id": "0"}], "meta": {"totalCount": 4}}),
    });
    assert_eq!((list.unwrap(), asked), (all(1), 2));
}

proptest! {
    #[test]
    fn every_list_comes_whole_however_the_server_counts(
        total in 0_usize..600,
        largest in prop_oneof![Just(10_usize), Just(50), Just(100), 1_usize..100],
        (says_total, says_size, says_next) in any::<(bool, bool, bool)>(),
    ) {
        // Without any of the three, a page that is shorter than asked for reads as the last.
        prop_assume!(says_total || says_size || says_next || largest == PAGE_SIZE);
        prop_assume!(total < largest * MOST_PAGES);
        let (list, asked) = read_all(|number, size| {
            let size = size.min(largest);
            let mut document = json!({
                "data": page_of(total, number, size),
                "meta": {"pageNumber": number},
                "links": {},
            });
            if says_total {
                document["meta"]["totalCount"] = total.into();
            }
            if says_size {
                document["meta"]["pageSize"] = size.into();
            }
            if says_next {
                document["links"]["next"] = (number * size < total).then_some("/next").into();
            }
            document
        });
        prop_assert_eq!(list.unwrap(), all(total));
        // One more than needed at most, to see that a full last page is the last.
        prop_assert!(asked <= total / largest + 1);
    }

    #[test]
    fn no_answer_keeps_it_going_for_ever(
        counts in prop::collection::vec((0_usize..5, any::<Option<u16>>(), any::<bool>()), 1..8),
    ) {
        let (_, asked) = read_all(|number, _| {
            let (many, total, next) = counts[number % counts.len()];
            let first = number * 5;
            json!({
                "data": items(first..first + many),
                "meta": {"totalCount": total},
                "links": {"next": next.then_some("/next")},
            })
        });
        prop_assert!(asked <= MOST_PAGES);
    }
}
