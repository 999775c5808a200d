//! A newer page does not take from a reader what the reader is in the middle of.

use std::iter::successors;

use leptos::{prelude::*, web_sys::Element};

/// What a reader would lose: the place, what is being read or was filled in, the answer to a form.
/// A browser that does not know one of these passes over it.
const IN_USE: &str =
    ":is(:focus, details[open], [role=alert], [aria-invalid], :user-valid, :user-invalid)";

/// The newer parts, but those shown wherever a reader is in the middle of something. The first of
/// each is the status. Where the parts do not correspond, it is the only new one.
pub(super) fn with_parts_in_use(shown: &[String], mut newer: Vec<String>) -> Vec<String> {
    let first = document().query_selector(".part").ok().flatten();
    let is_used: Vec<bool> = successors(first, Element::next_element_sibling)
        .map(|part| part.query_selector(IN_USE).is_ok_and(|one| one.is_some()))
        .collect();
    if shown.len() != newer.len() && is_used.contains(&true) {
        newer.truncate(1);
        newer.extend_from_slice(shown.get(1..).unwrap_or_default());
        return newer;
    }
    for ((newer, shown), is_used) in newer.iter_mut().zip(shown).zip(is_used) {
        if is_used {
            newer.clone_from(shown);
        }
    }
    newer
}
