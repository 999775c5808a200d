//! A newer page does not take from a reader what the reader is in the middle of.

use leptos::prelude::*;

/// What a reader would lose: the place, what is being read or was filled in, the answer to a form.
/// A browser that does not know one of these passes over it.
const IN_USE: &str =
    ":is(:focus, details[open], [role=alert], [aria-invalid], :user-valid, :user-invalid)";

/// Puts the parts that are shown into the newer ones wherever a reader is in the middle of something.
pub(super) fn keep_parts_in_use(shown: &[String], newer: &mut [String]) {
    let mut part = document().query_selector(".part").ok().flatten();
    for (shown, newer) in shown.iter().zip(newer) {
        let Some(element) = part else { return };
        if element
            .query_selector(IN_USE)
            .is_ok_and(|one| one.is_some())
        {
            newer.clone_from(shown);
        }
        part = element.next_element_sibling();
    }
}
